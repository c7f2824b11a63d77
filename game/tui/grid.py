"""This is a comparison as lines: accounts down, claims across, as many claims as fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import assert_never

from rich.cells import cell_len
from textual.content import Content

from game.playing.evidence import Cell, Column, Comparison, Row
from game.record.status import Family
from game.tui.evidence import badge
from game.tui.ink import (
    BRIGHT,
    EMPTY,
    MARK,
    QUIET,
    STRONG,
    Block,
    join,
    lay,
    shorten,
    words,
)
from game.tui.sign import Signs

GUTTER = 2
"""Cells for the caret, and between columns."""
STICKY = 26
"""Cells of the first column at most."""
SLIM, BROAD = 16, 34
"""Cells of a claim's column at least and at most."""
MOST = 6
"""Claims seen at once at most."""
TALL = 3
"""Lines of a cell at most; the rest is said in full below the table."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of a table is seen."""

    sticky: int
    wide: int
    first: int
    count: int

    @property
    def columns(self) -> slice:
        """The claims that are seen."""
        return slice(self.first, self.first + self.count)


def frame(comparison: Comparison, width: int, selected: int, first: int) -> Frame:
    """Give the columns that fit, moved as little as it takes for the selected one to be seen."""
    labels = max((cell_len(row.label) for row in comparison.rows), default=0)
    sticky = min(max(labels, len("for, against")), STICKY, max(width // 4 + 1, 10))
    room = width - GUTTER - sticky
    columns = max(len(comparison.columns), 1)
    count = max(min(room // (SLIM + GUTTER), columns, MOST), 1)
    wide = max(min(room // count - GUTTER, BROAD), 4)
    first = max(min(first, selected), selected - count + 1, 0)
    return Frame(sticky, wide, min(first, columns - count), count)


def head_lines(
    comparison: Comparison, seen: Frame, selected: int, signs: Signs, most: int
) -> list[Content]:
    """Write the claims over their columns, cut after so many lines; the selected one stands out."""
    cells = [
        _fit(words(column.says, STRONG if number == selected else QUIET), seen.wide, most, signs)
        for number, column in enumerate(comparison.columns)
    ]
    high = max((len(cell) for cell in cells), default=0)
    # heads stand on the line below them
    padded = [[EMPTY] * (high - len(cell)) + cell for cell in cells[seen.columns]]
    return _across([], padded, seen)


def row_lines(row: Row, seen: Frame, selected: int | None, signs: Signs) -> list[Content]:
    """Write one account; ``selected`` is the column that is pointed at, if the row is."""
    here = selected is not None
    label = lay([Block(words(row.label, STRONG if here else ""), hang=0)], seen.sticky)
    cells = []
    for number, cell in enumerate(row.cells):
        said = cell_words(cell, signs)
        style = f"{STRONG} reverse" if number == selected else _ink(cell[0])
        cells.append(_fit(words(said, style), seen.wide, TALL, signs))
    return _across(label, cells[seen.columns], seen, signs.caret if here else "")


def foot_lines(comparison: Comparison, seen: Frame, signs: Signs) -> list[Content]:
    """Write how well each claim is known, and how many witnesses are for and against it."""
    columns = comparison.columns[seen.columns]
    counts = [
        [words(f"{each.witnesses_for} for, {each.witnesses_against} against")] for each in columns
    ]
    badges = [lay([Block(_status(each, signs))], seen.wide) for each in columns]
    return [
        *_across([words("witnesses", QUIET)], counts, seen),
        *_across([words("known", QUIET)], badges, seen),
    ]


def cell_words(cell: tuple[Cell, str], signs: Signs) -> str:
    """Say what an account has on a claim, in words."""
    what, place = cell
    match what:
        case Cell.TELLS:
            return place or what.value
        case Cell.NARROWER:
            return f"{place or 'tells'}, more narrowly"
        case Cell.REPORTS | Cell.DENIES | Cell.DOUBTS:
            return f"{what.value}, {place}" if place else what.value
        case Cell.RIVAL:
            return "otherwise"
        case Cell.NOTHING:
            return signs.dash
        case Cell.SILENT | Cell.NOT_CONSULTED:
            return str(what.value)
        case _:
            assert_never(what)


def cell_sentence(row: Row, column: Column, cell: tuple[Cell, str]) -> str:
    """Say the same in full, as the line below the table."""
    what, place = cell
    said = "says nothing of this claim" if what is Cell.NOTHING else what.value
    where = f", {place}" if place else ""
    wider = f" The claim stands within: {column.within}" if column.within else ""
    return f"{row.label} ({row.read}): {said}{where}.{wider}"


def _status(column: Column, signs: Signs) -> Content:
    return badge(column.status, signs) if column.status else words(signs.dash, QUIET)


def _ink(cell: Cell) -> str:
    if cell in (Cell.TELLS, Cell.NARROWER):
        return BRIGHT
    if cell in (Cell.DENIES, Cell.DOUBTS):
        return f"${Family.CONFLICT.value}"
    return "" if cell in (Cell.REPORTS, Cell.RIVAL) else QUIET


def _fit(text: Content, width: int, most: int, signs: Signs) -> list[Content]:
    """Break a text into so many lines at most; the last says whether there was more."""
    lines = lay([Block(text)], width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last.cell_length + cell_len(signs.cut) > width and " " in last.plain:
        last = last[: last.plain.rindex(" ")]
    return [*lines[: most - 1], shorten(last + signs.cut, width, signs.cut)]


def _across(
    label: Sequence[Content], cells: Sequence[list[Content]], seen: Frame, caret: str = ""
) -> list[Content]:
    """Put cells beside one another, the label before them."""
    lines = []
    for number, (first, *others) in enumerate(zip_longest(label, *cells, fillvalue=EMPTY)):
        mark = words(caret if number == 0 else "", f"bold {MARK}")
        pieces = [_pad(mark, GUTTER), _pad(first, seen.sticky)]
        for each in others:
            pieces += [words(" " * GUTTER), _pad(each, seen.wide)]
        lines.append(join(*pieces))
    return lines


def _pad(text: Content, width: int) -> Content:
    return join(text, words(" " * max(width - cell_len(text.plain), 0)))
