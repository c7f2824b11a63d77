"""This is one breadth-first pass over every state, the shortest ways first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.exploring.course import Course
from game.exploring.edge import Exits

FIRST = -1
"""The parent of a state that a play can begin in."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a pass visited. It is large, so it is kept no longer than the findings need it."""

    parents: dict[int, int]
    """Every state, in the order found, with the one it was first come to from."""
    roots: dict[int, Exits]
    """The states a play can begin in."""
    stuck: tuple[int, ...]
    """States at no ending in which nothing is open."""
    transitions: int
    complete: bool

    @property
    def memory(self) -> int:
        """Bytes that its states take, each with the one before it."""
        largest = max(self.parents, default=0)
        return self.parents.__sizeof__() + len(self.parents) * largest.__sizeof__()


def sweep(course: Course, budget: int, over: Callable[[], bool] = lambda: False) -> Sweep:
    """Visit every state, or the first ``budget`` of them, or so many that ``over`` has enough."""
    roots = _roots(course)
    parents = dict.fromkeys(roots, FIRST)
    stuck: list[int] = []
    transitions = 0
    layer = list(roots)
    while layer and len(parents) <= budget and not over():
        layer, taken = _expand(course, layer, parents, stuck, budget)
        transitions += taken
    complete = not layer and not course.notes.cut
    return Sweep(parents, roots, tuple(stuck), transitions, complete)


def _roots(course: Course) -> dict[int, Exits]:
    roots: dict[int, Exits] = {}
    for state, way in course.start():
        roots.setdefault(state, way.exits)
    return roots


def _expand(  # noqa: C901 - the inner loop: a call for each step would double its time
    course: Course, layer: list[int], parents: dict[int, int], stuck: list[int], budget: int
) -> tuple[list[int], int]:
    """Step from every state of a layer; give the next layer and how many steps there were."""
    following: list[int] = []
    found, judge, play, taken = following.append, course.judge, course.play, 0
    edges, ends, width = course.edges, course.ends, course.layout.width
    for state in layer:
        if len(parents) > budget:
            return [*following, state], taken
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
