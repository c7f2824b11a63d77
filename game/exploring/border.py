"""This is what a story remembers as one part gives over to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from game.exploring.course import Course
from game.exploring.edge import Quick
from game.exploring.exploration import Border
from game.exploring.sweep import Sweep

LOOKED_AT = 200_000
"""How many states of a search that was bounded."""


def borders(course: Course, swept: Sweep) -> Iterator[Border]:
    """Give each part that is come to from another, with what is alive as it begins.

    Alive is what may still be read once the first scene of the part has been entered and its
    effects applied. Detours into another part and back are no crossing. Of a search that was
    bounded only the first states are looked at: what it has to say is a lower limit anyway.
    """
    alive: dict[str, int] = {}
    combinations: dict[str, set[int]] = {}
    crossing = [_crossing(quick) for quick in course.edges]
    width = course.layout.width
    for state in islice(swept.parents, None if swept.complete else LOOKED_AT):
        for _, opens, reads, _, edge in crossing[state >> width]:
            if not opens.get(state & edge.asks, False):
                continue
            for crossed in edge.outcomes.crossings.get(state & reads, ()):
                mask = course.relevance.arrival[crossed.node]
                alive[crossed.part] = alive.get(crossed.part, 0) | mask
                met = combinations.setdefault(crossed.part, set())
                met.add(state & crossed.keep | crossed.put)
    for part in (*course.story.parts, *(part for part in alive if part not in course.story.parts)):
        if part in alive:
            yield _border(course, part, alive[part], combinations[part])


def _crossing(quick: tuple[Quick, ...]) -> tuple[Quick, ...]:
    return tuple(each for each in quick if any(each[4].outcomes.crossings.values()))


def _border(course: Course, part: str, alive: int, combinations: set[int]) -> Border:
    known = course.layout
    some, every = 0, -1
    for each in combinations:
        some |= each
        every &= each
    differs = some ^ every
    variables = {name: field for name, field in known.variables.items() if alive & field.bits}
    return Border(
        part,
        tuple(variables),
        tuple(name for name, field in known.visits.items() if alive & field.bits),
        tuple(name for name, bit in known.once.items() if alive & bit),
        tuple(name for name, field in variables.items() if not differs & field.bits),
        len(combinations),
    )
