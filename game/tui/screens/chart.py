"""This is the map: the coast, the line, where the reader stands and where accounts put him."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.charting.drawing import Drawing, draw, mark, sample
from game.charting.outline import Ink
from game.charting.sheet import Sheet as Country
from game.charting.sheet import frame
from game.playing.chart import Chart as Shown
from game.playing.chart import Told
from game.reporting.phrase import listing
from game.tui.evidence import badge
from game.tui.ink import BRIGHT, MARK, QUIET, RULE, Block, between, join, lay, words
from game.tui.keys import CHART, Key, bindings
from game.tui.screens.sheet import Sheet, heading
from game.tui.sign import Signs

WIDEST = 110
"""Columns beyond which a map says no more."""
LOWEST = 8
"""Lines below which a map says nothing."""
_STYLES = {
    Ink.COAST: QUIET,
    Ink.BORDER: MARK,
    Ink.RAIL: RULE,
    Ink.ROAD: RULE,
    Ink.PLACE: "",
    Ink.WATER: QUIET,
    Ink.TOLD: "$recorded",
    Ink.HERE: f"bold {BRIGHT}",
    Ink.LABEL: "",
    Ink.CAPTION: QUIET,
    Ink.SCALE: QUIET,
}
ORIGIN = (
    "Coast and border: Natural Earth, in the public domain, as they run today. Roads and railways "
    "are drawn straight between places. Places are marked to within a few kilometres."
)


class Chart(Sheet):
    """Draws one of two sheets of country; Tab turns to the other."""

    KEYS: tuple[Key, ...] = CHART
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHART)]
    TITLE_LINE = "Map"

    def __init__(self, signs: Signs, shown: Shown) -> None:
        super().__init__(signs)
        self._shown = shown
        self._country = shown.sheet()
        self._high = LOWEST

    def aside(self) -> Content:
        """Name the stretch of country."""
        return words(f"{self._country.title}, north up", QUIET)

    def lay_out(self, width: int, height: int) -> None:
        """Give the map the screen, and put what it says below."""
        measure = min(WIDEST, width - 4)
        left = (width - measure) // 2
        self._high = max(LOWEST, height - 8)
        self.paper.styles.padding = (0, width - measure - left, 0, left)
        self.paper.write(self.laid(measure))
        self.call_after_refresh(self.refresh_below)

    def laid(self, measure: int) -> list[Content]:
        """Draw the map, its legend, and what is told."""
        shown = self._shown
        drawing = draw(
            frame(self._country, measure, self._high),
            shown.strokes,
            shown.on(self._country),
            captions=shown.countries,
            fine=not self.signs.ascii,
        )
        return [*_rows(drawing), *lay(self._below_it(), measure)]

    def _below_it(self) -> list[Block]:
        blocks = [Block(self._legend(), gap=1)]
        blocks += [Block(words(" ".join(self._shown.where)), gap=1)] if self._shown.where else []
        if self._shown.told:
            blocks.append(Block(heading("Where accounts put him"), gap=1))
            blocks += [block for told in self._shown.told for block in self._teller(told)]
        return [*blocks, Block(words(ORIGIN, QUIET), gap=1)]

    def _teller(self, told: Told) -> list[Block]:
        sign = words(f"{mark(Ink.TOLD, fine=not self.signs.ascii)} ", _STYLES[Ink.TOLD])
        return [
            Block(join(words(f"{told.name}. ", BRIGHT), words(told.says)), hang=2, first=sign),
            Block(
                join(badge(told.status, self.signs), words(f"  {listing(told.accounts)}", QUIET)),
                indent=2,
            ),
        ]

    def _legend(self) -> Content:
        fine = not self.signs.ascii
        pins = ((Ink.HERE, "you"), (Ink.TOLD, "he, by an account"))
        strokes = (
            (Ink.BORDER, "border"),
            (Ink.COAST, "coast"),
            (Ink.RAIL, "rail"),
            (Ink.ROAD, "road"),
        )
        parts = [
            join(words(f"{mark(ink, fine=fine)} ", _STYLES[ink]), words(name, QUIET))
            for ink, name in pins
        ]
        parts += [
            join(words(f"{sample(ink, fine=fine)} ", _STYLES[ink]), words(name, QUIET))
            for ink, name in strokes
        ]
        return between(words("  "), parts)

    def action_turn(self) -> None:
        """Turn to the other sheet."""
        self._country = Country.WIDE if self._country is Country.NEAR else Country.NEAR
        self.paper.to_line(0)
        self.rearrange()


def _rows(drawing: Drawing) -> list[Content]:
    return [join(*(_run(run.text, run.ink) for run in row)) for row in drawing.rows]


def _run(text: str, ink: Ink) -> Content:
    return words(text, _STYLES[ink]) if ink is not Ink.EMPTY else Content(text)
