"""This is the formats, listed by hand: the pictures, the other engines, the page, the data."""

from __future__ import annotations

from game.exporting.format import Format
from game.exporting.formats import dot, html, ink, json, mermaid, svg, twee

ALL: tuple[Format, ...] = (dot, mermaid, svg, ink, twee, html, json)
