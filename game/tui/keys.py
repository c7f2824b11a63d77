"""This is every key there is. The line of keys and the help page are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content

from game.tui.ink import BRIGHT, QUIET, fitting, join, words
from game.tui.sign import Signs


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that can be done with a key."""

    name: str
    """The binding's id, by which a reader may give it other keys."""
    keys: str
    """As Textual has them, with commas between."""
    action: str
    says: str
    """One line for the help page; empty for what goes without saying."""
    label: str = ""
    """What the key is called on the screen; its first name where none is given."""
    word: str = ""
    """What it says in the line of keys; empty where it does not stand there."""

    def binding(self) -> Binding:
        """Give it as Textual has it."""
        return Binding(self.keys, self.action, self.word or self.name, show=False, id=self.name)

    @property
    def called(self) -> str:
        """What the key is called on the screen."""
        return self.label or self.keys.partition(",")[0]


EVERYWHERE = (
    Key("help", "question_mark,f1", "app.help", "this page", "?", "help"),
    Key("leave", "ctrl+q", "app.leave", "leave; the play is kept", "ctrl+q"),
    Key(
        "copy", "ctrl+c,super+c", "copy_or_leave", "copy what the mouse marked, or leave", "ctrl+c"
    ),
)
MOVING = (
    Key("down", "down", "down", "", "down"),
    Key("up", "up", "up", "", "up"),
)
PAGING = (
    Key("page-down", "pagedown", "page_down", "", "page down"),
    Key("page-up", "b,pageup", "page_up", "page back", "b", ""),
    Key("home", "home", "home", "", "home"),
    Key("end", "end", "end", "", "end"),
)
NUMBERS = tuple(Key(f"choose-{n}", f"{n}", f"number({n})", "") for n in range(1, 10))
TAKE = Key("take", "enter", "take", "take what the caret points at", "Enter")

TITLE = (
    *NUMBERS,
    *MOVING,
    TAKE,
    Key("quit", "q,escape", "app.leave", "leave", "q", "quit"),
)
READING = (
    *NUMBERS,
    *MOVING,
    Key("take", "enter", "take", "take the choice at the caret; before that, read on", "Enter"),
    Key("read-on", "space", "read_on", "page down, and on to the next passage", "space", "read on"),
    *PAGING,
    Key(
        "card", "e", "card", "the card: who says so, who otherwise, who is silent", "e", "evidence"
    ),
    Key("journal", "j", "journal", "what you chose, and back to any of it", "j", "journal"),
    Key("undo", "u", "undo", "take back the last choice", "u", "take back"),
    Key("quit", "q", "app.leave", "leave; the play is kept", "q"),
    Key("back", "escape", "back", "to the title", "esc"),
)
SHEET = (
    Key("down", "down", "down", "", "down"),
    Key("up", "up", "up", "", "up"),
    Key("read-on", "space", "read_on", "", "space"),
    *PAGING,
    Key("take", "enter", "take", "go on", "Enter"),
    Key("back", "escape,q", "back", "back to where you were", "esc", "back"),
)
CARD = (*SHEET, Key("card", "e", "back", "", "e"))
HELP = SHEET
JOURNAL = (
    *MOVING,
    *PAGING,
    Key(
        "take",
        "enter",
        "take",
        "go back to before that choice; asks once",
        "Enter",
        "go back to it",
    ),
    Key("back", "escape,q,j", "back", "back to where you were", "esc", "back"),
)
SHELF = (
    *NUMBERS,
    *MOVING,
    *PAGING,
    TAKE,
    Key("back", "escape,q", "back", "back to the title", "esc", "back"),
)

CONTEXTS: dict[str, tuple[Key, ...]] = {
    "everywhere": EVERYWHERE,
    "title": TITLE,
    "reading": READING,
    "sheet": SHEET,
    "card": CARD,
    "journal": JOURNAL,
    "shelf": SHELF,
}


def bindings(keys: Iterable[Key]) -> list[Binding]:
    """Give keys as Textual has them."""
    return [key.binding() for key in keys]


def key_line(keys: Iterable[Key], width: int, before: tuple[tuple[str, str], ...] = ()) -> Content:
    """Write the line of keys, as many as fit; help is always among them."""
    help_key = EVERYWHERE[0]
    last = _named(help_key.called, help_key.word)
    named = [_named(label, word) for label, word in before]
    named += [_named(key.called, key.word) for key in keys if key.word]
    apart = words("  ")
    written = fitting(named, apart, width - len(last.plain) - 2)
    return join(written, apart, last) if written.plain else last


def help_lines(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Give the keys of the reading screen for the help page: name and what it does."""
    listed = [("1-9", "take that choice"), (signs.up_down, "move the caret")]
    listed += [(key.called, key.says) for key in (*READING, *EVERYWHERE) if key.says]
    return tuple(listed)


def _named(label: str, word: str) -> Content:
    return join(words(label, BRIGHT), words(" " + word, QUIET))
