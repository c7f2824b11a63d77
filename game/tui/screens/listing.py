"""This is a screen that is one long list of entries, one of which is pointed at."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from game.tui.screens.leaf import MEASURE, Leaf
from game.tui.widgets.menu import Entry, Menu


class Listing(Leaf):
    """A screen that is one long list of entries."""

    DEFAULT_CSS = """
    Listing > #entries { margin: 1 0; }
    """

    def body(self) -> Iterable[Widget]:
        """Give the list."""
        yield Menu(self.signs, id="entries")

    @property
    def menu(self) -> Menu:
        """The list itself."""
        return self.query_one("#entries", Menu)

    @property
    def measure(self) -> int:
        """How many columns the list takes where there is room."""
        return MEASURE

    def on_mount(self) -> None:
        """Fill the list."""
        entries = self.entries()
        self.menu.offer(entries, self.first(len(entries)))

    def entries(self) -> list[Entry]:
        """Give what is on the list."""
        return []

    def first(self, count: int) -> int:  # noqa: ARG002 - for those who begin at the end
        """Give which entry is pointed at to begin with."""
        return 0

    def lay_out(self, width: int, height: int) -> None:  # noqa: ARG002 - the list scrolls
        """Lay the list out in the middle."""
        measure = min(self.measure, width - 4)
        left = (width - measure) // 2
        self.menu.styles.padding = (0, width - measure - left, 0, left)
        self.menu.reflow(measure)
        self.call_after_refresh(lambda: self.menu.select(self.menu.selected))

    def on_menu_clicked(self, message: Menu.Clicked) -> None:
        """Point at what was clicked, and take it."""
        self.menu.select(message.index)
        self.action_take()

    def action_take(self) -> None:
        """Take the entry at the caret."""

    def action_number(self, number: int) -> None:
        """Take an entry by its number."""
        self.menu.select(number - 1)
        if self.menu.selected == number - 1:
            self.action_take()

    def action_up(self) -> None:
        """Point at the entry above."""
        self.menu.move(-1)

    def action_down(self) -> None:
        """Point at the entry below."""
        self.menu.move(1)

    def action_page_up(self) -> None:
        """Point some entries higher."""
        self.menu.move(-5)

    def action_page_down(self) -> None:
        """Point some entries lower."""
        self.menu.move(5)

    def action_home(self) -> None:
        """Point at the first."""
        self.menu.select(0)

    def action_end(self) -> None:
        """Point at the last."""
        self.menu.select(1_000_000)

    def action_back(self) -> None:
        """Go back to where the reader was."""
        self.dismiss(None)
