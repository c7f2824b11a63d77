"""This is random play beside the search: what who chooses blindly would see, and how often.

It finds nothing that the search does not; its counts say what is easy to meet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.chance import draw
from game.engine.evaluate import DividedByNought
from game.engine.rules import EndlessScenes, NowhereToReturn, OutOfRange, Rules
from game.engine.state import Turn

LONGEST = 400
"""How many choices a play may take before it is given up."""


@dataclass(frozen=True, slots=True)
class Wandering:
    """How often what was met, over many plays."""

    seed: int
    plays: int
    choices_taken: int
    scenes: Mapping[str, int]
    """Entries of each scene; nought for one that was never met."""
    choices: Mapping[str, int]
    """How often each choice, ``scene/choice``, was taken."""
    endings: Mapping[str, int]
    """How many plays came to each ending."""
    unfinished: int
    """Plays that were stuck, went on for too long or broke a rule."""


class _Hits:
    def __init__(self, rules: Rules) -> None:
        scenes = rules.story.scenes.values()
        self.scenes = Counter({scene.scene: 0 for scene in scenes})
        self.choices = Counter(
            {f"{scene.scene}/{choice.choice}": 0 for scene in scenes for choice in scene.choices}
        )
        self.endings = Counter({scene.scene: 0 for scene in scenes if scene.ending})

    def enter(self, turn: Turn) -> None:
        self.scenes.update(entered.scene for entered in turn.entered)


def wander(rules: Rules, plays: int = 1_000, seed: int = 0, longest: int = LONGEST) -> Wandering:
    """Play so many times, each choice among the open ones drawn evenly. The same seed, the same."""
    hits = _Hits(rules)
    finished = 0
    for number in range(plays):
        try:
            finished += _play(rules, hits, draw(seed, number, 1 << 62), longest)
        except (DividedByNought, EndlessScenes, NowhereToReturn, OutOfRange):
            continue
    return Wandering(
        seed,
        plays,
        hits.choices.total(),
        dict(hits.scenes),
        dict(hits.choices),
        dict(hits.endings),
        plays - finished,
    )


def _play(rules: Rules, hits: _Hits, seed: int, longest: int) -> bool:
    """Play once; tell whether it came to an ending."""
    turn = rules.start(seed)
    hits.enter(turn)
    for number in range(longest + 1):
        state = turn.state
        if rules.story.scenes[state.scene].ending is not None:
            hits.endings[state.scene] += 1
            return True
        offers = rules.offers(state)
        if not offers or number == longest:
            return False
        # Another seed than chance's own, so that the two do not move in step.
        choice = offers[draw(seed ^ 0x5DEECE66D, number, len(offers))].choice
        hits.choices[f"{state.scene}/{choice}"] += 1
        turn = rules.choose(state, choice)
        hits.enter(turn)
    return False
