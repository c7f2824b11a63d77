"""This is a screen that is one long sheet to read: a card, help, an ending."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from game.tui.ink import EMPTY, QUIET, Block, join, lay, spread, words
from game.tui.keymap import called_now
from game.tui.keys import SHEET, Key, bindings, key_line
from game.tui.screens.leaf import Leaf
from game.tui.widgets.paper import Paper

NOT_HERE = {
    "card": "there is no choice here to show the evidence of",
    "log": "the log opens from the page of the ending; {} leads back",
}


class Sheet(Leaf):
    """Shows blocks of text under one another; Enter goes on, escape goes back."""

    KEYS: tuple[Key, ...] = SHEET
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SHEET)]
    TITLE_LINE = ""
    ENTER = ""
    """What Enter does, in the line of keys; empty where it does what escape does."""
    PAGED = True
    """Whether the line of keys names the space bar while there is more below."""

    DEFAULT_CSS = """
    Sheet > #sheet { margin: 1 0; }
    """

    def body(self) -> Iterable[Widget]:
        """Give the sheet."""
        yield Paper(id="sheet")

    @property
    def paper(self) -> Paper:
        """The sheet itself."""
        return self.query_one("#sheet", Paper)

    def blocks(self) -> list[Block]:
        """Give what stands on the sheet."""
        return []

    def aside(self) -> Content:
        """Give what stands at the right of the line above."""
        return EMPTY

    def above(self, width: int) -> Content:
        """Write the sheet's name."""
        return spread(words(self.TITLE_LINE, QUIET), self.aside(), width, self.signs.cut)

    def below(self, width: int) -> Content:
        """Write the line of keys, and whether there is more below."""
        more = words(f"{self.signs.more} more below", QUIET) if self._is_more() else EMPTY
        keymap = self.signs.keymap
        before = ((called_now(keymap, "take", "enter"), self.ENTER),) if self.ENTER else ()
        if self._is_more() and self.PAGED:
            before = (*before, (called_now(keymap, "read-on", "space"), "page"))
        room = width - (len(more.plain) + 2 if more.plain else 0)
        keys = key_line(self.KEYS, room, before, keymap=keymap)
        return spread(keys, more, width, self.signs.cut) if more.plain else keys

    def _is_more(self) -> bool:
        return self.paper.is_more_below

    def lay_out(self, width: int, height: int) -> None:
        """Lay the text out in the middle."""
        measure = self.measure_in(width)
        left = (width - measure) // 2
        self.paper.styles.padding = (0, width - measure - left, 0, left)
        self.paper.write(self.placed(self.laid(measure), height - 4))
        self.call_after_refresh(self.refresh_below)

    def laid(self, measure: int) -> list[Content]:
        """Break what stands on the sheet into lines."""
        return lay(self.blocks(), measure)

    def placed(self, lines: list[Content], room: int) -> list[Content]:  # noqa: ARG002 - for those who centre
        """Give the lines as they stand on the sheet."""
        return lines

    def refresh_below(self) -> None:
        """Write the line of keys anew: it says whether there is more below."""
        self.draw_below()

    def _moved(self) -> None:
        self.call_after_refresh(self.refresh_below)

    def on_mount(self) -> None:
        """Keep the line of keys true while the mouse scrolls."""
        self.watch(self.paper, "scroll_y", self._moved, init=False)

    def action_down(self) -> None:
        """Scroll by a line."""
        self.paper.to_line(int(self.paper.scroll_target_y) + 1)

    def action_up(self) -> None:
        """Scroll back by a line."""
        self.paper.to_line(int(self.paper.scroll_target_y) - 1)

    def action_read_on(self) -> None:
        """Scroll by a page."""
        self.paper.page(1)

    def action_page_down(self) -> None:
        """Scroll by a page."""
        self.paper.page(1)

    def action_page_up(self) -> None:
        """Scroll back by a page."""
        self.paper.page(-1)

    def action_home(self) -> None:
        """Go to the first line."""
        self.paper.to_line(0)

    def action_end(self) -> None:
        """Go to the last line."""
        self.paper.to_line(len(self.paper.written))

    def action_tell(self, name: str) -> None:
        """Say why a key of the page does nothing here."""
        self.tell(NOT_HERE[name].format(called_now(self.signs.keymap, "back", "escape")))

    def action_take(self) -> None:
        """Go on; here that is back."""
        self.action_back()

    def action_back(self) -> None:
        """Go back to where the reader was."""
        self.dismiss(None)


def heading(text: str, aside: str = "") -> Content:
    """Write a heading within a sheet."""
    return join(words(text, "bold $bright"), words(f"  {aside}" if aside else "", QUIET))
