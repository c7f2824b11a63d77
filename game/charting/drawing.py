"""This is a map in cells: strokes become dots, pins become marks with their names beside them.

Every kind of stroke has its own rhythm of dots, and its own letter where only ASCII can be shown,
so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import ceil, hypot

from game.charting.outline import Degrees, Ink, Stroke
from game.charting.sheet import ACROSS, DOWN, Frame

_DOT_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a braille cell, by line and column (Unicode, block U+2800)."""
_RHYTHM = {Ink.COAST: (1, 1), Ink.BORDER: (3, 5), Ink.RAIL: (1, 2), Ink.ROAD: (1, 4)}
"""So many dots drawn out of so many."""
_RANK = (Ink.BORDER, Ink.COAST, Ink.RAIL, Ink.ROAD)
"""Whose ink a cell takes where two strokes meet in it."""
_LETTERS = {Ink.COAST: ".", Ink.BORDER: "#", Ink.RAIL: "=", Ink.ROAD: "-"}
_MARKS = {Ink.PLACE: ("▫", "o"), Ink.WATER: ("~", "~"), Ink.TOLD: ("▪", "x"), Ink.HERE: ("◉", "@")}
_NICE = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)


@dataclass(frozen=True, slots=True)
class Pin:
    """A place to be marked."""

    place: str
    name: str
    at: Degrees
    ink: Ink = Ink.PLACE


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring cells of one ink."""

    text: str
    ink: Ink


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished map."""

    rows: tuple[tuple[Run, ...], ...]
    scale: int
    """Kilometres that the bar is long."""
    bar: int
    """Cells that the bar is long."""
    unnamed: tuple[Pin, ...]
    """Pins beside which there was no room for a name."""


