"""This is the coast and the borders of the map, cut out of Natural Earth.

Natural Earth is in the public domain. Its 1:10m countries are taken from npm's ``world-atlas``
2.0.2 (``npm pack world-atlas@2.0.2``, then ``countries-10m.json``), where they stand as TopoJSON:
lines shared by two countries are borders, lines of one country alone are coast. The borders are
those of today.

    python docs/map/cut.py countries-10m.json
"""
# ruff: noqa: INP001 - a script beside its map, no package

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

Point: TypeAlias = tuple[float, float]

OUTLINE = Path(__file__).parents[2] / "game" / "charting" / "outline.json"
WINDOW = (115.0, 32.0, 146.0, 55.0)
"""West, south, east and north of what is kept, in degrees."""
NEAR = (129.5, 41.8, 132.6, 44.2)
"""Where every point is kept: the country around the line."""
TOLERANCE = 0.02
"""Degrees by which a line may be off elsewhere."""
NEAR_TOLERANCE = 0.0008
LEAST = 0.3
"""Degrees of height and width below which an island is left out."""
NOT_IN_1938 = {frozenset({"North Korea", "South Korea"})}


def lines(atlas: dict[str, Any]) -> list[tuple[list[Point], frozenset[str]]]:
    """Give every line in degrees, with the countries that it bounds."""
    (scale_x, scale_y), (west, south) = (
        atlas["transform"]["scale"],
        atlas["transform"]["translate"],
    )
    owners: dict[int, set[str]] = defaultdict(set)
    for country in atlas["objects"]["countries"]["geometries"]:
        for index in flat(country.get("arcs", [])):
            owners[index if index >= 0 else ~index].add(country["properties"]["name"])
    found = []
    for index, arc in enumerate(atlas["arcs"]):
        summed = accumulate(arc, lambda one, step: [one[0] + step[0], one[1] + step[1]])
        points = [(x * scale_x + west, y * scale_y + south) for x, y in summed]
        found.append((points, frozenset(owners[index])))
    return found


def flat(rings: list[Any]) -> list[int]:
    """Give the numbers in lists within lists."""
    return [
        number for ring in rings for number in (flat(ring) if isinstance(ring, list) else [ring])
    ]


def inside(point: Point, box: tuple[float, float, float, float]) -> bool:
    """Say whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def pieces(points: list[Point]) -> list[list[Point]]:
    """Cut a line at the window, one point beyond it kept on either side."""
    found: list[list[Point]] = []
    open_piece: list[Point] = []
    for before, point in zip([None, *points], points, strict=False):
        if inside(point, WINDOW):
            open_piece = open_piece or ([before] if before else [])
            open_piece.append(point)
        elif open_piece:
            found.append([*open_piece, point])
            open_piece = []
    return [*found, open_piece] if open_piece else found


def simpler(points: list[Point]) -> list[Point]:
    """Leave out points that are off by less than the tolerance (Douglas and Peucker)."""
    first, last = points[0], points[-1]
    off = [distance(point, first, last) for point in points[1:-1]]
    if not off:
        return points
    worst = max(range(len(off)), key=off.__getitem__)
    keep = off[worst] > TOLERANCE or (
        any(inside(p, NEAR) for p in points[1:-1]) and off[worst] > NEAR_TOLERANCE
    )
    if not keep:
        return [first, last]
    return [*simpler(points[: worst + 2])[:-1], *simpler(points[worst + 1 :])]


def distance(point: Point, first: Point, last: Point) -> float:
    """Give how far a point lies from the stretch between two others, in degrees."""
    (x, y), (ax, ay), (bx, by) = point, first, last
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if not length else ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
    along = min(1.0, max(0.0, along))
    return float(((x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2) ** 0.5)


def wide(points: list[Point]) -> bool:
    """Say whether a line is long enough to be seen on the wide sheet, or lies near the line."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(xs) - min(xs) + max(ys) - min(ys) > LEAST or any(inside(p, NEAR) for p in points)


def main(source: str) -> None:
    """Cut, and write what was cut as thousandths of a degree."""
    kept: dict[str, list[list[list[int]]]] = {"coast": [], "border": []}
    for points, owners in lines(json.loads(Path(source).read_text(encoding="utf-8"))):
        if owners in NOT_IN_1938:
            continue
        kind = "border" if len(owners) > 1 else "coast"
        for piece in map(simpler, pieces(points)):
            if wide(piece):
                kept[kind].append([[round(x * 1000), round(y * 1000)] for x, y in piece])
    rows = []
    for kind, cut in kept.items():
        shapes = ",\n".join(json.dumps(line, separators=(",", ":")) for line in cut)
        rows.append(f'"{kind}": [\n{shapes}\n]')
    OUTLINE.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
