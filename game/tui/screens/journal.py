"""This is the journal: what was chosen, how well it is known, and the way back to any of it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.page import Taken
from game.tui.evidence import badge
from game.tui.ink import EMPTY, QUIET, between, prose, spread, words
from game.tui.keys import JOURNAL, Key, bindings
from game.tui.screens.asking import WHAT_IF, Asking, goes_back, ways_back
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry


class Journal(Listing):
    """Lists the choices of a play. Enter asks once, then gives the turn to go back to."""

    KEYS: tuple[Key, ...] = JOURNAL
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(JOURNAL)]

    def __init__(
        self, signs: Signs, taken: tuple[Taken, ...], *, shown: bool, asks_what_if: bool = True
    ) -> None:
        super().__init__(signs)
        self._asks_what_if = asks_what_if
        self.what_if = False
        """Whether the play is to wait while the other way is looked at."""
        self._taken = taken
        self._shown = shown

    def above(self, width: int) -> Content:
        """Write the name of the page and how much there is."""
        count = len(self._taken)
        said = f"{count} choice{'s' if count != 1 else ''}"
        return spread(words("Journal", QUIET), words(said, QUIET), width, self.signs.cut)

    def entries(self) -> list[Entry]:
        """Give one entry a choice, oldest first."""
        entries = []
        title = ""
        for taken in self._taken:
            entries.append(
                Entry(prose(taken.text, plain=True), str(taken.turn), self._note(taken, title))
            )
            title = taken.scene_title
        return entries

    def _note(self, taken: Taken, before: str) -> Content:
        statuses = [each.status for each in taken.findings if each.status and self._shown]
        marks = [badge(status, self.signs) for status in statuses]
        if taken.reading and self._shown:
            marks = [words("turns a page", QUIET)]
        title = words(taken.scene_title if taken.scene_title != before else "", QUIET)
        off = words("off the record" if taken.off_record else "", QUIET)
        return between(words(f" {self.signs.dot} ", QUIET), (*marks, off, title)) or EMPTY

    def first(self, count: int) -> int:
        """Point at the last choice."""
        return count - 1

    def action_take(self) -> None:
        """Ask once whether to go back."""
        if not self._taken:
            return
        taken = self._taken[self.menu.selected]
        later = self._taken[-1].turn - taken.turn
        taken_back = (
            f"It and the {later} after it are taken back." if later else "It is taken back."
        )
        asking = Asking(
            self.signs,
            f"Go back to before choice {taken.turn}?",
            taken_back,
            ways_back(self.signs, asks_what_if=self._asks_what_if),
        )
        self.app.push_screen(asking, self._answered)

    def _answered(self, answer: int | None) -> None:
        if goes_back(answer, asks_what_if=self._asks_what_if):
            self.what_if = answer == WHAT_IF
            self.dismiss(self._taken[self.menu.selected].turn)
