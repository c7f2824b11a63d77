"""This is one account in full: its citation, how it came about, and what it tells."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.evidence import Source
from game.tui.ink import BRIGHT, EMPTY, QUIET, STRONG, Block, words
from game.tui.keys import SOURCE, Key, bindings
from game.tui.screens.sheet import Sheet, heading
from game.tui.sign import Signs

GUTTER = 10


class Citing(Sheet):
    """Shows one source; ``y`` copies its citation."""

    KEYS: tuple[Key, ...] = SOURCE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SOURCE)]
    TITLE_LINE = "A source"

    def __init__(self, signs: Signs, source: Source) -> None:
        super().__init__(signs)
        self._source = source
        self._copied = False

    def aside(self) -> Content:
        """Say that the citation was copied, once it was."""
        return words("sent to the clipboard" if self._copied else "", BRIGHT)

    def blocks(self) -> list[Block]:
        """Give the citation, what is known of the account, and what it tells."""
        source = self._source
        blocks = [Block(words(source.label, STRONG)), Block(words(source.citation), gap=1)]
        facts = (
            ("kind", source.kind),
            ("read", source.read),
            ("made", source.made),
            ("interest", source.interest or "nobody can be named who gains by it"),
            ("from", source.descent or ", ".join(source.rests_on)),
            ("method", source.method),
            *((f"state {name}", where) for name, where in source.states),
        )
        known = [(name, said) for name, said in facts if said]
        gutter = max(GUTTER, *(len(name) + 2 for name, _ in known))
        for number, (name, said) in enumerate(known):
            first = words(name, QUIET)
            blocks.append(Block(words(said), hang=gutter, first=first, gap=0 if number else 1))
        return [*blocks, *self._tells()]

    def _tells(self) -> list[Block]:
        count = len(self._source.tells)
        if not count:
            return [Block(words("Nothing in this game rests on it."), gap=2)]
        blocks = [Block(heading("What it tells", f"{count} here"), gap=2)]
        asked = ""
        for asks, says, where in self._source.tells:
            if asks != asked:
                asked = asks
                blocks.append(Block(words(asks, QUIET), gap=1))
            blocks.append(Block(words(says), indent=2, hang=2))
            blocks.append(Block(words(where, BRIGHT) if where else EMPTY, indent=4))
        return blocks

    def action_copy_citation(self) -> None:
        """Ask the terminal to keep the citation for pasting."""
        self.app.copy_to_clipboard(self._source.citation)
        self._copied = True
        self.rearrange()
