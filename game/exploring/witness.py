"""This is how a finding becomes a play: the fewest choices, and a seed that chance agrees with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from game.engine.chance import pick
from game.exploring.course import Course
from game.exploring.edge import Clue, Exits
from game.exploring.exploration import Witness
from game.exploring.sweep import FIRST, Sweep
from game.model.story import Story

Path: TypeAlias = tuple[tuple[str, ...], Exits]
"""The choices taken, and all that chance drew."""

SEEDS_TRIED = 100_000
"""How many seeds are tried before a witness goes without one."""


class Tracer:
    """Finds the way back from a state to the start, and remembers the steps it found."""

    def __init__(self, course: Course, swept: Sweep) -> None:
        """Take what was searched."""
        self._course = course
        self._swept = swept
        self._ways: dict[int, Path] = {}
        self._seeds: dict[Exits, int | None] = {(): 0}

    def to_clue(self, clue: Clue) -> Witness:
        """Give the way to where something first happened."""
        drawn = self._course.exits(clue)
        if clue.state is None:
            return self._witness((), drawn)
        choices, exits = self._way(clue.state)
        if clue.choice is not None:
            choices = (*choices, clue.choice.name)
        return self._witness(choices, exits + drawn)

    def to_state(self, state: int, beyond: Iterable[tuple[str, Exits]] = ()) -> Witness:
        """Give the way to a state, and some steps beyond it."""
        choices, exits = self._way(state)
        for name, drawn in beyond:
            choices, exits = (*choices, name), exits + drawn
        return self._witness(choices, exits)

    def _witness(self, choices: tuple[str, ...], exits: Exits) -> Witness:
        if exits not in self._seeds:
            self._seeds[exits] = seed_for(self._course.story, exits)
        return Witness(self._seeds[exits], choices)

    def _way(self, state: int) -> Path:
        ahead: list[tuple[str, Exits]] = []
        at = state
        while (known := self._ways.get(at)) is None:
            parent = self._swept.parents[at]
            if parent == FIRST:
                known = ((), self._swept.roots[at])
                break
            ahead.append(self._step(parent, at))
            at = parent
        names, drawn = known
        names += tuple(name for name, _ in reversed(ahead))
        for _, exits in reversed(ahead):
            drawn += exits
        way = self._ways[state] = (names, drawn)
        return way

    def _step(self, parent: int, state: int) -> tuple[str, Exits]:
        return next(
            (edge.name, way.exits)
            for edge, way, after in self._course.onward(parent)
            if after == state
        )


def seed_for(story: Story, exits: Exits) -> int | None:
    """Give the first seed whose draws fall as given, by the engine's own draw."""
    wanted = [
        (number, tuple(way.weight for way in story.scenes[scene].chance), taken)
        for number, (scene, taken) in enumerate(exits)
    ]
    for seed in range(SEEDS_TRIED):
        if all(pick(seed, number, weights) == taken for number, weights, taken in wanted):
            return seed
    return None
