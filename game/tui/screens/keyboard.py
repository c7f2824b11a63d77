"""This is the list of all that has a key, each of which may be given another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content

from game.settings.likings import Likings
from game.settings.setting import rekeyed
from game.tui.ink import QUIET, join, words
from game.tui.keymap import called
from game.tui.keys import CONTEXTS, EVERYWHERE, KEYBOARD, Key, bindings, changed
from game.tui.screens.listing import Listing
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry

ASKING = "Press the key for it; esc leaves it as it is."


class Keyboard(Listing):
    """Lists what can be done with its key; Enter waits for another."""

    KEYS: tuple[Key, ...] = KEYBOARD
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(KEYBOARD)]
    settles = True

    def __init__(self, signs: Signs, likings: Likings, done: Callable[[], None]) -> None:
        super().__init__(signs)
        self._likings = likings
        self._done = done
        self._named = tuple(named())
        self._waits = False

    def above(self, width: int) -> Content:  # noqa: ARG002 - it is short
        """Write the name of the page."""
        return words("Keys", QUIET)

    def entries(self) -> list[Entry]:
        """Give one entry a thing that can be done."""
        keymap = self._likings.settings.keys
        return [self._entry(key, keymap) for key in self._named]

    def _entry(self, key: Key, keymap: Mapping[str, str]) -> Entry:
        (now,) = changed((key,), keymap)
        note = words(f" (its own is {key.called})" if key.name in keymap else "", QUIET)
        return Entry(join(words(key.says), note), now.called)

    def below(self, width: int) -> Content:
        """Write the line of keys, or that a key is waited for."""
        return words(ASKING) if self._waits else super().below(width)

    def action_take(self) -> None:
        """Wait for a key."""
        self._waits = True
        self.draw_below()

    def action_reset(self) -> None:
        """Give what the caret points at its own key again."""
        self._give("")

    def on_key(self, event: events.Key) -> None:
        """Take the key that was waited for."""
        if not self._waits or self.is_small:
            return
        event.stop()
        event.prevent_default()
        self._waits = False
        if event.key == "escape":
            self.draw_below()
            return
        key = self._named[self.menu.selected]
        other = holder(key.name, event.key, self._likings.settings.keys)
        if other is None:
            self._give(event.key)
        else:
            what = other.says or other.word or other.name
            self.call_after_refresh(lambda: self.tell(f"{called(event.key)} is taken: {what}"))

    def _give(self, keys: str) -> None:
        name = self._named[self.menu.selected].name
        self._likings.take_over(rekeyed(self._likings.settings, name, keys))
        self._done()
        self.menu.offer(self.entries(), self.menu.selected)
        self.rearrange()


def named() -> list[Key]:
    """Give what can be done with a key of its own, each once, the page's first."""
    keys = (*CONTEXTS["reading"], *EVERYWHERE, *(key for each in CONTEXTS.values() for key in each))
    found: dict[str, Key] = {}
    for key in keys:
        if key.says:
            found.setdefault(key.name, key)
    return list(found.values())


def holder(name: str, wanted: str, keymap: Mapping[str, str]) -> Key | None:
    """Give what else has a key on a screen where something is to have it, if anything has."""
    for keys in CONTEXTS.values():
        here = changed((*keys, *EVERYWHERE), keymap)
        if not any(key.name == name for key in here):
            continue
        for key in here:
            if key.name != name and wanted in key.keys.split(","):
                return key
    return None
