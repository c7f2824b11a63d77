"""This is what all screens share: a line above, a line of keys below, and a least size."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from game.tui.ink import BRIGHT, EMPTY, QUIET, shorten, words
from game.tui.keys import Key, changed, key_line
from game.tui.sign import Signs
from game.tui.widgets.menu import Menu

LEAST = (40, 12)
"""Columns and lines below which nothing can be read."""
LOW = 18
"""Lines below which empty ones are saved."""
MEASURE = 68
"""Columns of a line of prose where there is room."""


class Leaf(Screen[int | None], inherit_bindings=False):
    """A screen. Its body is told to arrange itself whenever there is a new size or new words."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = []
    KEYS: tuple[Key, ...] = ()
    settles = False
    """Whether it is one of the screens of settings, which are not laid over one another."""

    DEFAULT_CSS = """
    Leaf {
        background: $background;
        color: $foreground;
        layers: page;
        overflow: hidden hidden;
    }
    Leaf:ansi {
        background: $background;
        color: $foreground;
    }
    Leaf > #above, Leaf > #below {
        height: 1;
        padding: 0 1;
    }
    Leaf > #below { dock: bottom; }
    Leaf > #above { dock: top; }
    Leaf > #small { display: none; padding: 0 1; }
    Leaf.-small > * { display: none; }
    Leaf.-small > #small { display: block; }
    """

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self.signs = signs
        self.KEYS = changed(self.KEYS, signs.keymap)
        self._room = (0, 0)
        self._told = ""
        """What the last key could not do, in the place of the line of keys."""

    def compose(self) -> ComposeResult:
        """Put the parts on the screen."""
        yield Static(id="above")
        yield from self.body()
        yield Static(id="below")
        yield Static(id="small")

    def body(self) -> Iterable[Widget]:
        """Give what stands between the line above and the line of keys."""
        return ()

    def draw_with(self, signs: Signs) -> None:
        """Draw everything anew, as the reader has settled it since."""
        self.signs = signs
        self.KEYS = changed(type(self).KEYS, signs.keymap)
        for menu in self.query(Menu):
            menu.draw_with(signs)
        self.rearrange()

    def measure_in(self, width: int) -> int:
        """Give how many columns a line of prose takes in so many."""
        return min(self.signs.measure, width - 4)

    def on_resize(self, event: events.Resize) -> None:
        """Lay everything out for another size."""
        self._room = (event.size.width, event.size.height)
        self.rearrange()

    @property
    def is_small(self) -> bool:
        """Whether nothing is shown but that the window is too small."""
        width, height = self._room
        return width > 0 and (width < LEAST[0] or height < LEAST[1])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing be done to a page that is hidden, but to leave it."""
        if self.is_small:
            return action == "copy_or_leave"
        return super().check_action(action, parameters)

    def pressed(self, key: str, when: float) -> None:
        """Hear which key is being answered, and when it was pressed."""

    def tell(self, said: str) -> None:
        """Say quietly, until the next key, why nothing happened."""
        self._told = said
        self.draw_below()

    def hush(self) -> None:
        """Put the line of keys back where something was said."""
        if self._told:
            self.tell("")

    def draw_below(self) -> None:
        """Write the line of keys anew, or what is said in its place."""
        width = self._room[0] - 2
        told = shorten(words(self._told, QUIET), width, self.signs.cut)
        said = told if self._told else self.below(width)
        self.query_one("#below", Static).update(said, layout=False)

    def rearrange(self) -> None:
        """Lay everything out again, if the size is known by now."""
        width, height = self._room
        if not self.is_mounted or width == 0:
            return
        self.set_class(self.is_small, "-small")
        if self.is_small:
            sentence = (
                f"Please make the window larger: {LEAST[0]} columns by {LEAST[1]} lines at least."
            )
            self.query_one("#small", Static).update(words(sentence, BRIGHT))
            return
        self.query_one("#above", Static).update(self.above(width - 2), layout=False)
        self.draw_below()
        self.lay_out(width, height)

    def above(self, width: int) -> Content:  # noqa: ARG002 - for those who have one
        """Write the line above."""
        return EMPTY

    def below(self, width: int) -> Content:
        """Write the line of keys."""
        return key_line(self.KEYS, width, keymap=self.signs.keymap)

    def lay_out(self, width: int, height: int) -> None:
        """Lay the body out."""

    async def action_copy_or_leave(self) -> None:
        """Copy what the mouse marked; with nothing marked, leave."""
        marked = self.get_selected_text()
        if marked:
            self.app.copy_to_clipboard(marked)
            self.clear_selection()
        else:
            await self.run_action("app.leave")
