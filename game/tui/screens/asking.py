"""This is a question put to the reader once, with its answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from game.tui.ink import STRONG, Block, lay, words
from game.tui.keymap import called_now
from game.tui.keys import SHELF, Key, bindings
from game.tui.screens.leaf import MEASURE, Leaf
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry, Menu
from game.tui.widgets.paper import Paper

BACK, WHAT_IF = range(2)
"""What was answered to where ``ways_back`` were offered."""


def ways_back(signs: Signs, *, asks_what_if: bool) -> tuple[str, ...]:
    """Give the answers to whether to go back; who is in a what if is not asked for another."""
    key = called_now(signs.keymap, "come-back", "r")
    what_if = (f"Only look: what if? Your play waits, and {key} returns to it.",)
    return ("Go back to it.", *(what_if if asks_what_if else ()), "Stay where I am.")


def goes_back(answer: int | None, *, asks_what_if: bool) -> bool:
    """Tell whether that answer leads back."""
    return answer == BACK or (asks_what_if and answer == WHAT_IF)


class Asking(Leaf):
    """Gives the number of the answer from nought, or nothing when the reader goes back."""

    KEYS: tuple[Key, ...] = SHELF
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SHELF)]

    DEFAULT_CSS = """
    Asking > #entries { height: auto; }
    """

    def __init__(
        self, signs: Signs, question: str, said: str, answers: tuple[str, ...], first: int = 0
    ) -> None:
        super().__init__(signs)
        self._first = first
        self._question = question
        self._said = said
        self._answers = answers

    def body(self) -> Iterable[Widget]:
        """Give the question and the answers."""
        yield Paper(id="question")
        yield Menu(self.signs, id="entries")

    @property
    def menu(self) -> Menu:
        """The answers."""
        return self.query_one("#entries", Menu)

    def on_mount(self) -> None:
        """Put the answers on the list."""
        numbered = enumerate(self._answers, start=1)
        self.menu.offer(
            [Entry(words(answer), str(number)) for number, answer in numbered], self._first
        )

    def lay_out(self, width: int, height: int) -> None:
        """Lay question and answers out, a little above the middle."""
        measure = min(MEASURE, width - 4)
        left = (width - measure) // 2
        paper = self.query_one("#question", Paper)
        lines = lay(
            (Block(words(self._question, STRONG)), Block(words(self._said), gap=1)), measure
        )
        answers = self.menu.reflow(measure)
        top = max((height - len(lines) - answers - 4) // 3, 0)
        paper.styles.padding = (top, width - measure - left, 1, left)
        paper.styles.height = min(len(lines) + top + 1, height - 2 - answers)
        paper.write(lines)
        self.menu.styles.padding = (0, width - measure - left, 0, left)
        self.menu.styles.height = answers

    def on_menu_clicked(self, message: Menu.Clicked) -> None:
        """Take the answer that was clicked."""
        self.dismiss(message.index)

    def action_take(self) -> None:
        """Take the answer at the caret."""
        self.dismiss(self.menu.selected)

    def action_number(self, number: int) -> None:
        """Take an answer by its number."""
        if number <= len(self._answers):
            self.dismiss(number - 1)

    def action_up(self) -> None:
        """Point at the answer above."""
        self.menu.move(-1)

    def action_down(self) -> None:
        """Point at the answer below."""
        self.menu.move(1)

    def action_page_up(self) -> None:
        """Point at the first answer."""
        self.menu.select(0)

    action_home = action_page_up

    def action_page_down(self) -> None:
        """Point at the last answer."""
        self.menu.select(len(self._answers) - 1)

    action_end = action_page_down

    def action_back(self) -> None:
        """Give no answer."""
        self.dismiss(None)
