"""This is what keys are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from textual.keys import format_key

_CALLED = {
    "down": "down",
    "enter": "Enter",
    "left": "left",
    "pagedown": "page down",
    "pageup": "page up",
    "right": "right",
    "tab": "tab",
    "up": "up",
}


def called(key: str) -> str:
    """Give the name of a key: ``question_mark`` is ``?``."""
    return _CALLED.get(key) or format_key(key)


def called_now(keymap: Mapping[str, str], name: str, own: str) -> str:
    """Give the name of the key that does something by now; ``own`` is the one it comes with."""
    return called(keymap.get(name, own).partition(",")[0])
