"""This is one thing said where a screen of the record would be empty."""

from __future__ import annotations

from game.tui.ink import Block, words
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs


class Said(Sheet):
    """Says it; Enter and escape lead back."""

    TITLE_LINE = "What the record has"

    def __init__(self, signs: Signs, said: str) -> None:
        super().__init__(signs)
        self._said = said

    def blocks(self) -> list[Block]:
        """Give the sentence."""
        return [Block(words(self._said))]
