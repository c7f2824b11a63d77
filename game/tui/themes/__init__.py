"""This is where a theme is found: a file beside this, named in ``settings.setting.THEMES``."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from game.settings.setting import AUTO, THEMES
from game.tui.palette import Palette


def palette(name: str) -> Palette:
    """Give a theme's colours; only the file of one that is wanted is read."""
    found = import_module(f"game.tui.themes.{name}").PALETTE
    if not isinstance(found, Palette):
        raise TypeError(name)  # a file that is no theme was named among them
    return found


def theme_for(wanted: str, environment: Mapping[str, str], colours: str | None) -> str:
    """Choose a theme: the one that is wanted, or one that the terminal can show.

    ``NO_COLOR`` and terminals without colours get none, those of sixteen colours their own.
    """
    if wanted != AUTO:
        return wanted
    if environment.get("NO_COLOR") or colours is None:
        return "mono"
    return "ansi" if colours in ("standard", "windows") else THEMES[0]
