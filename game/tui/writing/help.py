"""This is the help page of the preview: its keys, screen by screen."""

from __future__ import annotations

from game.tui.ink import BRIGHT, Block, words
from game.tui.keys import EVERYWHERE, changed
from game.tui.screens.sheet import Sheet, heading
from game.tui.writing.keys import SCREENS

GUTTER = 11
PREFACE = (
    "The story is read again whenever a file of it is saved, and your place is kept. While the "
    "files have faults, the last story that could be read stays playable."
)


class WritingHelp(Sheet):
    """Lists the keys."""

    TITLE_LINE = "Help"

    def blocks(self) -> list[Block]:
        """Give the keys of each screen."""
        blocks = [Block(words(PREFACE))]
        for name, keys in (*SCREENS, ("Everywhere", EVERYWHERE)):
            blocks.append(Block(heading(name), gap=2))
            for key in changed(keys, self.signs.keymap):
                if key.says and key.name != "back":
                    first = words(key.called, BRIGHT)
                    blocks.append(Block(words(key.says), hang=GUTTER, first=first))
        return blocks
