"""This is counting witnesses: the most tellings of which no two share a root.

It is a set packing. Of two sets of roots one of which holds the other, the smaller can always stand
in for the larger, so only the smallest are searched, with a bound; a question has a handful.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.model.record import UNKNOWN
from game.record.descent import Roots


def witnesses(tellings: Iterable[Roots]) -> int:
    """Give the size of the largest set of tellings that can be shown to differ.

    A telling of unknown descent shares a root with everything: it counts only where it is alone.
    """
    roots = set(tellings)
    known = [each for each in roots if UNKNOWN not in each]
    if not known:
        return 1 if roots else 0
    return _packing(_smallest(known))


def share(one: Roots, other: Roots) -> bool:
    """Tell whether two tellings may come from one witness."""
    return UNKNOWN in one or UNKNOWN in other or not one.isdisjoint(other)


def _smallest(sets: list[Roots]) -> list[Roots]:
    ordered = sorted(sets, key=lambda each: (len(each), sorted(map(str, each))))
    kept: list[Roots] = []
    for each in ordered:
        if not any(smaller <= each for smaller in kept):
            kept.append(each)
    return kept


def _packing(sets: list[Roots]) -> int:
    """Give the size of the largest pairwise disjoint choice among the sets."""
    best = 0
    waiting: list[tuple[int, list[Roots]]] = [(0, sets)]
    while waiting:
        chosen, left = waiting.pop()
        best = max(best, chosen)
        if not left or chosen + len(left) <= best:
            continue
        first, *rest = left
        waiting.append((chosen, rest))
        waiting.append((chosen + 1, [each for each in rest if first.isdisjoint(each)]))
    return best
