"""This is one file's text while it is read: its lines, its places and the faults found in it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from game.loading.fault import MOST_PROBLEMS, too_many
from game.loading.name import Names
from game.position import Position
from game.problem import Problem, Severity

MOST_HIDDEN = 50
"""The most hidden characters named one by one in a file."""

HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
"""Control, bidirectional, zero-width and unpaired characters, and the line ends of other worlds."""

STAND_IN = "\ufffd"
"""What stands in the text for a character that was refused."""

_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"


class Mark(Protocol):
    """Where libyaml saw something; lines and columns are counted from nought."""

    @property
    def line(self) -> int:
        """The line."""
        ...

    @property
    def column(self) -> int:
        """The column, in characters."""
        ...


class Placed(Protocol):
    """Anything that begins somewhere."""

    @property
    def start(self) -> Mark:
        """Where it begins."""
        ...


class Quoted(Placed, Protocol):
    """A scalar: its text after YAML has read it, and how it was written."""

    @property
    def text(self) -> str:
        """What it says."""
        ...

    @property
    def style(self) -> str:
        """Empty for plain, else the sign it was written with."""
        ...


@dataclass(slots=True, eq=False)
class Source:
    """A file's text, clean of what would upset a parser, with what was found wrong so far."""

    file: str
    text: str
    names: Names
    problems: list[Problem] = field(default_factory=list)
    tabbed: bool = False
    """Whether tabs were found: they are named already, and what follows from them is not."""
    _lines: list[str] = field(default_factory=list)

    def at(self, node: Placed) -> Position:
        """Say where a node begins."""
        mark = node.start
        return Position(self.file, mark.line + 1, mark.column + 1)

    def report(self, code: str, where: Position, statement: str, hint: str = "") -> None:
        """Keep a fault, unless there are so many that no more help."""
        if self.full:
            return
        self.problems.append(Problem(where, code, Severity.ERROR, statement, hint))
        if self.full:
            self.problems.append(too_many(where))

    @property
    def full(self) -> bool:
        """Whether so much is wrong that reading on helps nobody."""
        return len(self.problems) >= MOST_PROBLEMS

    @property
    def lines(self) -> list[str]:
        """The lines of the text without their ends."""
        if not self._lines:
            self._lines = self.text.split("\n")
        return self._lines


class Locator:
    """Finds the place in the file of a spot in a scalar's text."""

    __slots__ = ("_exact", "_indents", "_scalar", "_source", "_starts")

    def __init__(self, source: Source, scalar: Quoted) -> None:
        self._source = source
        self._scalar = scalar
        self._starts: list[int] = []
        self._indents: dict[int, int] = {}
        self._exact = -1

    def at(self, offset: int) -> Position:
        """Say where a spot is; the scalar's beginning when its text is not written in one piece."""
        if self._scalar.style == "|":
            return self._in_block(offset)
        if self._exact < 0:
            self._exact = self._column()
        if not self._exact:
            return self._source.at(self._scalar)
        return Position(self._source.file, self._scalar.start.line + 1, self._exact + offset)

    def _in_block(self, offset: int) -> Position:
        if not self._starts:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self._scalar.text))]
        row = bisect_right(self._starts, offset) - 1
        if row not in self._indents:
            self._indents[row] = self._indent(row)
        column = self._indents[row] + offset - self._starts[row] + 1
        return Position(self._source.file, self._scalar.start.line + 2 + row, column)

    def _indent(self, row: int) -> int:
        text, start = self._scalar.text, self._starts[row]
        end = text.find("\n", start)
        width = (len(text) if end < 0 else end) - start
        line = self._scalar.start.line + 1 + row
        written = self._source.lines[line] if line < len(self._source.lines) else ""
        return max(len(written) - width, 0)

    def _column(self) -> int:
        mark = self._scalar.start
        begin = mark.column + (1 if self._scalar.style else 0)
        text = self._scalar.text
        return begin + 1 if self._source.lines[mark.line].startswith(text, begin) else 0


def decode(file: str, data: bytes, names: Names) -> Source:
    """Make text of a file's bytes; every byte and character that is refused is reported."""
    source = Source(file, "", names)
    start = Position(file, 1, 1)
    if data.startswith(_UTF_16_OR_32):
        source.report("Y002", start, "This file is not UTF-8.", "Save it as UTF-8.")
        return source
    data = data.removeprefix(_UTF_8_MARK)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        text = data.decode(errors="replace")
        _report_byte(source, data, error.start)
    source.text = text.replace("\r\n", "\n") if "\r" in text else text
    if HIDDEN.search(source.text):
        _report_hidden(source)
        source.text = HIDDEN.sub(_stand_in, source.text)
    return source


def hidden_name(character: str) -> str:
    """Name a character that cannot be seen: ``U+202E right-to-left override``."""
    name = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} {name}"


def _stand_in(match: re.Match[str]) -> str:
    return " " if match[0] == "\t" else STAND_IN


def _report_byte(source: Source, data: bytes, offset: int) -> None:
    before = data[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    source.report(
        "Y003",
        Position(source.file, line, column),
        f"The byte 0x{data[offset]:02X} is not UTF-8.",
        "Save the file as UTF-8; it was perhaps saved as Latin-1 or Windows-1252.",
    )


def _report_hidden(source: Source) -> None:
    text = source.text
    source.tabbed = "\t" in text
    line, seen = 1, 0
    for match in islice(HIDDEN.finditer(text), MOST_HIDDEN):
        spot = match.start()
        line += text.count("\n", seen, spot)
        seen = spot
        column = spot - text.rfind("\n", 0, spot)
        _report_one(source, Position(source.file, line, column), match[0])


def _report_one(source: Source, where: Position, character: str) -> None:
    if character == "\t":
        source.report("Y007", where, "There is a tab here.", "Indent with spaces only.")
        return
    source.report(
        "Y004",
        where,
        f"There is a hidden character here: {hidden_name(character)}.",
        "Take it out, and type the words again where it stood.",
    )
