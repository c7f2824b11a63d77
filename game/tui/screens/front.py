"""This is what is read before any choice: who he was, what he did, and what is reported here."""

from __future__ import annotations

from textual.content import Content

from game.playing.matter import Front as Matter
from game.tui.ink import EMPTY, QUIET, Block, prose, words
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs


class Front(Sheet):
    """Shows the opening and the advisory; Enter begins."""

    ENTER = "begin"

    def __init__(self, signs: Signs, matter: Matter) -> None:
        super().__init__(signs)
        self._matter = matter

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the story's name."""
        return words(self._matter.title.partition(":")[0], QUIET)

    def blocks(self) -> list[Block]:
        """Give the opening, then the advisory."""
        opening = [line for beat in self._matter.opening for line in beat]
        advisory = [line for beat in self._matter.advisory for line in beat]
        blocks = [Block(prose(line, plain=True), gap=1) for line in opening]
        for number, line in enumerate(advisory):
            text = prose(line, plain=True).stylize_before(QUIET)
            blocks.append(Block(text, gap=1 if number else 2))
        return blocks

    def placed(self, lines: list[Content], room: int) -> list[Content]:
        """Put the text a third of the way down."""
        return [EMPTY] * max((room - len(lines)) // 3, 0) + lines

    def action_take(self) -> None:
        """Begin."""
        self.dismiss(1)
