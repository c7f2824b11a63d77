"""This is one breadth-first pass over every state, the shortest ways first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.exploring.course import Course, Exits

FIRST = -1
"""The parent of a state that a play can begin in."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a pass visited. It is large, so it is kept no longer than the findings need it."""

    parents: Mapping[int, int]
    """Every state, in the order found, with the one it was first come to from."""
    roots: Mapping[int, Exits]
    """The states a play can begin in."""
    stuck: tuple[int, ...]
    """States at no ending in which nothing is open."""
    transitions: int
    complete: bool


def sweep(course: Course, budget: int, look: Callable[[int], None]) -> Sweep:
    """Visit every state, or the first ``budget`` of them.

    ``look`` is shown one state of each that differ in the bits that properties read.
    """
    roots = _roots(course)
    parents = dict.fromkeys(roots, FIRST)
    stuck: list[int] = []
    transitions = 0
    layer = list(roots)
    shown: set[int] = set()
    while layer and len(parents) <= budget:
        layer, taken = _expand(course, layer, parents, stuck, _Limit(budget, shown, look))
        transitions += taken
    complete = not layer and not course.cut
    return Sweep(parents, roots, tuple(stuck), transitions, complete)


@dataclass(frozen=True, slots=True)
class _Limit:
    budget: int
    shown: set[int]
    look: Callable[[int], None]


def _roots(course: Course) -> dict[int, Exits]:
    roots: dict[int, Exits] = {}
    for state, way in course.start():
        roots.setdefault(state, way.exits)
    return roots


def _expand(  # noqa: C901, PLR0915 - the inner loop: a call for each step would double its time
    course: Course, layer: list[int], parents: dict[int, int], stuck: list[int], limit: _Limit
) -> tuple[list[int], int]:
    """Step from every state of a layer; give the next layer and how many steps there were."""
    following: list[int] = []
    found, judge, play, taken = following.append, course.judge, course.play, 0
    edges, ends, width, watched = course.edges, course.ends, course.layout.width, course.watched
    shown = limit.shown
    for state in layer:
        if len(parents) > limit.budget:
            return [*following, state], taken
        if state & watched not in shown:
            shown.add(state & watched)
            limit.look(state)
        node = state >> width
        is_stuck = True
        for asks, opens, reads, moves, edge in edges[node]:
            is_open = opens.get(state & asks)
            if is_open is None:
                is_open = judge(edge, state)
            if is_open:
                is_stuck = False
                outcomes = moves.get(state & reads)
                if outcomes is None:
                    outcomes = play(edge, state)
                for keep, put in outcomes:
                    after = state & keep | put
                    if after not in parents:
                        parents[after] = state
                        found(after)
                taken += len(outcomes)
        if is_stuck and not ends[node]:
            stuck.append(state)
    return following, taken
