"""This is the endings met, in this play and in others; those that were not met have no names."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.endings import EndingMet, PartEndings
from game.playing.endings import Endings as Shown
from game.tui.evidence import badge
from game.tui.ink import BRIGHT, EMPTY, QUIET, STRONG, Block, between, join, lay, spread, words
from game.tui.keys import ENDINGS, Key, bindings
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs

MET, UNMET = ("◆", "#"), ("◇", "x")
"""The marks of the story map, fine and ASCII."""


class Endings(Sheet):
    """Lists endings part by part, with how well what each tells is known."""

    KEYS: tuple[Key, ...] = ENDINGS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ENDINGS)]
    TITLE_LINE = "Endings met"

    def __init__(self, signs: Signs, shown: Shown) -> None:
        super().__init__(signs)
        self._shown = shown

    def aside(self) -> Content:
        """Say how many were met."""
        return words(self._shown.tally, QUIET)

    def laid(self, measure: int) -> list[Content]:
        """Write part under part."""
        lines: list[Content] = []
        for part in self._shown.parts:
            lines += [EMPTY] if lines else []
            lines += self._part(part, measure)
        return lines or lay([Block(words("This story has no endings."))], measure)

    def _part(self, part: PartEndings, measure: int) -> list[Content]:
        there = f"{len(part.met)} of {len(part.met) + part.unmet}"
        name = words(part.title, BRIGHT if part.met else QUIET)
        lines = [spread(name, words(there, QUIET), measure, self.signs.cut)]
        for met in part.met:
            lines += lay([self._met(met)], measure)
        if part.unmet:
            marks = " ".join([UNMET[self.signs.ascii]] * part.unmet)
            lines += lay([Block(words(f"{marks}  not met", QUIET), indent=2, hang=2)], measure)
        return lines

    def _met(self, met: EndingMet) -> Block:
        badges = (badge(status, self.signs) for status in met.statuses)
        title = join(words(f"{MET[self.signs.ascii]} ", QUIET), words(met.title, STRONG))
        return Block(between(words("  "), (title, *badges)), indent=2, hang=2)
