"""This is a sheet with lines that lead somewhere: the arrows go from one to the next."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.tui.ink import MARK, STRONG, Block, Stop, join, lay_stops, words
from game.tui.keys import LINKED, Key, bindings
from game.tui.link import Link, Look
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs
from game.tui.widgets.paper import Paper

FAR = 5
"""Lines below the last one in sight to which the caret does not jump: they would go unread."""


class Linked(Sheet):
    """A sheet whose linked blocks stand two cells in, so that the caret has room before them."""

    KEYS: tuple[Key, ...] = LINKED
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LINKED)]
    OPENS = "open"
    """What Enter does where the caret points at something, in the line of keys."""
    PAGED = False

    def __init__(self, signs: Signs, look: Look) -> None:
        super().__init__(signs)
        self.look = look
        self._lines: list[Content] = []
        self._stops: list[Stop] = []
        self._at: int | None = None

    @property
    def pointed(self) -> Link | None:
        """Where the caret's line leads."""
        return None if self._at is None else self._stops[self._at].link

    def below(self, width: int) -> Content:
        """Write the line of keys; Enter is on it where it leads somewhere."""
        self.ENTER = self.OPENS if self._at is not None else ""
        return super().below(width)

    def lay_out(self, width: int, height: int) -> None:
        """Lay the text out in the middle, and keep in sight what is pointed at."""
        super().lay_out(width, height)
        self.call_after_refresh(self._settle)

    def laid(self, measure: int) -> list[Content]:
        """Break the text into lines, and point at the first link if it is in sight."""
        self._lines, self._stops = self.stops(measure)
        height = self._room[1]
        if self._at is None and self._stops and self._stops[0].line < height - 5:
            self._at = 0
        if self._at is not None and self._at >= len(self._stops):
            self._at = None
        return self._drawn()

    def stops(self, measure: int) -> tuple[list[Content], list[Stop]]:
        """Give the lines of the text, and where those that lead somewhere stand."""
        return lay_stops(self.blocks(), measure)

    def _settle(self) -> None:
        if self._at:
            self._show()
        self.refresh_below()

    def _drawn(self) -> list[Content]:
        lines = list(self._lines)
        if self._at is not None:
            stop = self._stops[self._at]
            for line in range(stop.line, stop.last):
                lines[line] = pointed_at(lines[line], self.signs, first=line == stop.line)
        return lines

    def _show(self) -> None:
        """Scroll so that what the caret points at is seen, to its end if it can be."""
        if self._at is None:
            return
        stop = self._stops[self._at]
        high = self.paper.size.height
        self.paper.show_line(min(stop.end, stop.line + high) - 1)
        self.paper.show_line(stop.line)
        if self._at == 0 and stop.end <= high:
            self.paper.to_line(0)

    def _step(self, direction: int) -> None:
        following = self._following(direction)
        if following is None:
            self.paper.to_line(int(self.paper.scroll_target_y) + direction)
            return
        self._at = following
        self.paper.write(self._drawn())
        self._show()
        self.refresh_below()

    def _following(self, direction: int) -> int | None:
        """Give the next stop, or the first in sight when the last one is not."""
        top = int(self.paper.scroll_target_y)
        bottom = top + self.paper.size.height
        here = self._at
        if here is None or not self._is_seen():
            seen = [n for n, stop in enumerate(self._stops) if top <= stop.line < bottom]
            return seen[0 if direction > 0 else -1] if seen else None
        following = here + direction
        if not 0 <= following < len(self._stops):
            return None
        line = self._stops[following].line
        return following if top - FAR <= line < bottom + FAR else None

    def _is_seen(self) -> bool:
        """Tell whether the caret is in sight."""
        top = int(self.paper.scroll_target_y)
        return self._at is not None and (
            top <= self._stops[self._at].line < top + self.paper.size.height
        )

    def on_paper_touched(self, message: Paper.Touched) -> None:
        """Open what was clicked."""
        for number, stop in enumerate(self._stops):
            if stop.line == message.line:
                self._at = number
                self.paper.write(self._drawn())
                self.action_take()

    def action_down(self) -> None:
        """Point at what is below; where there is nothing, scroll by a line."""
        self._step(1)

    def action_up(self) -> None:
        """Point at what is above; where there is nothing, scroll back by a line."""
        self._step(-1)

    def action_take(self) -> None:
        """Open what the caret points at, once it is in sight; with nothing to point at, go back."""
        link = self.pointed
        if link is not None:
            if self._is_seen():
                self.look(link)
            else:
                self._show()
        elif not self._stops:
            self.action_back()


def pointed_at(line: Content, signs: Signs, *, first: bool) -> Content:
    """Write a line that is pointed at, the first with the caret in its two blank cells."""
    caret = words(f"{signs.caret} " if first else "  ", f"bold {MARK}")
    return join(caret, line[2:].stylize_before(STRONG))


def linked(text: Content, link: Link) -> Block:
    """Give a block that leads somewhere."""
    return Block(text, indent=2, hang=2, link=link)
