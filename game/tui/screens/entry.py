"""This is a person, a place or a word, and the claims that what is said of it rests on."""

from __future__ import annotations

from textual.content import Content

from game.model.prose import MarkKind
from game.playing.evidence import Entry as Matter
from game.tui.evidence import badge
from game.tui.ink import QUIET, STRONG, Block, between, join, prose, words
from game.tui.link import Look, link_of
from game.tui.screens.linked import Linked, linked
from game.tui.screens.sheet import heading
from game.tui.sign import Signs

KINDS = {
    MarkKind.PERSON: "person",
    MarkKind.PLACE: "place",
    MarkKind.WORD: "word",
    MarkKind.CLAIM: "claim",
}


class Entry(Linked):
    """Shows one entry; Enter opens the card of a claim."""

    OPENS = "the card"

    def __init__(self, signs: Signs, look: Look, matter: Matter, *, withheld: bool) -> None:
        super().__init__(signs, look)
        self._matter = matter
        self._withheld = withheld
        self.TITLE_LINE = f"A {KINDS[matter.kind]}"

    def blocks(self) -> list[Block]:
        """Give the name, the text, and the claims."""
        matter = self._matter
        blocks = [Block(words(matter.name, STRONG))]
        also = [each for each in matter.also if each != matter.name]
        if also:
            said = join(words("also "), words(", ".join(also)))
            blocks.append(Block(said.stylize_before(QUIET)))
        blocks += [Block(prose(line, plain=True), gap=1) for line in matter.text]
        return [*blocks, *self._claims()]

    def _claims(self) -> list[Block]:
        if self._withheld:
            return [Block(words("What the record has of it is shown at the end.", QUIET), gap=2)]
        if not self._matter.claims:
            return [Block(words("No claim of the record is named for it.", QUIET), gap=2)]
        blocks = [Block(heading("In the record"), gap=2)]
        for target, says, status in self._matter.claims:
            mark = badge(status, self.signs) if status else Content("")
            block = linked(words(says), link_of(MarkKind.CLAIM, target))
            blocks += [
                Block(block.text, indent=2, hang=2, gap=1, link=block.link),
                Block(between(words("  "), (mark,)), indent=4),
            ]
        return blocks
