"""This is how a scalar is spelt in its file: where each character of its text stands.

Quotation marks, escapes and the folding of lines make a text differ from what is written. A stretch
that is written as it reads can be replaced where it stands; any other cannot.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from game.loading.node import Scalar
from game.loading.source import Locator, Source
from game.position import Position

_FOLD = re.compile(r"[ ]*\n(?:[ ]*\n)*[ ]*")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ ]*|.)", re.DOTALL)
_DOUBLED = "''"


class Sheet:
    """A file's text, with the beginnings of its lines."""

    def __init__(self, source: Source) -> None:
        """Find where the lines begin."""
        self.source = source
        self._starts = [0, *accumulate(len(line) + 1 for line in source.lines)][:-1]

    def offset(self, where: Position) -> int:
        """Give how far into the text a place is."""
        return self._starts[where.line - 1] + where.column - 1

    def line(self, offset: int) -> int:
        """Give the line of a spot of the text, counted from one."""
        return bisect_right(self._starts, offset)


class Spelling:
    """One scalar of a file."""

    def __init__(self, sheet: Sheet, scalar: Scalar) -> None:
        """Look nothing up yet."""
        self._sheet = sheet
        self._scalar = scalar
        self._spots: list[int] | None = None

    def start(self, begin: int, end: int) -> int | None:
        """Give where a stretch of the text begins in the file's text, if it is written there."""
        spots = self._found()
        if not 0 <= begin < end <= len(spots):
            return None
        at = spots[begin]
        written = self._sheet.source.text[at : at + end - begin]
        return at if written == self._scalar.text[begin:end] else None

    def line(self, begin: int) -> int:
        """Give the line of the file on which a spot of the text stands, counted from one."""
        spots = self._found()
        return self._sheet.line(spots[begin]) if begin < len(spots) else self._scalar.start.line + 1

    def _found(self) -> list[int]:
        if self._spots is None:
            self._spots = self._in_block() if self._scalar.style == "|" else self._in_flow()
        return self._spots

    def _in_block(self) -> list[int]:
        locate = Locator(self._sheet.source, self._scalar)
        # A text may end in a line's end that the file, at its own end, does not have.
        text = self._scalar.text.rstrip("\n")
        return [self._sheet.offset(locate.at(offset)) for offset in range(len(text))]

    def _in_flow(self) -> list[int]:
        """Go through what is written and what it reads as, side by side."""
        text, written, style = self._scalar.text, self._sheet.source.text, self._scalar.style
        at = self._sheet.offset(self._sheet.source.at(self._scalar)) + (1 if style else 0)
        spots: list[int] = []
        while len(spots) < len(text):
            step, length = _step(written, at, style)
            if step > 1:
                spots += [at] * length
            elif written[at : at + 1] == text[len(spots)]:
                spots.append(at)
            else:
                break
            at += step
        return spots


def _step(written: str, at: int, style: str) -> tuple[int, int]:
    """Give how many characters are written here, and how many of the text they make."""
    fold = _FOLD.match(written, at)
    if fold is not None:
        return len(fold[0]), max(fold[0].count("\n") - 1, 1)
    if style == '"' and written[at : at + 1] == "\\":
        escape = _ESCAPE.match(written, at)
        if escape is not None:
            return len(escape[0]), 0 if escape[0][1] == "\n" else 1
    if style == "'" and written.startswith(_DOUBLED, at):
        return len(_DOUBLED), 1
    return 1, 1
