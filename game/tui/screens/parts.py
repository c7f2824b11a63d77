"""This is the list of parts that a play may begin at, and the lines that lead to each."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.wayin import WayIn
from game.tui.ink import QUIET, join, words
from game.tui.keys import SHELF, Key, bindings
from game.tui.screens.asking import Asking
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry

SAID = (
    "What was chosen before is as that account has it. Those choices are not yours: they cannot be "
    "taken back, and the debrief leaves them out."
)


class Parts(Listing):
    """Asks for a part, then for a line that leads there, and hands both on."""

    KEYS: tuple[Key, ...] = SHELF
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SHELF)]

    def __init__(
        self, signs: Signs, ways: tuple[WayIn, ...], begin: Callable[[str, str], None]
    ) -> None:
        super().__init__(signs)
        self._ways = ways
        self._begin = begin

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the name of the page."""
        return words("Begin at a part", QUIET)

    def entries(self) -> list[Entry]:
        """Give one entry a part, with its number and when it is."""
        wide = max(len(way.title) for way in self._ways) + 2
        return [
            Entry(
                join(words(way.title.ljust(wide)), words(way.when or _where(way), QUIET)),
                str(way.number),
            )
            for way in self._ways
        ]

    def action_number(self, number: int) -> None:
        """Take a part by its number."""
        for place, way in enumerate(self._ways):
            if way.number == number:
                self.menu.select(place)
                self.action_take()

    def action_take(self) -> None:
        """Ask for the line that leads to the part at the caret."""
        way = self._ways[self.menu.selected]
        if not way.guides:
            self._begin(way.part, "")
            return
        answers = tuple(guide.teller for guide in way.guides)
        asking = Asking(self.signs, f"Who leads you to {way.number} {way.title}?", SAID, answers)

        def led(answer: int | None) -> None:
            if answer is not None:
                self._begin(way.part, way.guides[answer].line)

        self.app.push_screen(asking, led)


def _where(way: WayIn) -> str:
    return "" if way.guides else "where every play begins"
