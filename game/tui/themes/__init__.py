"""This is the list of themes; a new one is a file beside this and a line below."""

from __future__ import annotations

from game.tui.themes.night import NIGHT

THEMES = (NIGHT,)
