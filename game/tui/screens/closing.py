"""This is the last screen: names and numbers, shown and not scored, then the credits."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.page import Closing as Matter
from game.playing.page import Number
from game.record.status import Status
from game.tui.evidence import badge
from game.tui.ink import BRIGHT, EMPTY, QUIET, STRONG, Block, between, prose, words
from game.tui.keys import CLOSING, Key, bindings
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs


class Closing(Sheet):
    """Shows what is known of those he harmed; Enter goes back to the title."""

    KEYS: tuple[Key, ...] = CLOSING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CLOSING)]
    ENTER = "to the title"

    def __init__(self, signs: Signs, matter: Matter) -> None:
        super().__init__(signs)
        self._matter = matter

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Say what this is."""
        return words("The people he sent away", QUIET)

    def blocks(self) -> list[Block]:
        """Give the names, the numbers by question, the credits."""
        blocks: list[Block] = []
        for name in self._matter.names:
            blocks.append(Block(words(name.name, f"bold {BRIGHT}"), gap=1))
            blocks.append(Block(prose(name.text, plain=True), indent=2))
        asked = ""
        for number in self._matter.numbers:
            if number.asks != asked:
                asked = number.asks
                blocks.append(Block(words(asked, STRONG), gap=2))
            blocks += self._number(number)
        for place, line in enumerate(self._matter.credits):
            blocks.append(Block(words(line, QUIET), gap=0 if place else 3))
        return blocks

    def _number(self, number: Number) -> list[Block]:
        told = f" {self.signs.dot} ".join(number.told_by)
        status = badge(Status(number.status), self.signs) if number.status else EMPTY
        return [
            Block(words(number.says), indent=2, gap=1),
            Block(between(words("  "), (status, words(told, QUIET))), indent=4),
        ]

    def action_take(self) -> None:
        """Go back to the title."""
        self.dismiss(1)
