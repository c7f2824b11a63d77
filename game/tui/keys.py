"""This is every key there is. The line of keys and the help page are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding
from textual.content import Content

from game.tui.ink import BRIGHT, QUIET, between, fitting, join, words
from game.tui.keymap import called
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
    Key(
        "help",
        "question_mark,f1",
        "app.help",
        "help: the keys, and how well a thing is known",
        "?",
        "help",
    ),
    Key("menu", "o,f2,ctrl+p", "app.menu", "all that can be done here", "o", "menu"),
    Key("settings", "comma,f3", "app.settings", "settings: colours, width, tags, keys", ","),
    Key("leave", "ctrl+q", "app.leave", "leave; the play is kept", "ctrl+q"),
    Key(
        "copy",
        "ctrl+c,super+c",
        "screen.copy_or_leave",
        "copy what the mouse marked, or leave",
        "ctrl+c",
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
COMPARE = Key("compare", "c", "compare", "compare: accounts down, claims across", "c")
TREE = Key("tree", "t", "tree", "the tree: who took it from whom", "t")

_ENDINGS = Key("endings", "f", "endings", "the endings met, and how many there are", "f")
TITLE = (
    *NUMBERS,
    *MOVING,
    TAKE,
    Key("people", "w", "people", "who, what and where: people, places, words", "w"),
    _ENDINGS,
    Key("quit", "q", "app.leave", "leave", "q", "quit"),
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
    COMPARE,
    TREE,
    Key("next-mark", "right_square_bracket", "step(1)", "to the next marked words", "]"),
    Key("last-mark", "left_square_bracket", "step(-1)", "back to the marked words before", "["),
    Key("log", "l", "log", "the log: all that you met of the record", "l"),
    Key("people", "w", "people", "who, what and where: people, places, words", "w"),
    Key("map", "m", "map", "the map: the line, where you are, where accounts put him", "m"),
    Key("ways", "s", "ways", "the story map: where you were, and what is in fog", "s"),
    Key("timeline", "d", "timeline", "the timeline: disputed dates side by side", "d"),
    Key("accuracy", "a", "accuracy", "all that is invented or inferred in the game", "a"),
    Key("journal", "j", "journal", "what you chose, and back to any of it", "j", "journal"),
    Key("come-back", "r", "come_back", "from a what if, back to your play", "r"),
    Key("keep-way", "p", "keep_way", "make a what if your play; asks once", "p"),
    Key("undo", "u", "undo", "take back the last choice", "u"),
    _ENDINGS,
    Key("copy-passage", "y", "copy_passage", "copy the page, or the marked words stepped to", "y"),
    Key("hard", "k", "hard", "pass over what is hard on this page, or read it after all", "k"),
    Key("marks", "v", "marks", "when the record is shown: after, before, at the end", "v"),
    Key("quit", "q", "app.leave", "leave; the play is kept", "q"),
    Key("back", "escape", "back", "to the title; lets go of marked words first", "esc"),
)
BACK = Key("back", "escape,q", "back", "back to where you were", "esc", "back")
SHEET = (
    Key("down", "down", "down", "", "down"),
    Key("up", "up", "up", "", "up"),
    Key("read-on", "space", "read_on", "", "space"),
    *PAGING,
    Key("take", "enter", "take", "go on", "Enter"),
    BACK,
)
LINKED = (
    Key("take", "enter", "take", "open what the caret points at", "Enter"),
    *(key for key in SHEET if key.name != "take"),
)
CARD = (
    Key("take", "enter", "take", "the source of the account at the caret", "Enter"),
    Key("compare", "c", "compare", "compare: accounts down, claims across", "c", "compare"),
    Key("tree", "t", "tree", "the tree: who took it from whom", "t", "tree"),
    *(key for key in SHEET if key.name not in ("take", "back")),
    Key("back", "escape,q,e", "back", "back to where you were", "esc", "back"),
)
CHART = (
    Key(
        "turn", "tab", "turn", "the other sheet: near the line, or all of it", "tab", "other sheet"
    ),
    *(key for key in SHEET if key.name != "back"),
    Key("back", "escape,q,m", "back", "back to where you were", "esc", "back"),
)
TIMELINE = (
    *(key for key in SHEET if key.name != "back"),
    Key("back", "escape,q,d", "back", "back to where you were", "esc", "back"),
)
ENDINGS = (
    *(key for key in SHEET if key.name != "back"),
    Key("back", "escape,q,f", "back", "back to where you were", "esc", "back"),
)
WAYS = (
    Key("down", "down", "down", "", "down"),
    Key("up", "up", "up", "", "up"),
    Key("right", "right", "right", "to the next scene of the way", "right"),
    Key("left", "left", "left", "to the scene before", "left"),
    *PAGING,
    Key("read-on", "space", "read_on", "", "space"),
    Key("take", "enter", "take", "go back to that scene; asks once", "Enter", "go back to it"),
    Key("back", "escape,q,s", "back", "back to where you were", "esc", "back"),
)
SOURCE = (
    Key("copy-citation", "y", "copy_citation", "copy the citation", "y", "copy the citation"),
    *SHEET,
)
DESCENT = (
    Key("take", "enter", "take", "the source of the account at the caret", "Enter"),
    Key("next-claim", "tab,right", "turn(1)", "the next claim", "tab", "next claim"),
    Key("last-claim", "shift+tab,left", "turn(-1)", "the claim before", "shift+tab"),
    Key("compare", "c", "compare", "compare the accounts", "c", "compare"),
    *(key for key in SHEET if key.name not in ("take", "back")),
    Key("back", "escape,q,t", "back", "back to where you were", "esc", "back"),
)
COMPARING = (
    Key("take", "enter", "take", "the source of the account at the caret", "Enter", "source"),
    Key("down", "down", "down", "", "down"),
    Key("up", "up", "up", "", "up"),
    Key("right", "right", "across(1)", "to the next claim", "right"),
    Key("left", "left", "across(-1)", "to the claim before", "left"),
    *PAGING,
    Key("read-on", "space", "page_down", "", "space"),
    Key("tree", "t", "tree", "who took the claim from whom", "t", "tree"),
    Key("next-question", "tab", "turn(1)", "the next question", "tab"),
    Key("last-question", "shift+tab", "turn(-1)", "the question before", "shift+tab"),
    Key("back", "escape,q,c", "back", "back to where you were", "esc", "back"),
)
NOT_HERE = (
    Key("card", "e", "tell('card')", ""),
    Key("log", "l", "tell('log')", ""),
)
"""Keys of the page that lead nowhere once it is ended, and say so."""
DEBRIEF = (
    Key(
        "next-section", "right_square_bracket", "section(1)", "to the next section", "]", "section"
    ),
    Key("last-section", "left_square_bracket", "section(-1)", "back to the section before", "["),
    *SHEET,
    *NOT_HERE,
)
CLOSING = (*SHEET, *NOT_HERE)
ENDING = (
    *SHEET,
    COMPARE,
    Key("log", "l", "log", "the log: all that you met of the record", "l", "log"),
    _ENDINGS,
    NOT_HERE[0],
)
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
LOG = (
    *(
        Key(
            f"only-{n}",
            f"{n}",
            f"only({n})",
            "all of it" if n == 0 else "one status only" * (n == 1),
        )
        for n in range(8)
    ),
    *MOVING,
    *PAGING,
    Key(
        "take",
        "enter",
        "take",
        "compare the accounts on the entry at the caret",
        "Enter",
        "compare",
    ),
    Key("search", "slash", "search", "search; Enter ends it", "/", "search"),
    Key("export", "x", "export", "write the log to a file", "x", "export"),
    Key("back", "escape,q,l", "back", "back to where you were", "esc", "back"),
)
TYPED = (
    *MOVING,
    Key("page-down", "pagedown", "page_down", "", "page down"),
    Key("page-up", "pageup", "page_up", "", "page up"),
    Key("home", "home", "home", "", "home"),
    Key("end", "end", "end", "", "end"),
    Key("take", "enter", "take", "open what the caret points at", "Enter", "open"),
    Key("back", "escape", "back", "empty the search; then back", "esc", "back"),
)
SHELF = (
    *NUMBERS,
    *MOVING,
    *PAGING,
    TAKE,
    Key("back", "escape,q", "back", "back to the title", "esc", "back"),
)

SETTLING = (
    *MOVING,
    *PAGING,
    Key("take", "enter", "take", "the next value, or what there is behind it", "Enter", "change"),
    Key("right", "right", "turn(1)", "the next value", "right"),
    Key("left", "left", "turn(-1)", "the value before", "left"),
    Key("back", "escape,q", "back", "back to where you were", "esc", "back"),
)
KEYBOARD = (
    *MOVING,
    *PAGING,
    Key("take", "enter", "take", "give it another key", "Enter", "another key"),
    Key("reset", "delete,backspace", "reset", "give it back its own", "delete", "its own"),
    Key("back", "escape,q", "back", "back to the settings", "esc", "back"),
)

CONTEXTS: dict[str, tuple[Key, ...]] = {
    "everywhere": EVERYWHERE,
    "title": TITLE,
    "reading": READING,
    "sheet": SHEET,
    "linked": LINKED,
    "card": CARD,
    "chart": CHART,
    "timeline": TIMELINE,
    "ways": WAYS,
    "endings": ENDINGS,
    "source": SOURCE,
    "descent": DESCENT,
    "comparing": COMPARING,
    "ending": ENDING,
    "debrief": DEBRIEF,
    "closing": CLOSING,
    "journal": JOURNAL,
    "log": LOG,
    "typed": TYPED,
    "shelf": SHELF,
    "settling": SETTLING,
    "keyboard": KEYBOARD,
}
MOST = 6
"""How many keys the line of keys names."""


def bindings(keys: Iterable[Key]) -> list[Binding]:
    """Give keys as Textual has them."""
    return [key.binding() for key in keys]


def changed(keys: tuple[Key, ...], keymap: Mapping[str, str]) -> tuple[Key, ...]:
    """Give keys as they are called once some of them were changed."""
    if not keymap:
        return keys
    return tuple(
        replace(key, keys=given, label=called(given.partition(",")[0]))
        if (given := keymap.get(key.name))
        else key
        for key in keys
    )


def key_line(
    keys: Iterable[Key],
    width: int,
    before: tuple[tuple[str, str], ...] = (),
    *,
    typing: bool = False,
    keymap: Mapping[str, str] | None = None,
) -> Content:
    """Write the line of keys, as many as fit and six at most; help is always among them.

    ``typing`` is for where letters are typed: help goes by its other name there.
    """
    last = _last(changed(EVERYWHERE[:2], keymap or {}), typing=typing)
    named = [_named(label, word) for label, word in before]
    named += [_named(key.called, key.word) for key in keys if key.word]
    apart = words("  ")
    tail = between(apart, last)
    written = fitting(named[: MOST - len(last)], apart, width - tail.cell_length - 2)
    line = between(apart, (written, tail))
    return line if line.cell_length <= width else last[-1]


def _last(ways_out: tuple[Key, ...], *, typing: bool) -> tuple[Content, ...]:
    """Give what ends every line of keys: the menu and help."""
    help_key, menu_key = ways_out
    if typing:
        label = "F1" if "f1" in help_key.keys.split(",") else help_key.called
        return (_named(label, help_key.word),)
    return _named(menu_key.called, menu_key.word), _named(help_key.called, help_key.word)


def help_lines(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Give the keys of the reading screen for the help page: name and what it does."""
    listed = [("1-9", "take that choice"), (signs.up_down, "move the caret")]
    keys = changed((*READING, *EVERYWHERE), signs.keymap)
    listed += [(key.called, key.says) for key in keys if key.says]
    return tuple(listed)


def record_lines(signs: Signs) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Give the keys of the record's own screens for the help page, screen by screen."""
    screens = (
        ("On a card", CARD),
        ("Comparing", COMPARING),
        ("On a tree", DESCENT),
        ("On a source", SOURCE),
        ("In the log", LOG),
    )
    moving = {"Comparing": ((signs.up_down, "move between accounts"),)}
    return tuple(
        (
            name,
            (
                *moving.get(name, ()),
                *(
                    (_arrow(key, signs), key.says)
                    for key in changed(keys, signs.keymap)
                    if key.says and key.name not in ("back", "page-up")
                ),
            ),
        )
        for name, keys in screens
    )


def _arrow(key: Key, signs: Signs) -> str:
    if signs.ascii:
        return key.called
    return {"left": signs.sides[0], "right": signs.sides[-1]}.get(key.called, key.called)


def _named(label: str, word: str) -> Content:
    return join(words(label, BRIGHT), words(" " + word, QUIET))
