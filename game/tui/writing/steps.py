"""This is all that a writer did in the preview, and the way back to any of it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.writing.view import Done
from game.tui.ink import QUIET, between, prose, words
from game.tui.keys import Key, bindings
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry
from game.tui.writing.keys import STEPS


class Steps(Listing):
    """Lists the steps, oldest first; gives the number of the one to go back to."""

    KEYS: tuple[Key, ...] = STEPS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(STEPS)]

    def __init__(self, signs: Signs, done: tuple[Done, ...]) -> None:
        super().__init__(signs)
        self._done = done

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the name of the page."""
        return words("All that you did", QUIET)

    def entries(self) -> list[Entry]:
        """Give one entry a step."""
        return [
            Entry(
                words(each.said),
                str(number),
                between(
                    words(f" {self.signs.dot} ", QUIET),
                    (prose(each.text, plain=True).stylize(QUIET), words(f"to {each.scene}", QUIET)),
                ),
            )
            for number, each in enumerate(self._done)
        ]

    def first(self, count: int) -> int:
        """Point at the last step."""
        return count - 1

    def action_take(self) -> None:
        """Go back to how it was after the step at the caret."""
        self.dismiss(self.menu.selected)
