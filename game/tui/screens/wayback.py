"""This is going back from a page: for good, or only to see what if; and coming back from there."""

from __future__ import annotations

from functools import partial

from textual.content import Content

from game.playing.page import Page
from game.tui.ink import BRIGHT, EMPTY, QUIET, between, join, shorten, words
from game.tui.keymap import called_now
from game.tui.screens.asking import Asking
from game.tui.screens.journal import Journal
from game.tui.screens.leaf import Leaf
from game.tui.screens.ways import Ways
from game.tui.sign import Signs
from game.tui.sitting import Sitting

NO_WHAT_IF = "this is no what if: it is your play"


class Wayback(Leaf):
    """A page from which its reader can go back to any choice."""

    def __init__(self, signs: Signs, sitting: Sitting) -> None:
        super().__init__(signs)
        self.sitting = sitting

    def show(self, page: Page, *, read: bool = False) -> None:
        """Show another page from its top; ``read`` has all its beats in sight at once."""
        raise NotImplementedError

    def standing(self, width: int) -> Content:
        """Write that this is a what if, and the ways out of it; nothing where it is none."""
        since = self.sitting.play.what_if
        if not since:
            return EMPTY
        keys = (("come-back", "r", "returns"), ("keep-way", "p", "makes it your play"))
        ways = (
            join(words(called_now(self.signs.keymap, name, own), BRIGHT), words(f" {says}", QUIET))
            for name, own, says in keys
        )
        out = between(words(f" {self.signs.dot} ", QUIET), ways)
        head = words(f"What if, since “{since}”", "$mark")
        room = width - out.cell_length - 3
        head = shorten(head, max(room, len("What if")), self.signs.cut)
        return shorten(between(words(f" {self.signs.dot} ", QUIET), (head, out)), width, "")

    def action_undo(self) -> None:
        """Take back the last choice."""
        play = self.sitting.play
        turn = play.page.turn
        page = play.undo()
        if page.turn == turn:
            self.tell("nothing to take back yet")
            return
        self.sitting.keep_turn()
        self.show(page, read=True)

    def action_journal(self) -> None:
        """Lay the journal over the page; it may send us back."""
        play = self.sitting.play
        taken = play.journal()
        if not taken:
            self.tell("nothing chosen yet")
            return
        journal = Journal(
            self.signs, taken, shown=self.sitting.is_shown, asks_what_if=not play.what_if
        )
        self.app.push_screen(journal, partial(self._go_back, journal))

    def action_ways(self) -> None:
        """Lay the story map over the page; it may send us back."""
        play = self.sitting.play
        ways = Ways(
            self.signs,
            play.story_map(),
            range(play.led, play.page.turn),
            asks_what_if=not play.what_if,
        )
        self.app.push_screen(ways, partial(self._go_back, ways))

    def _go_back(self, asked: Journal | Ways, turn: int | None) -> None:
        if turn is None:
            return
        play = self.sitting.play
        page = play.ask_what_if(turn) if asked.what_if else play.rewind(turn)
        self.sitting.keep_turn()
        self.show(page, read=True)

    def action_come_back(self) -> None:
        """Leave a what if: take the play up where it was left."""
        play = self.sitting.play
        if not play.what_if:
            self.tell(NO_WHAT_IF)
            return
        self.show(play.come_back(), read=True)
        self.tell("back in your play")

    def action_keep_way(self) -> None:
        """Ask once whether a what if shall be the play."""
        play = self.sitting.play
        if not play.what_if:
            self.tell(NO_WHAT_IF)
            return
        asking = Asking(
            self.signs,
            "Make this way your play?",
            f"What you had chosen since “{play.what_if}” is dropped for it.",
            ("Make it my play.", "Go on looking."),
        )
        self.app.push_screen(asking, self._way_kept)

    def _way_kept(self, answer: int | None) -> None:
        if answer == 0:
            self.sitting.play.keep_this_way()
            self.sitting.keep()
            self.rearrange()
            self.tell("this way is your play now")
