"""This is a list of numbered ways on, one of which the caret points at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from game.tui.ink import EMPTY, MARK, QUIET, STRONG, Block, join, lay, words
from game.tui.sign import Signs
from game.tui.widgets.paper import Paper


@dataclass(frozen=True, slots=True)
class Entry:
    """One way on."""

    text: Content
    label: str
    """What stands before it: a number, a turn."""
    note: Content = EMPTY
    """A line under it, quieter."""


class Menu(Paper):
    """Shows entries under one another and knows which one is pointed at."""

    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """An entry was clicked."""

        index: int
        pressed: float

    def __init__(self, signs: Signs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._signs = signs
        self._entries: tuple[Entry, ...] = ()
        self._starts: list[int] = []
        self._width = 40
        self._gutter = 0
        self.selected = 0
        self.points = True
        """Whether the caret is drawn: it is not while Enter does something else."""

    def draw_with(self, signs: Signs) -> None:
        """Take other marks; ``reflow`` draws with them."""
        self._signs = signs

    def offer(self, entries: Sequence[Entry], selected: int = 0) -> None:
        """Put other entries on it; ``reflow`` lays them out."""
        self._entries = tuple(entries)
        self._starts = []
        self.selected = max(min(selected, len(self._entries) - 1), 0)

    def reflow(self, width: int) -> int:
        """Lay the entries out in so many cells; give how many lines that takes."""
        self._width = width
        self._gutter = max((len(entry.label) for entry in self._entries), default=0)
        lines: list[Content] = []
        self._starts = []
        for index in range(len(self._entries)):
            self._starts.append(len(lines))
            lines += self._laid(index)
        self.write(lines)
        return len(lines)

    def _laid(self, index: int) -> list[Content]:
        entry, gutter = self._entries[index], self._gutter
        here = index == self.selected and self.points
        caret = words(f"{self._signs.caret} " if here else "  ", f"bold {MARK}")
        label = words(entry.label.rjust(gutter), STRONG if here else QUIET)
        text = entry.text.stylize_before(STRONG) if here else entry.text
        hang = gutter + 4 if gutter else 2
        blocks = [Block(text, hang=hang, first=join(caret, label))]
        if entry.note.plain:
            blocks.append(Block(entry.note, indent=hang))
        return lay(blocks, self._width)

    def move(self, step: int) -> None:
        """Point at the next or the last entry; the ends hold."""
        self.select(self.selected + step)

    def select(self, index: int) -> None:
        """Point at an entry and see to it that it is seen."""
        if not self._entries:
            return
        if len(self._starts) != len(self._entries):
            self.reflow(self._width)
        left, self.selected = self.selected, max(min(index, len(self._entries) - 1), 0)
        lines = list(self.written)
        for changed in {left, self.selected}:
            laid = self._laid(changed)
            lines[self._starts[changed] : self._starts[changed] + len(laid)] = laid
        self.write(lines)
        last = self._starts[self.selected + 1 :][:1] or [len(self.written)]
        self.show_line(last[0] - 1)
        self.show_line(self._starts[self.selected])

    def on_click(self, event: events.Click) -> None:
        """Say which entry was clicked."""
        event.stop()
        line = event.y + int(self.scroll_offset.y)
        before = [index for index, start in enumerate(self._starts) if start <= line]
        if before and line < len(self.written):
            self.post_message(self.Clicked(before[-1], event.time))
