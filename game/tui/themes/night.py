"""This is the theme for reading by night: ink of the colour of paper on the blue of the hour."""

from __future__ import annotations

from game.tui.palette import Palette

PALETTE = Palette(
    dark=True,
    ground="#12161C",
    text="#D3D0C6",
    bright="#F6F2E6",
    quiet="#8D949C",
    recorded="#E3CFA3",
    accent="#E0A458",
    rule="#3A424D",
    agree="#8FCBF7",
    conflict="#F5D90A",
    beyond="#E85CF2",
    silent="#8F9399",
)
