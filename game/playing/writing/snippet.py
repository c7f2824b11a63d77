"""This is the line of a file that a fault is about, with a caret under the spot."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from game.position import Position
from game.problem import Problem

WIDTH = 76
_AHEAD = 12
"""Columns kept free behind the caret where a line is cut."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of a file, and the caret's line under it."""

    line: str
    caret: str

    @property
    def lines(self) -> tuple[str, str]:
        """Both, to be written one under the other."""
        return self.line, self.caret


def snippet(text: str, where: Position, width: int = WIDTH) -> Snippet | None:
    """Show a line of a file with a caret under its column; ``None`` for a line without words."""
    if not text.strip():
        return None
    gutter = f"{where.line:>4} | "
    room = max(width - len(gutter), 2 * _AHEAD)
    shown = "".join(each if each.isprintable() else " " for each in text.rstrip())
    caret = min(where.column - 1, len(shown))
    begin = 0
    if _cells(shown[:caret]) > room - _AHEAD:
        begin = _first(shown, caret, room - _AHEAD)
        shown, caret = _CUT + shown[begin + 1 :], caret - begin
    shown = shown[: _first_over(shown, room)]
    bar = f"{'':>4} | "
    return Snippet(f"{gutter}{shown}", f"{bar}{' ' * _cells(shown[:caret])}^")


def primary_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give problems by place, those of the files themselves first: others may follow from them."""
    return tuple(sorted(problems, key=lambda each: (each.code[0] != "Y", each.sort_key)))


def _cells(text: str) -> int:
    return sum(_wide(each) for each in text)


def _wide(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _first(text: str, caret: int, room: int) -> int:
    """Give where to cut a line off on the left so that the caret is in sight."""
    begin = caret
    while begin > 0 and _cells(text[begin - 1 : caret]) <= room:
        begin -= 1
    return begin


def _first_over(text: str, room: int) -> int:
    used = 0
    for index, character in enumerate(text):
        used += _wide(character)
        if used > room:
            return index
    return len(text)
