"""This is what keys are called on the screen."""

from __future__ import annotations

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
