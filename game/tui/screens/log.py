"""This is the log: everything of the record that was met, to be filtered, searched and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content

from game.playing.evidence import Met
from game.record.status import Status
from game.tui.evidence import badge
from game.tui.ink import BRIGHT, EMPTY, QUIET, between, fitting, join, spread, words
from game.tui.keymap import called_now
from game.tui.keys import LOG, Key, bindings, key_line
from game.tui.link import Look, ToComparison
from game.tui.screens.asking import Asking
from game.tui.screens.sifting import Sifting, matches
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry

FORMS = ("md", "csv")
STATUSES = tuple(Status)


class Log(Sifting):
    """Lists what was met, oldest first; Enter compares the accounts."""

    KEYS: tuple[Key, ...] = LOG
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LOG)]
    NOTHING = "Nothing that you met is like that."

    def __init__(
        self, signs: Signs, look: Look, log: tuple[Met, ...], keep: Callable[[str], str]
    ) -> None:
        super().__init__(signs)
        self._look = look
        self._log = log
        self._keep = keep
        self._only: Status | None = None
        self._said = ""
        self.typing = False
        if not log:
            self.NOTHING = "You have met nothing of the record yet."

    def below(self, width: int) -> Content:
        """Write the line of keys."""
        if not self.typing:
            return super().below(width)
        keymap = self.signs.keymap
        take, back = called_now(keymap, "take", "enter"), called_now(keymap, "back", "escape")
        doings = ((take, "to the list"), (back, "end"))
        return key_line((), width, doings, typing=True, keymap=keymap)

    def above(self, width: int) -> Content:
        """Write the name of the page and how much there is."""
        count, left = len(self._log), len(self._left())
        said = f"{left} of {count}" if left < count else f"{count} met"
        return spread(words("Log", QUIET), words(said, QUIET), width, self.signs.cut)

    def query_line(self) -> Content:
        """Write the statuses with their keys, or what is searched for."""
        if self._said:
            return words(self._said, BRIGHT)
        if self.typing or self.typed:
            only = words(f"  among {self._only.value}" if self._only else "", QUIET)
            return join(super().query_line(), only)
        return self._statuses()

    def _statuses(self) -> Content:
        """Write the keys of the statuses that were met; the word is said where there is room."""
        there = {each.status for each in self._log}
        chosen = self._only
        parts = [join(words("0", BRIGHT), words(" all", BRIGHT if chosen is None else QUIET))]
        for number, status in enumerate(STATUSES, start=1):
            if status in there:
                short = status.value.removesuffix(" the record")
                word = words(
                    f" {short}", f"bold ${status.family.value}" if status is chosen else QUIET
                )
                parts.append(join(words(str(number), BRIGHT), word))
        return fitting(parts, words("  "), self.measure)

    def _left(self) -> list[Met]:
        return [
            each
            for each in self._log
            if self._only in (None, each.status)
            and matches(self.typed, each.says, each.asks, each.scene_title, each.status.value)
        ]

    def entries(self) -> list[Entry]:
        """Give one entry a meeting."""
        left = self._left()
        return [
            Entry(words(each.says), str(row), self._note(each))
            for row, each in enumerate(self._log, start=1)
            if each in left
        ]

    def _note(self, each: Met) -> Content:
        how = "" if each.enacted else "in the text"
        parts = (
            badge(each.status, self.signs),
            words(how, QUIET),
            words(f"choice {each.turn}" if each.turn else "", QUIET),
            words(each.scene_title, QUIET),
        )
        return between(words(f" {self.signs.dot} ", QUIET), parts) or EMPTY

    def first(self, count: int) -> int:
        """Point at the last thing met."""
        return count - 1

    def on_key(self, event: events.Key) -> None:
        """Take letters for what they are, while they are typed."""
        self._said = ""
        super().on_key(event)

    def action_search(self) -> None:
        """Begin to type."""
        self.typing = True
        self.rearrange()

    def action_only(self, number: int) -> None:
        """Leave one status on the list; nought brings all back."""
        wanted = STATUSES[number - 1] if number else None
        if wanted is None or any(each.status is wanted for each in self._log):
            self._only = wanted
            self.refill()

    def action_take(self) -> None:
        """End the search; outside of one, compare the accounts."""
        if self.typing:
            self.typing = False
            self.rearrange()
            return
        left = self._left()
        if left and left[self.menu.selected].question:
            met = left[self.menu.selected]
            self._look(ToComparison((met.question,), met.claim))

    def action_export(self) -> None:
        """Ask in which form to write the log."""
        asking = Asking(
            self.signs,
            "Write the log to a file?",
            "All of it is written, into the folder of your saves.",
            ("As Markdown, to read on.", "As CSV, for a spreadsheet.", "Not now."),
        )
        self.app.push_screen(asking, self._export)

    def _export(self, answer: int | None) -> None:
        if answer is not None and answer < len(FORMS):
            self._said = self._keep(FORMS[answer])
            self.rearrange()

    def action_back(self) -> None:
        """End the search, and go back when there is none; what was typed goes first."""
        if self.typing:
            self.typing = False
            self.rearrange()
            if not self.typed:
                return
        super().action_back()
