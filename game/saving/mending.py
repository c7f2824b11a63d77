"""This is fitting a save to its story, which may have been edited since.

Renamed ids are followed; then the choices are played again for as long as each is on offer and
leads where the trail says. Where that ends short, somebody has to decide: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.engine.replay import Play, begin, take
from game.engine.rules import Rules
from game.problem import GameError
from game.saving.save import Save


@dataclass(frozen=True, slots=True)
class Mending:
    """A save that its story has outgrown, and how much of it still holds."""

    play: Play
    """The play up to the newest scene of the trail that it still leads to."""
    back: int
    """How many choices lie after that."""
    gone: str
    """What is no longer as it was: a choice ``scene/choice``, or a scene."""
    title: str
    """The title of the scene it can go on at."""

    @property
    def sentence(self) -> str:
        """Say what happened."""
        steps = "step" if self.back == 1 else "steps"
        return (
            f"The story was edited since this was saved: '{self.gone}' is not there as it was. "
            f"The play holds up to '{self.title}', {self.back} {steps} back."
        )


def fit(rules: Rules, save: Save) -> Play | Mending:
    """Play a save again: the whole play, or what is left of it to decide about."""
    log, trail = renamed(rules.story.renames, save)
    play = begin(rules, save.seed)
    if trail and play.state.scene != trail[0]:
        return _mending(rules, play, len(log), trail[0])
    for turn, choice in enumerate(log, start=1):
        try:
            further = take(rules, play, choice)
        except GameError:
            return _mending(rules, play, len(log) - turn + 1, choice)
        if trail and further.state.scene != trail[turn]:
            return _mending(rules, play, len(log) - turn + 1, trail[turn])
        play = further
    return play


def as_far_as_it_goes(rules: Rules, save: Save) -> Play:
    """Play what could be made out of a damaged save."""
    fitted = fit(rules, save)
    return fitted.play if isinstance(fitted, Mending) else fitted


def renamed(renames: Mapping[str, str], save: Save) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give a save's log and trail in today's names."""
    log = tuple(choice_today(renames, each) for each in save.log)
    return log, tuple(name_today(renames, each) for each in save.trail)


def renamed_scenes(renames: Mapping[str, str], names: Iterable[str]) -> frozenset[str]:
    """Give scenes, and whatever else has a name, in today's names."""
    return frozenset(name_today(renames, name) for name in names)


def choice_today(renames: Mapping[str, str], choice: str) -> str:
    """Give a choice ``scene/choice`` by today's names."""
    choice = name_today(renames, choice)
    scene, _, local = choice.rpartition("/")
    return name_today(renames, f"{name_today(renames, scene)}/{local}")


def name_today(renames: Mapping[str, str], name: str) -> str:
    """Give what a scene, or a whole ``scene/choice``, is called today."""
    # as many steps as there are renames: a circle of them ends somewhere too
    for _ in renames:
        if name not in renames:
            break
        name = renames[name]
    return name


def _mending(rules: Rules, play: Play, back: int, gone: str) -> Mending:
    scene = rules.story.scenes[play.state.scene]
    return Mending(play, back, gone, scene.title or scene.scene)
