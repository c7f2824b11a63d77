"""This is the menu: all that can be done on the screen it was called from, each with its key."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from game.tui.ink import QUIET, words
from game.tui.keys import EVERYWHERE, TYPED, Key
from game.tui.screens.sifting import Sifting, matches
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry

_OF_COURSE = ("take", "menu", "page-up", "read-on", "leave", "copy")


class Doings(Sifting):
    """Lists what has a key and a sentence; gives the number of the key that is wanted."""

    KEYS: tuple[Key, ...] = tuple(
        replace(key, word="do it") if key.name == "take" else key for key in TYPED
    )
    HINT = "type to search"

    def __init__(self, signs: Signs, keys: tuple[Key, ...]) -> None:
        super().__init__(signs)
        self.doings = tuple(
            key for key in (*keys, *EVERYWHERE) if key.says and key.name not in _OF_COURSE
        )

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the name of the page."""
        return words("All that can be done here", QUIET)

    def _left(self) -> list[int]:
        return [
            number
            for number, key in enumerate(self.doings)
            if matches(self.typed, key.says, key.name, key.called)
        ]

    def entries(self) -> list[Entry]:
        """Give one entry a key."""
        doings = (self.doings[number] for number in self._left())
        return [Entry(words(key.says), key.called) for key in doings]

    def action_take(self) -> None:
        """Do what the caret points at."""
        left = self._left()
        if left:
            self.dismiss(left[self.menu.selected])
