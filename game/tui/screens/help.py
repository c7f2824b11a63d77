"""This is the help page: the keys, from the one table of keys, and the seven statuses."""

from __future__ import annotations

from textual.content import Content

from game.record.status import Status
from game.tui.evidence import badge
from game.tui.ink import BRIGHT, RECORDED, Block, join, words
from game.tui.keys import help_lines, record_lines
from game.tui.screens.sheet import Sheet, heading

PREFACE = (
    "Some of what you choose is recorded. After a choice the game says who tells it, who tells it "
    "otherwise and who is silent. It never says who is right."
)

GUTTER = 11
"""Cells for the name of a key."""


class Help(Sheet):
    """Lists keys and statuses."""

    TITLE_LINE = "Help"

    def blocks(self) -> list[Block]:
        """Give the keys, then the statuses."""
        blocks = [Block(heading("How well it is known"), gap=0), Block(words(PREFACE), gap=1)]
        for number, status in enumerate(Status):
            mark = badge(status, self.signs)
            blocks.append(
                Block(words(status.meaning), hang=24, first=mark, gap=1 if number == 0 else 0)
            )
        blocks += self._keys("Keys", help_lines(self.signs))
        blocks.append(Block(_marks(), gap=2))
        for name, lines in record_lines(self.signs):
            blocks += self._keys(name, lines)
        return blocks

    def _keys(self, name: str, lines: tuple[tuple[str, str], ...]) -> list[Block]:
        blocks = [Block(heading(name), gap=2)]
        for number, (key, says) in enumerate(lines):
            first = words(key, BRIGHT)
            blocks.append(Block(words(says), hang=GUTTER, first=first, gap=0 if number else 1))
        return blocks


def _marks() -> Content:
    return join(
        words("In the text, "),
        words("words in this ink", RECORDED),
        words(" rest on the record; the card lists who says so."),
    )
