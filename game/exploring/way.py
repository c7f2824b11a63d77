"""This is the shortest way to where a closed choice is open, from here or from the beginning.

It is the search of ``sweep``, stopped as soon as all that was asked for is found, or when told to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from game.engine.rules import Rules
from game.engine.state import State
from game.exploring.course import Course
from game.exploring.edge import Exits, Quick
from game.model.scene import Choice

BUDGET = 100_000
"""States that are looked at before giving up."""
_ASKED_EVERY = 64


class Stopped(Exception):
    """What was being made ready is not wanted any more."""


class Ground(Course):
    """A story made ready to be searched, unless it is told to stop before that is done."""

    def __init__(self, rules: Rules, stopped: Callable[[], bool]) -> None:
        """Make ready. Raises ``Stopped``."""
        self._stopped = stopped
        super().__init__(rules)

    def _edge(self, number: int, choice: Choice) -> Quick:
        if self._stopped():
            raise Stopped
        return super()._edge(number, choice)


Step = tuple[int, str, Exits]
"""The state before, the choice taken in it, and what chance drew after it."""


@dataclass(frozen=True, slots=True)
class Way:
    """Choices to take, in order, until a choice is open."""

    choices: tuple[str, ...]
    exits: Exits
    """What chance must draw on the way: the scene that draws, and the exit."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search for some choices came to."""

    ways: Mapping[str, Way]
    """The shortest way to each choice that was found open."""
    complete: bool
    """Everything that can be reached was looked at, so the others never open from there."""
    states: int


def ways_to_open(
    course: Course,
    wanted: Collection[str],
    here: State | None = None,
    *,
    budget: int = BUDGET,
    stopped: Callable[[], bool] = lambda: False,
) -> Found:
    """Find the shortest way to each choice ``scene/choice`` being open.

    From a state of a play, or from every beginning. A state at a scene that no way of the story
    leads to gives nothing, and is not called complete.
    """
    roots = _begin(course, here)
    search = _Search(course, wanted, roots)
    is_short = False
    while search.goes_on:
        if len(search.parents) > budget or (search.looked % _ASKED_EVERY == 0 and stopped()):
            is_short = True
            break
        search.look()
    complete = bool(roots) and not is_short and not course.notes.cut
    return Found(search.ways, complete, len(search.parents))


def _begin(course: Course, here: State | None) -> dict[int, Exits]:
    if here is None:
        return {state: way.exits for state, way in reversed(course.start())}
    packed = packed_state(course, here)
    return {} if packed is None else {packed: ()}


def packed_state(course: Course, state: State) -> int | None:
    """Pack a state of a play; ``None`` at a scene that the search knows no way to."""
    node = course.relevance.index.get((state.scene, state.stack))
    if node is None:
        return None
    layout = course.layout
    visits = tuple(
        layout.capped(scene, count)
        for scene, count in zip(layout.visits, state.visits, strict=True)
    )
    packed = layout.pack(state.values, visits)
    for name, bit in layout.once.items():
        if name in state.taken:
            packed |= bit
    return packed & course.relevance.rest[node] | node << layout.width


class _Search:
    """States one after another, the nearest first."""

    def __init__(self, course: Course, wanted: Collection[str], roots: Mapping[int, Exits]) -> None:
        self.course = course
        self.left = set(wanted)
        self.homes = {name.rpartition("/")[0] for name in wanted}
        self.roots = roots
        self.parents: dict[int, Step | None] = dict.fromkeys(roots)
        self.waiting = list(roots)
        self.looked = 0
        self.ways: dict[str, Way] = {}

    @property
    def goes_on(self) -> bool:
        return bool(self.left) and self.looked < len(self.waiting)

    def look(self) -> None:
        state = self.waiting[self.looked]
        self.looked += 1
        if self.course.scene(state) in self.homes:
            self._note(state)
        for edge, way, after in self.course.onward(state):
            if after not in self.parents:
                self.parents[after] = (state, edge.name, way.exits)
                self.waiting.append(after)

    def _note(self, state: int) -> None:
        for name in {edge.name for edge, _, _ in self.course.onward(state)} & self.left:
            self.left.discard(name)
            self.ways[name] = self._way(state)

    def _way(self, state: int) -> Way:
        choices: list[str] = []
        drawn: list[Exits] = []
        while (step := self.parents[state]) is not None:
            state, name, exits = step
            choices.append(name)
            drawn.append(exits)
        drawn.append(self.roots[state])
        exits = tuple(draw for each in reversed(drawn) for draw in each)
        return Way(tuple(reversed(choices)), exits)
