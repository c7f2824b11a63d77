"""This is the coast and the borders that a map is drawn from.

Natural Earth 1:10m, in the public domain, as npm's ``world-atlas`` 2.0.2 carries it; the borders
are those of today. ``docs/map/cut.py`` made the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import TypeAlias

Degrees: TypeAlias = tuple[float, float]
"""East, then north."""


class Ink(Enum):
    """What a mark on the map belongs to."""

    EMPTY = "empty"
    COAST = "coast"
    BORDER = "border"
    RAIL = "rail"
    ROAD = "road"
    PLACE = "place"
    WATER = "water"
    TOLD = "told"
    """A place where an account puts him."""
    HERE = "here"
    LABEL = "label"
    CAPTION = "caption"
    """The name of a country."""
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line across the country."""

    ink: Ink
    points: tuple[Degrees, ...]


@cache
def outline() -> tuple[Stroke, ...]:
    """Give every coast and border there is."""
    text = files("game.charting").joinpath("outline.json").read_text(encoding="utf-8")
    return tuple(
        Stroke(Ink(kind), tuple((east / 1000, north / 1000) for east, north in line))
        for kind, lines in json.loads(text).items()
        for line in lines
    )
