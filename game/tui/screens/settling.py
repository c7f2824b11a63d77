"""This is the settings: each with its value, changed where it stands; and what lies behind two."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.heed import in_words
from game.settings.likings import Likings
from game.settings.setting import (
    AUTO,
    CHOSEN,
    Setting,
    decided,
    how,
    written,
)
from game.tui.ink import BRIGHT, EMPTY, QUIET, join, words
from game.tui.keys import SETTLING, Key, bindings
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.themes import theme_for
from game.tui.widgets.menu import Entry

GUTTER = 17
"""Cells for the name of a setting."""
WIDER = 24
"""Cells for what passages report."""
_NAMES = {
    "theme": ("Colours", "mono: no colour; ansi: the terminal's own"),
    "width": ("Prose", "how wide a line is, where there is room"),
    "marks": ("The record", "when a new play shows it; in a play, v"),
    "signs": ("Marks", "ASCII, where the fine ones look wrong"),
    "motion": ("Turning pages", "nothing else here ever moves"),
}
_VALUES = {
    ("marks", "story"): "after a choice",
    ("marks", "investigator"): "before a choice too",
    ("marks", "clean"): "only at the end",
    ("signs", "fine"): "fine",
    ("signs", "ascii"): "ASCII",
    ("motion", "off"): "at once",
    ("motion", "on"): "gliding",
}
_HOW = {
    "ask": "ask each time",
    "skip": "always pass over, in two lines",
    "show": "read, without being asked",
}


class Changing(Listing):
    """A list of what is settled. Each change holds at once, and ``changed`` is told of it."""

    KEYS: tuple[Key, ...] = SETTLING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SETTLING)]
    settles = True

    def __init__(
        self,
        signs: Signs,
        likings: Likings,
        tags: tuple[str, ...],
        changed: Callable[[], None],
    ) -> None:
        super().__init__(signs)
        self._likings = likings
        self._tags = tags
        self._changed = changed

    def done(self) -> None:
        """Tell of a change, and show it."""
        self._changed()
        self.menu.offer(self.entries(), self.menu.selected)
        self.rearrange()


class Settling(Changing):
    """Lists the settings."""

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the name of the page."""
        return words("Settings", QUIET)

    def entries(self) -> list[Entry]:
        """Give one entry a setting; tags and keys lead further."""
        return [*(self._entry(each) for each in CHOSEN), self._tag_entry(), self._key_entry()]

    def _entry(self, setting: Setting) -> Entry:
        name, note = _NAMES[setting.name]
        value = written(self._likings.settings, setting.name)
        if setting.name in self._likings.for_once:
            note = f"as OTHERSIDE_{setting.name.upper()} says, this time"
        return _row(name, self._said(setting.name, value), note)

    def _said(self, name: str, value: str) -> str:
        if name == "theme" and value == AUTO:
            found = theme_for(AUTO, os.environ, self.app.console.color_system)
            return f"by the terminal: {found}"
        if value == AUTO:
            return "by the terminal"
        if name == "width":
            return f"{value} columns"
        return _VALUES.get((name, value), value)

    def _tag_entry(self) -> Entry:
        settings = self._likings.settings
        skip = in_words(sorted(settings.skip)) if settings.skip else "nothing"
        return _row("Passed over", skip, "hard passages, by what they report")

    def _key_entry(self) -> Entry:
        count = len(self._likings.settings.keys)
        said = f"{count} changed" if count else "as they are"
        return _row("Keys", said, "anything may have another key")

    def action_take(self) -> None:
        """Change to the next value, or open what lies behind."""
        if self.menu.selected == len(CHOSEN):
            settled = self._likings.settings
            tags = dict.fromkeys((*self._tags, *sorted(settled.skip | settled.show)))
            self.app.push_screen(Tags(self.signs, self._likings, tuple(tags), self.done))
        elif self.menu.selected > len(CHOSEN):
            from game.tui.screens.keyboard import Keyboard  # noqa: PLC0415 - when it is shown

            self.app.push_screen(Keyboard(self.signs, self._likings, self.done))
        else:
            self.action_turn(1)

    def action_turn(self, step: int) -> None:
        """Change to the next value, or the one before; after the last comes the first."""
        if self.menu.selected >= len(CHOSEN):
            return
        setting = CHOSEN[self.menu.selected]
        value = written(self._likings.settings, setting.name)
        place = setting.values.index(value) + step
        self._likings.settle(setting.name, setting.values[place % len(setting.values)])
        self.done()


class Tags(Changing):
    """Lists what passages may report, and what becomes of those that do."""

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the name of the page."""
        return words("Hard passages, by what they report", QUIET)

    def entries(self) -> list[Entry]:
        """Give one entry a tag."""
        settings = self._likings.settings
        return [
            _row(in_words((tag,)), _HOW[how(settings, tag)], gutter=WIDER) for tag in self._tags
        ]

    def action_take(self) -> None:
        """Change to the next way."""
        self.action_turn(1)

    def action_turn(self, step: int) -> None:
        """Change to the next way, or the one before."""
        if not self._tags:
            return
        tag, ways = self._tags[self.menu.selected], tuple(_HOW)
        settings = self._likings.settings
        place = ways.index(how(settings, tag)) + step
        self._likings.take_over(decided(settings, (tag,), ways[place % len(ways)]))
        self.done()


def _row(name: str, value: str, note: str = "", *, gutter: int = GUTTER) -> Entry:
    text = join(words(name.ljust(gutter)), words(value, BRIGHT))
    return Entry(text, "", words(" " * gutter + note, QUIET) if note else EMPTY)
