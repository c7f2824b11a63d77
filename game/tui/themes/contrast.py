"""This is the theme for eyes that need more: nothing below seven to one, on black."""

from __future__ import annotations

from game.tui.palette import Palette

PALETTE = Palette(
    dark=True,
    ground="#000000",
    text="#F2F2F2",
    bright="#FFFFFF",
    quiet="#C8CCD2",
    recorded="#FFE08A",
    accent="#FFB000",
    rule="#545960",
    agree="#B8DFFF",
    conflict="#F5D90A",
    beyond="#F26CFA",
    silent="#A8A8A8",
)
