"""This is choices that nobody can tell apart by what follows: proved on every state reached.

Two choices of a scene that lead to the same place and say the same to the record are false if
wherever both are open they enter it in equal states. Equal means in all that may still be read, so
what one of them sets and nobody reads does not part them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from game.exploring.course import Course
from game.exploring.edge import Edge
from game.exploring.exploration import Twins
from game.exploring.relevance import effects_transfer
from game.exploring.sweep import Sweep
from game.exploring.witness import Tracer
from game.linting.survey import answer
from game.model.scene import Choice


class _Pair(NamedTuple):
    one: Edge
    other: Edge
    bits: int
    """What decides whether they come to the same."""

    @property
    def names(self) -> tuple[str, str]:
        return (self.one.name, self.other.name)

    def is_open(self, state: int) -> bool:
        return all(each.opens.get(state & each.asks, False) for each in self[:2])


def twins(course: Course, swept: Sweep, tracer: Tracer) -> Iterator[Twins]:
    """Give each choice that an earlier one of its scene is the twin of, with a way to both.

    Of a search that was bounded nothing is said: they may differ where it has not been.
    """
    alike = _alike(course)
    if not alike or not swept.complete:
        return
    told: set[str] = set()
    for pair, state in _same(course, swept, alike):
        if pair.other.name not in told:
            told.add(pair.other.name)
            ways = pair.other.outcomes.ways.get(state & pair.other.reads, ())
            exits = ways[0].exits if ways else ()
            witness = tracer.to_state(state, [(pair.other.name, exits)])
            yield Twins(*pair.names, witness)


def _alike(course: Course) -> dict[int, list[_Pair]]:
    """Give, by the number of the node, the pairs of choices that could be twins."""
    found: dict[int, list[_Pair]] = {}
    for number, quick in enumerate(course.edges):
        for (*_, one), (*_, other) in combinations(quick, 2):
            if _bearing(one.choice) == _bearing(other.choice):
                bits = _decides(course, one) | _decides(course, other)
                found.setdefault(number, []).append(_Pair(one, other, bits))
    return found


def _bearing(choice: Choice) -> object:
    """Give where a choice leads and what it says of itself; its words and its notes left out."""
    rejoins = choice.leaves.rejoins if choice.leaves else None
    return (choice.to, choice.detour, choice.leaves is None, rejoins, answer(choice))


def _decides(course: Course, edge: Edge) -> int:
    """Give the bits that a choice changes, and those that decide what it makes of them."""
    changed = sum({course.layout.variables[each.variable].bits for each in edge.choice.effects})
    return changed | edge.once | effects_transfer(edge.choice.effects, course.layout).gen


def _same(
    course: Course, swept: Sweep, alike: dict[int, list[_Pair]]
) -> Iterator[tuple[_Pair, int]]:
    """Give the pairs that no state parts, each with the first state in which both are open."""
    width = course.layout.width
    first: dict[tuple[str, str], tuple[_Pair, int]] = {}
    parted: set[tuple[str, str]] = set()
    known: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for state in swept.parents:
        for pair in alike.get(state >> width, ()):
            names, deciding = pair.names, (state >> width, state & pair.bits)
            if names in parted or not pair.is_open(state):
                continue
            first.setdefault(names, (pair, state))
            if deciding not in known.setdefault(names, set()):
                known[names].add(deciding)
                entered = course.entering(pair.one, state)
                if entered is None or entered != course.entering(pair.other, state):
                    parted.add(names)
    return (found for names, found in first.items() if names not in parted)
