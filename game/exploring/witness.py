"""This is how a finding becomes a play: the fewest choices, and a seed that chance agrees with."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.chance import pick
from game.exploring.course import Clue, Course, Exits
from game.exploring.exploration import Witness
from game.exploring.sweep import FIRST, Sweep
from game.model.story import Story

SEEDS_TRIED = 100_000
"""How many seeds are tried before a witness goes without one."""


class Tracer:
    """Finds the way back from a state to the start, and remembers the steps it found."""

    def __init__(self, course: Course, swept: Sweep) -> None:
        """Take what was searched."""
        self._course = course
        self._swept = swept
        self._steps: dict[int, tuple[str, Exits]] = {}
        self._seeds: dict[Exits, int | None] = {(): 0}

    def to_clue(self, clue: Clue) -> Witness:
        """Give the way to where something first happened."""
        if clue.state is None:
            return self._witness((), clue.exits)
        choices, exits = self._way(clue.state)
        if clue.choice is not None:
            choices = (*choices, clue.choice.name)
        return self._witness(choices, exits + clue.exits)

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

    def _way(self, state: int) -> tuple[tuple[str, ...], Exits]:
        names: list[str] = []
        drawn: list[Exits] = []
        while (parent := self._swept.parents[state]) != FIRST:
            name, exits = self._step(parent, state)
            names.append(name)
            drawn.append(exits)
            state = parent
        drawn.append(self._swept.roots[state])
        return tuple(reversed(names)), tuple(draw for each in reversed(drawn) for draw in each)

    def _step(self, parent: int, state: int) -> tuple[str, Exits]:
        known = self._steps.get(state)
        if known is None:
            known = self._steps[state] = next(
                (edge.name, way.exits)
                for edge, way, after in self._course.onward(parent)
                if after == state
            )
        return known


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
