"""This is every fault: of the files with their lines, then what the rules of check find."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.writing.bench import Bench
from game.tui.ink import EMPTY, QUIET, Block, lay, words
from game.tui.keys import Key, bindings
from game.tui.screens.sheet import Sheet, heading
from game.tui.sign import Signs
from game.tui.writing.blocks import fault
from game.tui.writing.keys import FAULTS

MOST = 100
"""How many of a kind are listed."""


class Faults(Sheet):
    """A sheet of faults."""

    KEYS: tuple[Key, ...] = FAULTS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FAULTS)]
    TITLE_LINE = "Faults"

    def __init__(self, signs: Signs, bench: Bench) -> None:
        super().__init__(signs)
        self._bench = bench

    def renew(self) -> None:
        """Show what is wrong by now."""
        self.rearrange()

    def measure_in(self, width: int) -> int:
        """Give the whole width: a line of a file is long."""
        return width - 2

    def laid(self, measure: int) -> list[Content]:
        """Write faults of the files, of the scene that is shown, and of all others."""
        look, view = self._bench.last, self._bench.view()
        here = view.advice if view else ()
        elsewhere = tuple(each for each in self._bench.judged if each not in here)
        lines: list[Content] = []
        groups = (
            ("In the files", look.problems, look.lines),
            ("In this scene", here, ()),
            ("Elsewhere", elsewhere, ()),
        )
        for name, problems, shown in groups:
            if problems:
                lines += [*([EMPTY] if lines else ()), *lay([Block(heading(name))], measure)]
            for number, each in enumerate(problems[:MOST]):
                lines.append(EMPTY)
                lines += fault(each, shown[number] if number < len(shown) else "", measure)
            if len(problems) > MOST:
                lines += [EMPTY, words(f"{len(problems) - MOST} more.", QUIET)]
        return lines or [words("Nothing is wrong that can be seen without playing.", QUIET)]
