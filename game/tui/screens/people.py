"""This is the list of people, places and words; typing searches it."""

from __future__ import annotations

from textual.content import Content

from game.playing.evidence import Named
from game.tui.ink import QUIET, words
from game.tui.link import Look, ToEntry
from game.tui.screens.entry import KINDS
from game.tui.screens.sifting import Sifting, matches
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry


class People(Sifting):
    """Lists everything that has an entry; Enter opens it."""

    HINT = "type a name, or person, place, word"

    def __init__(self, signs: Signs, look: Look, names: tuple[Named, ...]) -> None:
        super().__init__(signs)
        self._look = look
        self._names = names

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the name of the page."""
        return words("People, places, words", QUIET)

    def _left(self) -> list[Named]:
        return [
            each
            for each in self._names
            if matches(self.typed, each.name, *each.also, KINDS[each.kind])
        ]

    def entries(self) -> list[Entry]:
        """Give one entry a name."""
        return [Entry(words(each.name), "", self._note(each)) for each in self._left()]

    def _note(self, each: Named) -> Content:
        also = [name for name in each.also if name != each.name]
        said = f"{KINDS[each.kind]} {self.signs.dot} also {', '.join(also)}" if also else ""
        return words(said or KINDS[each.kind], QUIET)

    def action_take(self) -> None:
        """Open the entry at the caret."""
        left = self._left()
        if left:
            each = left[self.menu.selected]
            self._look(ToEntry(each.kind, each.target))
