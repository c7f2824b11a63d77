"""This is the debrief: the reader's path beside the accounts', read before names and numbers."""

from __future__ import annotations

from typing import ClassVar, assert_never

from textual.binding import BindingType
from textual.content import Content

from game.reporting.document import Block as Part
from game.reporting.document import Document, Heading, Paragraph, Points, Quote, Table, runs
from game.tui.ink import BRIGHT, EMPTY, QUIET, STRONG, Block, lay, prose, words
from game.tui.keys import DEBRIEF, Key, bindings
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs

SECTION = 2
"""Empty lines before a heading; nothing else has so many."""
GUTTER = 24
"""Cells for the names of columns at most."""


class Debrief(Sheet):
    """Shows a document; the brackets go from section to section, Enter goes on."""

    KEYS: tuple[Key, ...] = DEBRIEF
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DEBRIEF)]
    TITLE_LINE = "Debrief"
    ENTER = "the names"

    def __init__(self, signs: Signs, document: Document) -> None:
        super().__init__(signs)
        self._document = document
        self._sections: list[int] = []

    def blocks(self) -> list[Block]:
        """Give the title and the document up to the names; they are the next screen."""
        parts = before_names(self._document.blocks)
        laid = [block for part in parts for block in part_blocks(part, self.signs)]
        return [Block(words(self._document.title, STRONG)), *laid]

    def laid(self, measure: int) -> list[Content]:
        """Break the document into lines, and note where its sections begin."""
        lines: list[Content] = []
        self._sections = []
        for block in self.blocks():
            if lines:
                lines += [EMPTY] * block.gap
            if block.gap >= SECTION:
                self._sections.append(len(lines))
            lines += lay((block,), measure)
        return lines

    def action_section(self, direction: int) -> None:
        """Go to the next section, or back."""
        top = int(self.paper.scroll_target_y)
        there = [each for each in self._sections if (each > top if direction > 0 else each < top)]
        if there:
            self.paper.to_line(there[0] if direction > 0 else there[-1])
        elif direction < 0:
            self.paper.to_line(0)

    def action_take(self) -> None:
        """Go on to the names."""
        self.dismiss(1)


def before_names(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Give a debrief without its last section, which holds the names and numbers."""
    heads = [
        n for n, part in enumerate(parts) if isinstance(part, Heading) and part.level == SECTION
    ]
    return parts[: heads[-1]] if heads else parts


def part_blocks(part: Part, signs: Signs) -> list[Block]:
    """Lay out one part of a document; a table becomes a list of its rows."""
    match part:
        case Heading(level, text):
            style = STRONG if level > SECTION else "bold $mark"
            return [Block(words(text, style), gap=SECTION)]
        case Paragraph(said):
            return [Block(prose(runs(said), plain=True), gap=1)]
        case Quote(said, below):
            quoted = [Block(words(said, BRIGHT), indent=2, gap=1)]
            return quoted + [Block(words(line, QUIET), indent=2) for line in (below,) if line]
        case Points(items, numbered):
            return [
                Block(
                    words(item),
                    hang=3,
                    first=words(f"{n}." if numbered else signs.dash),
                    gap=n == 1,
                )
                for n, item in enumerate(items, start=1)
            ]
        case Table():
            return _table(part)
        case _:
            assert_never(part)


def _table(table: Table) -> list[Block]:
    blocks = [Block(words(table.caption, QUIET), gap=1)]
    _, *names = table.columns
    gutter = min(max((len(name) for name in names), default=0) + 2, GUTTER)
    for head, *cells in table.rows:
        blocks.append(Block(words(head, BRIGHT), indent=2, gap=1))
        blocks += [
            Block(words(cell), indent=4, hang=gutter, first=words(name, QUIET))
            for name, cell in zip(names, cells, strict=True)
            if cell
        ]
    return blocks
