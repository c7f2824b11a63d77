"""This is the list of closed choices: what closes each, since when, and what opens it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.writing.bench import Bench
from game.playing.writing.view import Shut
from game.tui.ink import QUIET, join, prose, spread, words
from game.tui.keys import Key, bindings
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry
from game.tui.writing.blocks import shut_block
from game.tui.writing.keys import CLOSED


class Closed(Listing):
    """Lists closed choices; gives the number of the one whose way is to be gone."""

    KEYS: tuple[Key, ...] = CLOSED
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CLOSED)]

    def __init__(self, signs: Signs, bench: Bench) -> None:
        super().__init__(signs)
        self._bench = bench

    def above(self, width: int) -> Content:
        """Write the name of the page, and where its choices are."""
        view = self._bench.view()
        where = words(view.scene if view else "", QUIET)
        return spread(words("Closed choices", QUIET), where, width, self.signs.cut)

    def renew(self) -> None:
        """Show what is closed by now."""
        self.menu.offer(self.entries(), self.menu.selected)
        self.rearrange()

    def entries(self) -> list[Entry]:
        """Give one entry a closed choice."""
        view, story = self._bench.view(), self._bench.story
        if view is None or story is None:
            return []
        return [Entry(self._head(each), "", shut_block(story, each)) for each in view.shut]

    def _head(self, shut: Shut) -> Content:
        name = words(f"  {shut.closed.choice.rpartition('/')[2]}", QUIET)
        return join(prose(shut.text, plain=True), name)

    def action_take(self) -> None:
        """Go the way that was found."""
        view = self._bench.view()
        if view is None or self.menu.selected >= len(view.shut):
            return
        sought = view.shut[self.menu.selected].sought
        if sought is None:
            self.tell("still looking for a way")
        elif sought.here is None and sought.start is None:
            self.tell("no way there is known")
        else:
            self.dismiss(self.menu.selected)
