"""This is the theme for reading by day: black ink on paper that is not quite white."""

from __future__ import annotations

from game.tui.palette import Palette

PALETTE = Palette(
    dark=False,
    ground="#FBF8F1",
    text="#2B2925",
    bright="#000000",
    quiet="#5F5B52",
    recorded="#1F5A4A",
    accent="#9A3412",
    rule="#CFC8BA",
    agree="#0F2A7A",
    conflict="#5A2E00",
    beyond="#B81BDD",
    silent="#6E6E6E",
)
