"""This is the timeline: what was met that claims a date; disputed dates lie side by side."""

from __future__ import annotations

from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content

from game.playing.timeline import Dated, Moment
from game.playing.timeline import Timeline as Shown
from game.reporting.phrase import listing
from game.tui.evidence import badge
from game.tui.ink import EMPTY, MARK, QUIET, STRONG, Block, join, lay, words
from game.tui.keys import TIMELINE, Key, bindings
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs

WIDEST = 110
"""Columns beyond which the answers lie too far apart."""
SLIM = 24
"""Cells that one of several answers needs at least."""
GUTTER = 2


class Timeline(Sheet):
    """Lists questions of time by their earliest answer, the answers beside one another."""

    KEYS: tuple[Key, ...] = TIMELINE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TIMELINE)]
    TITLE_LINE = "Timeline"

    def __init__(self, signs: Signs, shown: Shown) -> None:
        super().__init__(signs)
        self._shown = shown

    def aside(self) -> Content:
        """Say how much was not met."""
        unmet = self._shown.unmet
        return words(f"{unmet} more not met yet" if unmet else "", QUIET)

    def lay_out(self, width: int, height: int) -> None:  # noqa: ARG002 - the sheet scrolls
        """Lay the years under one another."""
        measure = min(WIDEST, width - 4)
        left = (width - measure) // 2
        self.paper.styles.padding = (0, width - measure - left, 0, left)
        self.paper.write(self.laid(measure))
        self.call_after_refresh(self.refresh_below)

    def laid(self, measure: int) -> list[Content]:
        """Write the moments, year by year."""
        if not self._shown.moments:
            return lay([Block(words("Nothing that has a date was met yet."))], measure)
        lines: list[Content] = []
        year = ""
        for moment in self._shown.moments:
            if moment.year != year:
                year = moment.year
                lines += [*([EMPTY, EMPTY] if lines else []), words(year, f"bold {MARK}")]
            lines += [EMPTY, *lay([Block(words(moment.asks, STRONG))], measure)]
            lines += self._answers(moment, measure)
        return lines

    def _answers(self, moment: Moment, measure: int) -> list[Content]:
        room = measure - GUTTER
        beside = max(1, min(len(moment.answers), (room + GUTTER) // (SLIM + GUTTER)))
        wide = (room - GUTTER * (beside - 1)) // beside
        lines: list[Content] = []
        for first in range(0, len(moment.answers), beside):
            columns = [self._answer(each, wide) for each in moment.answers[first : first + beside]]
            lines += [EMPTY] if lines else []
            lines += [
                join(Content(" " * GUTTER), *_row(row, wide))
                for row in zip_longest(*columns, fillvalue=EMPTY)
            ]
        return lines

    def _answer(self, dated: Dated, wide: int) -> list[Content]:
        written = (
            words(dated.when),
            words(dated.says, QUIET),
            badge(dated.status, self.signs),
            words(listing(dated.accounts) if dated.accounts else "nobody tells it", QUIET),
        )
        return [line for text in written for line in lay([Block(text)], wide)]


def _row(row: tuple[Content, ...], wide: int) -> list[Content]:
    *before, last = row
    padded = [join(cell, Content(" " * (wide + GUTTER - cell_len(cell.plain)))) for cell in before]
    return [*padded, last]
