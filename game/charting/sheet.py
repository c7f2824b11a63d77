"""This is a sheet of the map: which country it shows, and how degrees fall on its dots.

A cell of a terminal is taken for twice as high as wide. It holds two dots by four; they are square.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from game.charting.outline import Degrees, Ink, Stroke

EARTH = 6371.0
"""Mean radius in kilometres (IUGG)."""
DEGREE = EARTH * radians(1)
"""Kilometres to a degree of latitude."""
ACROSS, DOWN = 2, 4
"""Dots to a cell."""


class Sheet(Enum):
    """A stretch of country that is worth a map."""

    NEAR = ("The country around the line", 130.1, 42.30, 131.15, 43.0)
    WIDE = ("From the line to Tokyo and Dairen", 120.0, 34.2, 141.0, 49.6)

    def __init__(self, title: str, west: float, south: float, east: float, north: float) -> None:
        self.title = title
        self.west, self.south, self.east, self.north = west, south, east, north

    def holds(self, point: Degrees) -> bool:
        """Say whether a point lies on the sheet."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet laid over so many cells: the whole sheet, and what lies around it as room allows."""

    columns: int
    lines: int
    west: float
    north: float
    dot: float
    """Kilometres to a dot."""
    narrow: float
    """Kilometres to a degree of longitude."""

    def dots(self, point: Degrees) -> tuple[float, float]:
        """Give where a point falls, in dots from the upper left corner."""
        east, north = point
        return (east - self.west) * self.narrow / self.dot, (self.north - north) * DEGREE / self.dot

    def cell(self, point: Degrees) -> tuple[int, int]:
        """Give the column and the line of the cell that a point falls into."""
        x, y = self.dots(point)
        return int(x // ACROSS), int(y // DOWN)


def frame(sheet: Sheet, columns: int, lines: int) -> Frame:
    """Lay a sheet over cells, so that all of it is seen and it stands in the middle."""
    narrow = DEGREE * cos(radians((sheet.south + sheet.north) / 2))
    wide, high = (sheet.east - sheet.west) * narrow, (sheet.north - sheet.south) * DEGREE
    dot = max(wide / (columns * ACROSS), high / (lines * DOWN))
    spare_wide = columns * ACROSS * dot - wide
    spare_high = lines * DOWN * dot - high
    return Frame(
        columns=columns,
        lines=lines,
        west=sheet.west - spare_wide / 2 / narrow,
        north=sheet.north + spare_high / 2 / DEGREE,
        dot=dot,
        narrow=narrow,
    )


def kilometres(one: Degrees, other: Degrees) -> float:
    """Give the distance between two points over the ground (haversine, on a sphere)."""
    (east, north), (far_east, far_north) = one, other
    up, over = radians(far_north - north), radians(far_east - east)
    half = sin(up / 2) ** 2 + cos(radians(north)) * cos(radians(far_north)) * sin(over / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def wind(one: Degrees, other: Degrees) -> str:
    """Give in which of eight directions the second point lies from the first.

    Near at hand; over a long way the direction is that of the map and not of the shortest way.
    """
    (east, north), (far_east, far_north) = one, other
    right = (far_east - east) * cos(radians((north + far_north) / 2))
    up = far_north - north
    steep = 2.414  # tan(67.5 degrees): where one of eight winds gives way to the next
    if abs(up) > steep * abs(right):
        return "north" if up > 0 else "south"
    if abs(right) > steep * abs(up):
        return "east" if right > 0 else "west"
    return f"{'north' if up > 0 else 'south'}-{'east' if right > 0 else 'west'}"


def to_border(point: Degrees, strokes: Iterable[Stroke]) -> tuple[float, Degrees] | None:
    """Give how many kilometres a point lies from the nearest border, and where that is."""
    found = [
        _nearest(point, one, other)
        for stroke in strokes
        if stroke.ink is Ink.BORDER
        for one, other in pairwise(stroke.points)
        if abs(one[1] - point[1]) < 3 and abs(one[0] - point[0]) < 4  # noqa: PLR2004 - degrees
    ]
    return min(found, default=None)


def _nearest(point: Degrees, one: Degrees, other: Degrees) -> tuple[float, Degrees]:
    narrow = cos(radians(point[1]))
    ax, ay = (other[0] - one[0]) * narrow, other[1] - one[1]
    px, py = (point[0] - one[0]) * narrow, point[1] - one[1]
    length = ax * ax + ay * ay
    along = 0.0 if not length else min(1.0, max(0.0, (px * ax + py * ay) / length))
    near = (one[0] + along * (other[0] - one[0]), one[1] + along * (other[1] - one[1]))
    return kilometres(point, near), near