@dataclass(slots=True)
class _Cells:
    frame: Frame
    fine: bool
    dots: dict[tuple[int, int], int] = field(default_factory=dict)
    inks: dict[tuple[int, int], Ink] = field(default_factory=dict)
    letters: dict[tuple[int, int], tuple[str, Ink]] = field(default_factory=dict)

    def holds(self, column: int, line: int) -> bool:
        return 0 <= column < self.frame.columns and 0 <= line < self.frame.lines

    def dot(self, x: int, y: int, ink: Ink) -> None:
        cell = (x // ACROSS, y // DOWN)
        if not self.holds(*cell):
            return
        self.dots[cell] = self.dots.get(cell, 0) | _DOT_BITS[y % DOWN][x % ACROSS]
        there = self.inks.get(cell, ink)
        self.inks[cell] = min(there, ink, key=_RANK.index)

    def stroke(self, stroke: Stroke) -> None:
        drawn, of = _RHYTHM[stroke.ink] if self.fine else (1, 1)
        points = [self.frame.dots(point) for point in stroke.points]
        step = 0
        for (x, y), (far_x, far_y) in pairwise(points):
            if not self._near(x, y, far_x, far_y):
                continue
            steps = max(1, ceil(hypot(far_x - x, far_y - y)))
            for index in range(steps):
                if (step + index) % of < drawn:
                    along = index / steps
                    self.dot(int(x + along * (far_x - x)), int(y + along * (far_y - y)), stroke.ink)
            step += steps

    def _near(self, x: float, y: float, far_x: float, far_y: float) -> bool:
        wide, high = self.frame.columns * ACROSS, self.frame.lines * DOWN
        return (
            max(x, far_x) >= 0
            and min(x, far_x) < wide
            and max(y, far_y) >= 0
            and min(y, far_y) < high
        )

    def write(self, column: int, line: int, text: str, ink: Ink) -> None:
        for index, letter in enumerate(text):
            self.letters[column + index, line] = (letter, ink)

    def is_free(self, column: int, line: int, length: int) -> bool:
        """Say whether so many cells lie on the map and hold no letter, nor do their neighbours."""
        if not (self.holds(column, line) and self.holds(column + length - 1, line)):
            return False
        return not any((column + index, line) in self.letters for index in range(-1, length + 1))

    def inked(self, column: int, line: int, length: int) -> int:
        """Say how many of the cells would cover a stroke."""
        return sum((column + index, line) in self.dots for index in range(length))

    def at(self, column: int, line: int) -> tuple[str, Ink]:
        written = self.letters.get((column, line))
        if written:
            return written
        ink = self.inks.get((column, line), Ink.EMPTY)
        if ink is Ink.EMPTY:
            return " ", ink
        return (chr(0x2800 + self.dots[column, line]) if self.fine else _LETTERS[ink]), ink


def draw(
    frame: Frame,
    strokes: Iterable[Stroke],
    pins: Iterable[Pin],
    *,
    captions: Iterable[Pin] = (),
    fine: bool = True,
) -> Drawing:
    """Draw a map. ``fine`` draws with braille dots, else with ASCII.

    Captions are names without a mark, of countries: a country beyond the sheet is named at the edge
    towards it. They are left out where there is no room.
    """
    cells = _Cells(frame, fine)
    for stroke in strokes:
        cells.stroke(stroke)
    scale, bar = _bar(frame)
    label = f"{scale} km"
    if frame.columns > bar + len(label) + 2 and frame.lines > 1:
        _scale(cells, bar, label)
    shown = sorted(
        (pin for pin in pins if cells.holds(*frame.cell(pin.at))),
        key=lambda pin: (pin.ink is not Ink.HERE, pin.ink is not Ink.TOLD),
    )
    shown = list({cells.frame.cell(pin.at): pin for pin in reversed(shown)}.values())[::-1]
    for pin in shown:
        cells.write(*frame.cell(pin.at), mark(pin.ink, fine=fine), pin.ink)
    named: set[tuple[tuple[int, int], str]] = set()
    for caption in captions:
        _caption(cells, caption)
    unnamed = tuple(pin for pin in shown if not _name(cells, pin, named))
    return Drawing(
        rows=tuple(_row(cells, line) for line in range(frame.lines)),
        scale=scale,
        bar=bar,
        unnamed=unnamed,
    )


def mark(ink: Ink, *, fine: bool) -> str:
    """Give the mark of a pin."""
    return _MARKS[ink][0 if fine else 1]


def sample(ink: Ink, *, fine: bool) -> str:
    """Give a short stretch of a stroke, for the legend."""
    if not fine:
        return _LETTERS[ink] * 3
    drawn, of = _RHYTHM[ink]
    bits = [sum(_DOT_BITS[1][x] for x in (0, 1) if (2 * c + x) % of < drawn) for c in range(4)]
    return "".join(chr(0x2800 + each) for each in bits)


def _bar(frame: Frame) -> tuple[int, int]:
    cell = frame.dot * ACROSS
    scale = next(
        length for length in (*_NICE, 1) if length / cell <= frame.columns / 4 or length == 1
    )
    return scale, max(1, round(scale / cell))


def _scale(cells: _Cells, bar: int, label: str) -> None:
    wall, rule = ("├", "─") if cells.fine else ("|", "-")
    end = "┤" if cells.fine else "|"
    text = f"{wall}{rule * max(0, bar - 2)}{end} {label}" if bar > 1 else f"{rule} {label}"
    cells.write(cells.frame.columns - len(text) - 1, cells.frame.lines - 1, text, Ink.SCALE)


def _name(cells: _Cells, pin: Pin, named: set[tuple[tuple[int, int], str]]) -> bool:
    column, line = cells.frame.cell(pin.at)
    if ((column, line), pin.name) in named:
        return True
    length = len(pin.name)
    tried = [
        (column + 2, line),
        (column - length - 1, line),
        (column + 2, line - 1),
        (column + 2, line + 1),
        (column - length - 1, line - 1),
        (column - length - 1, line + 1),
        (column - length // 2, line - 1),
        (column - length // 2, line + 1),
    ]
    free = [spot for spot in tried if cells.is_free(*spot, length)]
    if not free:
        return False
    best = min(free, key=lambda spot: (cells.inked(spot[0], spot[1], length), tried.index(spot)))
    cells.write(*best, pin.name, Ink.HERE if pin.ink is Ink.HERE else Ink.LABEL)
    named.add(((column, line), pin.name))
    return True


def _caption(cells: _Cells, pin: Pin) -> None:
    name = pin.name.upper()
    column, line = cells.frame.cell(pin.at)
    column = min(max(column - len(name) // 2, 1), cells.frame.columns - len(name) - 2)
    line = min(max(line, 0), cells.frame.lines - 2)
    if cells.is_free(column, line, len(name)):
        cells.write(column, line, name, Ink.CAPTION)


def _row(cells: _Cells, line: int) -> tuple[Run, ...]:
    row = [cells.at(column, line) for column in range(cells.frame.columns)]
    runs = groupby(row, key=lambda cell: cell[1])
    return tuple(Run("".join(letter for letter, _ in group), ink) for ink, group in runs)
