"""This is the theme for terminals of sixteen colours, in the shades that each has for their names.

Ground and ink are both named, so that neither can come out on its like. Dark grey draws lines only.
"""

from __future__ import annotations

from game.tui.palette import Palette

PALETTE = Palette(
    dark=True,
    ground="ansi_black",
    text="ansi_white",
    bright="ansi_bright_white",
    quiet="ansi_white",
    recorded="ansi_bright_green",
    accent="ansi_bright_green",
    rule="ansi_bright_black",
    agree="ansi_bright_cyan",
    conflict="ansi_bright_yellow",
    beyond="ansi_bright_magenta",
    silent="ansi_white",
)
