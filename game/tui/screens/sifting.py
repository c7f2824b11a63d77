"""This is a list that can be searched by typing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.tui.ink import BRIGHT, MARK, QUIET, join, words
from game.tui.keys import TYPED, Key, bindings, key_line
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry

LONGEST = 60
"""Letters that a search takes."""


class Sifting(Listing):
    """A list with a line above it; what is typed there is what the list is searched for."""

    KEYS: tuple[Key, ...] = TYPED
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TYPED)]
    HINT = "type to search"
    NOTHING = "Nothing has these letters."

    DEFAULT_CSS = """
    Sifting > #query { height: 1; margin: 1 0 0 0; }
    """

    def __init__(self, signs: Signs) -> None:
        super().__init__(signs)
        self.typed = ""
        self.typing = True
        """Whether letters are typed, or are keys."""

    def body(self) -> Iterable[Widget]:
        """Give the line that is typed in, and the list."""
        yield Static(id="query")
        yield from super().body()

    def below(self, width: int) -> Content:
        """Write the line of keys."""
        return key_line(self.KEYS, width, typing=self.typing, keymap=self.signs.keymap)

    def lay_out(self, width: int, height: int) -> None:
        """Lay the line and the list out in the middle."""
        super().lay_out(width, height)
        query = self.query_one("#query", Static)
        query.styles.padding = self.menu.styles.padding
        query.update(self.query_line())
        if not self.menu.written:
            self.menu.write([words(self.NOTHING, QUIET)])

    def query_line(self) -> Content:
        """Write what was typed."""
        caret = words("_" if self.typing else "", f"bold {MARK}")
        hint = words("" if self.typed else f" {self.HINT}", QUIET)
        return join(words("/ ", QUIET), words(self.typed, BRIGHT), caret, hint)

    def refill(self) -> None:
        """Put on the list what is left by what was typed."""
        self.menu.offer(self.entries())
        self.menu.to_line(0)
        self.rearrange()

    def on_key(self, event: events.Key) -> None:
        """Take letters for what they are, while they are typed."""
        if not self.typing or self.is_small:
            return
        if event.key == "backspace":
            self.typed = self.typed[:-1]
        elif event.character and event.is_printable and len(self.typed) < LONGEST:
            self.typed += event.character
        else:
            return
        event.stop()
        event.prevent_default()
        self.refill()

    def on_paste(self, event: events.Paste) -> None:
        """Take what was pasted, as far as it is one line."""
        if self.typing and not self.is_small:
            self.typed = (self.typed + "".join(event.text.splitlines()[:1]))[:LONGEST]
            self.refill()

    def action_back(self) -> None:
        """Empty the search; when it is empty, go back."""
        if self.typed:
            self.typed = ""
            self.refill()
        else:
            super().action_back()


def matches(typed: str, *texts: str) -> bool:
    """Tell whether every word that was typed is in the texts; case and accents do not matter."""
    there = folded(" ".join(texts))
    return all(word in there for word in folded(typed).split())


def folded(text: str) -> str:
    """Give a text without case and accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


def found(typed: str, entries: Iterable[tuple[str, Entry]]) -> list[Entry]:
    """Give the entries whose words have what was typed."""
    return [entry for said, entry in entries if matches(typed, said)]
