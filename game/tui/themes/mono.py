"""This is the theme without colour: the terminal's own ink and ground, weight, and underlines.

It is what ``NO_COLOR`` asks for: no colour is ever named to the terminal.
"""

from __future__ import annotations

from game.tui.palette import Palette

_OWN = "ansi_default"

PALETTE = Palette(
    dark=True,
    ground=_OWN,
    text=_OWN,
    bright=_OWN,
    quiet=_OWN,
    recorded=_OWN,
    accent=_OWN,
    rule=_OWN,
    agree=_OWN,
    conflict=_OWN,
    beyond=_OWN,
    silent=_OWN,
)
