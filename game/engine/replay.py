"""This is a play: a seed and a list of choices, and all that follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.engine.rules import NotOffered, Rules
from game.engine.state import Entered, State, Turn
from game.model.scene import Choice
from game.model.story import Story


@dataclass(frozen=True, slots=True)
class Play:
    """A play so far. ``turns`` has one more than ``choices``: the start."""

    seed: int
    turns: tuple[Turn, ...]
    choices: tuple[str, ...]
    """``scene/choice``, in order."""

    @property
    def state(self) -> State:
        """Where the reader stands."""
        return self.turns[-1].state

    @property
    def trail(self) -> tuple[str, ...]:
        """Every scene entered, in order."""
        return tuple(entered.scene for turn in self.turns for entered in turn.entered)

    def before(self, choices: int) -> Play:
        """Give the play as it stood after so many choices."""
        return Play(self.seed, self.turns[: choices + 1], self.choices[:choices])


@dataclass(frozen=True, slots=True)
class OffRecord:
    """A standing departure from the record."""

    index: int
    """Which choice left it, from nought."""
    scene: str
    choice: Choice


def begin(rules: Rules, seed: int = 0, *, scene: str | None = None) -> Play:
    """Begin a play at the story's first scene, or at another."""
    return Play(seed, (rules.start(seed, scene=scene),), ())


def take(rules: Rules, play: Play, choice: str) -> Play:
    """Take a choice by its id, alone or as ``scene/choice``.

    Raises ``NotOffered`` where it is not open now.
    """
    scene = play.state.scene
    where, _, local = choice.rpartition("/")
    if where and where != scene:
        raise NotOffered(choice, scene)
    turn = rules.choose(play.state, local)
    return Play(play.seed, (*play.turns, turn), (*play.choices, f"{scene}/{local}"))


def replay(rules: Rules, seed: int, choices: Iterable[str]) -> Play:
    """Play a list of choices again from the start.

    Raises ``NotOffered`` with the number of the first choice that is not open.
    """
    state = rules.start(seed)
    turns = [state]
    log: list[str] = []
    for number, choice in enumerate(choices, start=1):
        scene = turns[-1].state.scene
        where, _, local = choice.rpartition("/")
        if where and where != scene:
            raise NotOffered(choice, scene, number)
        try:
            turns.append(rules.choose(turns[-1].state, local))
        except NotOffered as fault:
            raise NotOffered(choice, scene, number) from fault
        log.append(f"{scene}/{local}")
    return Play(seed, tuple(turns), tuple(log))


def read_at(story: Story, play: Play, turn: int, led: int = 0) -> tuple[Entered, ...]:
    """Give the scenes that a reader came to after so many choices, in order.

    Whom a line led through the first ``led`` choices begins at the first scene of a part; what came
    before it on that turn was nobody's to read.
    """
    entered = play.turns[turn].entered
    if not led or turn != led:
        return entered
    firsts = {part.first for part in story.parts.values()}
    begun = [place for place, each in enumerate(entered) if each.scene in firsts]
    return entered[begun[-1] :] if begun else entered


def choice_at(story: Story, play: Play, index: int) -> tuple[str, Choice]:
    """Give the scene and the choice that a play took, counted from nought."""
    scene, _, name = play.choices[index].rpartition("/")
    choice = story.scenes[scene].choice(name)
    if choice is None:
        raise NotOffered(name, scene, index + 1)
    return scene, choice


def off_record(story: Story, play: Play) -> OffRecord | None:
    """Give the choice at which a play left the record, if it has not rejoined it.

    A play that is off the record already does not leave it a second time.
    """
    standing: OffRecord | None = None
    for index in range(len(play.choices)):
        scene, choice = choice_at(story, play, index)
        if standing is None and choice.leaves is not None:
            standing = OffRecord(index, scene, choice)
        if standing is not None and standing.choice.leaves is not None:
            rejoins = standing.choice.leaves.rejoins
            entered = (each.scene for each in play.turns[index + 1].entered)
            if rejoins is not None and rejoins in entered:
                standing = None
    return standing
