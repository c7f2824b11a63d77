"""This is a sheet of lines that scrolls. Lines are drawn when they come into view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from game.tui.ink import NUMBER

NOTHING = -1
"""The line that all blank ones below the last are drawn as."""
GLIDE = 0.2
"""Seconds that a page takes to be turned, for those who want to see it move."""


class Paper(ScrollView, can_focus=False):
    """Shows lines that are laid out already, each one line of the screen."""

    DEFAULT_CSS = """
    Paper {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 0;
    }
    """

    @dataclass
    class Touched(Message):
        """A line was clicked."""

        paper: str
        """The id of the paper."""
        line: int
        number: int | None
        """The number of the marked words under the mouse, if it was on some."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self._written: list[Content] = []
        self._strips: dict[tuple[int, int], Strip] = {}

    @property
    def written(self) -> Sequence[Content]:
        """The lines on it."""
        return self._written

    def write(self, lines: list[Content]) -> None:
        """Put other lines on it; where it was scrolled to is kept as far as it can be."""
        self._written = lines
        self._strips.clear()
        self.virtual_size = Size(0, len(lines))
        self.refresh()

    @property
    def is_more_below(self) -> bool:
        """Whether lines stand below what is seen."""
        return self.scroll_target_y + self.size.height < len(self._written)

    def page(self, direction: int) -> None:
        """Scroll by a page, less one line to hold on to."""
        step = max(self.size.height - 1, 1) * direction
        glides = self.app.animation_level == "full"
        self.scroll_to(
            y=self.scroll_target_y + step, animate=glides, duration=GLIDE, easing="in_out_sine"
        )

    def to_line(self, line: int) -> None:
        """Scroll so that a line is the first."""
        self.scroll_to(y=line, animate=False)

    def show_line(self, line: int) -> None:
        """Scroll as little as it takes for a line to be seen."""
        top = int(self.scroll_target_y)
        if line < top:
            self.to_line(line)
        elif line >= top + self.size.height:
            self.to_line(line - self.size.height + 1)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view."""
        width = self.size.width
        line = y + self.scroll_offset.y
        if line >= len(self._written) or width < 1:
            return self._blank(width)
        selection = self.text_selection
        if selection is not None:
            return self._draw(line, width, selection.get_span(line))
        strip = self._strips.get((line, width))
        if strip is None:
            strip = self._strips[line, width] = self._draw(line, width, None)
        return strip

    def _blank(self, width: int) -> Strip:
        """Give a line with nothing on it; its style takes longer to find out than to draw."""
        strip = self._strips.get((NOTHING, width))
        if strip is None:
            strip = self._strips[NOTHING, width] = Strip.blank(width, self.rich_style)
        return strip

    def _draw(self, line: int, width: int, selected: tuple[int, int] | None) -> Strip:
        content = self._written[line]
        if selected is not None:
            start, end = selected
            end = len(content.plain) if end < 0 else end
            content = content.stylize("$marked", start, end)
        strips = Visual.to_strips(
            self, content, width, 1, self.visual_style, apply_selection=False, pad=True
        )
        return strips[0].apply_offsets(0, line)

    def on_click(self, event: events.Click) -> None:
        """Say which line was clicked, and which marked words on it; not where a text was marked."""
        if self.text_selection is not None:
            return
        line = event.y + int(self.scroll_offset.y) - self.styles.padding.top
        number = event.style.meta.get(NUMBER)
        if 0 <= line < len(self._written):
            touched = number if isinstance(number, int) else None
            self.post_message(self.Touched(self.id or "", line, touched))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the text that the mouse marked."""
        return selection.extract("\n".join(line.plain for line in self._written)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw anew what the mouse marks."""
        del selection
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()
