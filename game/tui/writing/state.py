"""This is the state: every variable, what gave it its value, and another value by hand."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content

from game.playing.writing.bench import Bench
from game.tui.ink import BRIGHT, QUIET, join, spread, words
from game.tui.keys import Key, bindings, key_line
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry
from game.tui.writing.keys import STATE
from game.tui.writing.messages import Acted

MOST_DIGITS = 7


class State(Listing):
    """Lists the variables; the arrows give the one at the caret its other values."""

    KEYS: tuple[Key, ...] = STATE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(STATE)]

    def __init__(self, signs: Signs, bench: Bench) -> None:
        super().__init__(signs)
        self._bench = bench
        self._typed = ""

    def above(self, width: int) -> Content:
        """Write the name of the page, and where the play stands."""
        where = words(self._bench.scene, QUIET)
        return spread(words("State", QUIET), where, width, self.signs.cut)

    def below(self, width: int) -> Content:
        """Write the line of keys; a whole number can be typed."""
        sides = ((self.signs.sides, "another value"), ("0-9", "type a number"))
        return key_line(self.KEYS, width, sides, keymap=self.signs.keymap)

    def renew(self) -> None:
        """Show the values as they are by now."""
        self.menu.offer(self.entries(), self.menu.selected)
        self.rearrange()

    def entries(self) -> list[Entry]:
        """Give one entry a variable."""
        entries = []
        for each in self._bench.held():
            value = join(words(f"{each.variable}  ", QUIET), words(each.value, BRIGHT))
            since = each.since or "as it starts"
            note = words(f"{since} {self.signs.dot} can be {each.allowed}", QUIET)
            entries.append(Entry(value, "", note))
        return entries

    def action_turn(self, step: int) -> None:
        """Give the variable at the caret its next value, or the one before."""
        self._typed = ""
        held = self._bench.held()
        if self.menu.selected < len(held):
            self._given(self._bench.turn(held[self.menu.selected].variable, step))

    def on_key(self, event: events.Key) -> None:
        """Take digits for a whole number."""
        held = self._bench.held()
        character = event.character or ""
        if not character.isdecimal() or self.menu.selected >= len(held):
            self._typed = ""
            return
        event.stop()
        self._typed = (self._typed + character)[-MOST_DIGITS:]
        variable = held[self.menu.selected].variable
        if self._bench.give(variable, self._typed) or self._bench.give(variable, character):
            self._given(done=True)
        else:
            self._typed = ""
            self.tell(" ".join(self._bench.told))

    def _given(self, done: bool) -> None:  # noqa: FBT001 - whether it was
        if done:
            self.renew()
            self.post_message(Acted())
