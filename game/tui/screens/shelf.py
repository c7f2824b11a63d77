"""This is the shelf of kept plays."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.opening import Slip
from game.tui.finished import Finished
from game.tui.ink import QUIET, between, fitting, words
from game.tui.keys import SHELF, Key, bindings
from game.tui.screens.leaf import MEASURE
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry


class Shelf(Listing):
    """Lists kept plays, the newest first, and gives the place of the one to open."""

    KEYS: tuple[Key, ...] = SHELF
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SHELF)]

    def __init__(self, signs: Signs, slips: tuple[Slip, ...]) -> None:
        super().__init__(signs)
        self._slips = slips

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the name of the page."""
        return words("Open a save", QUIET)

    def entries(self) -> list[Entry]:
        """Give one entry a play."""
        return [
            Entry(self._text(slip), str(number), words(slip.trouble, "$conflict"))
            for number, slip in enumerate(self._slips, start=1)
        ]

    def _text(self, slip: Slip) -> Content:
        name = words(slip.slot)
        if not slip.opens:
            return name
        room = MEASURE - 10 - name.cell_length
        return between(words("  "), (name, slip_line(slip, self.signs, room)))

    def action_take(self) -> None:
        """Open the play at the caret, if it opens."""
        if self._slips and self._slips[self.menu.selected].opens:
            self.dismiss(self.menu.selected)


def slip_line(slip: Slip, signs: Signs, width: int) -> Content:
    """Write where a kept play stands, as much of it as fits on one line."""
    turn = f"choice {slip.turn}" if slip.turn else "at the beginning"
    if isinstance(slip, Finished):
        turn = "finished"
    off = "off the record" if slip.off_record else ""
    parts = [words(each, QUIET) for each in (slip.part, slip.scene, turn, off, slip.when) if each]
    return fitting(parts, words(f" {signs.dot} ", QUIET), width)
