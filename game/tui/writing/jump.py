"""This is the list of all scenes; typing searches it, and the one at the caret is gone to."""

from __future__ import annotations

from itertools import islice

from textual.content import Content

from game.playing.writing.view import Place
from game.tui.ink import QUIET, between, spread, words
from game.tui.screens.sifting import Sifting, folded
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry

MOST = 60
"""How many scenes are listed at once; a longer list is slow to draw, and nobody reads it."""
BEFORE = 5
"""Scenes listed before the one where the play stands, while nothing is typed."""


class Jump(Sifting):
    """Lists scenes, found by id, title or words; gives the number of the one that is wanted."""

    HINT = "type part of an id, a title or the text"

    def __init__(self, signs: Signs, places: tuple[Place, ...], here: str) -> None:
        super().__init__(signs)
        self._places = places
        self._words: list[str] = []
        names = [each.scene for each in places]
        self._here = names.index(here) if here in names else 0

    def above(self, width: int) -> Content:
        """Write the name of the page and how many scenes there are."""
        count = words(f"{len(self._places)} scenes", QUIET)
        return spread(words("Go to a scene", QUIET), count, width, self.signs.cut)

    def _left(self) -> list[int]:
        numbers = range(len(self._places))
        if not self.typed:
            begin = max(self._here - BEFORE, 0)
            return [*numbers[begin : begin + MOST]]
        if not self._words:
            said = (f"{each.scene} {each.title} {each.text}" for each in self._places)
            self._words = [folded(each) for each in said]
        wanted = folded(self.typed).split()
        found = (n for n in numbers if all(word in self._words[n] for word in wanted))
        return list(islice(found, MOST + 1))

    def entries(self) -> list[Entry]:
        """Give one entry a scene."""
        left = self._left()
        entries = [self._entry(self._places[number]) for number in left[:MOST]]
        if self.typed and len(left) > MOST:
            entries.append(Entry(words("There are more: type on.", QUIET), ""))
        return entries

    def _entry(self, place: Place) -> Entry:
        dot = words(f" {self.signs.dot} ", QUIET)
        where = f"{place.position.file}:{place.position.line}"
        note = between(dot, (words(place.title, QUIET), words(where, QUIET)))
        return Entry(words(place.scene), "", note)

    def first(self, count: int) -> int:
        """Point at the scene where the play stands."""
        return min(self._here, BEFORE, count - 1)

    def action_take(self) -> None:
        """Go to the scene at the caret."""
        left = self._left()[:MOST]
        if self.menu.selected < len(left):
            self.dismiss(left[self.menu.selected])
