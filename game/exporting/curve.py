"""This is the line between two boxes of a picture."""

from __future__ import annotations

from dataclasses import dataclass

WIDE, HIGH = 160, 44
"""A box's size."""

REACH = 46
"""How far a line bends out from a box."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where the upper left corner of a scene's box is."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Curve:
    """A line as SVG's path data, and where a label stands on it."""

    path: str
    x: float
    y: float


def curve(source: Box, target: Box, leaving: float, arriving: float) -> Curve:
    """Draw from one box to another; ``leaving`` and ``arriving`` say how far down their sides.

    Onward it runs from the right side to the left; to a box in the same column it swings out on
    the right; backward it goes below.
    """
    if target.x > source.x:
        start = (source.x + WIDE, source.y + HIGH * leaving)
        end = (target.x - 1.0, target.y + HIGH * arriving)
        bend = max(REACH, (end[0] - start[0]) / 2.5)
        return _cubic(start, (start[0] + bend, start[1]), (end[0] - bend, end[1]), end)
    if target == source:
        back, again = source.x + WIDE - 40.0, source.x + WIDE - 16.0
        top = source.y * 1.0
        return _cubic((back, top), (back - 4, top - 26), (again + 4, top - 26), (again, top - 1))
    if target.x == source.x:
        start = (source.x + WIDE, source.y + HIGH * leaving)
        end = (target.x + WIDE + 1, target.y + HIGH * arriving)
        out = min(REACH, 16 + abs(end[1] - start[1]) / 10)
        return _cubic(start, (start[0] + out, start[1]), (end[0] + out, end[1]), end)
    left = (source.x + WIDE * 0.25, source.y + HIGH * 1.0)
    right = (target.x + WIDE * 0.75, target.y + HIGH + 1.0)
    return _cubic(left, (left[0] - 10, left[1] + REACH), (right[0] + 10, right[1] + REACH), right)


def _cubic(
    start: tuple[float, float],
    one: tuple[float, float],
    two: tuple[float, float],
    end: tuple[float, float],
) -> Curve:
    points = " ".join(f"{x:.0f} {y:.0f}" for x, y in (one, two, end))
    x, y = ((start[at] + 3 * one[at] + 3 * two[at] + end[at]) / 8 for at in (0, 1))
    return Curve(f"M{start[0]:.0f} {start[1]:.0f}C{points}", x, y)
