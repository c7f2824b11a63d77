"""This is the page of the preview: faults above, the scene as it reads now, and what is closed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.playing.page import Offer
from game.playing.writing.bench import Bench
from game.playing.writing.view import View
from game.tui.evidence import badge
from game.tui.ink import BRIGHT, EMPTY, QUIET, RULE, Block, between, join, lay, prose, spread, words
from game.tui.keys import Key, bindings
from game.tui.screens.asking import Asking
from game.tui.screens.leaf import Leaf
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry, Menu
from game.tui.widgets.paper import Paper
from game.tui.writing.blocks import FAULT, margin, page_blocks, shut_lines, state_line, top
from game.tui.writing.faults import Faults
from game.tui.writing.jump import Jump
from game.tui.writing.keys import PREVIEW
from game.tui.writing.messages import Acted
from game.tui.writing.shut import Closed
from game.tui.writing.state import State
from game.tui.writing.steps import Steps

WIDE = 110
"""Columns from which state and closed choices stand beside the page."""
BESIDE = 44
WALL = 4
"""Columns of the wall before the margin, and of the air on both sides of it."""
MOST_SHUT = 4
"""Closed choices that are listed under the open ones."""
WAITING = "Reading the story."
UNREADABLE = "There is no story to show yet. It appears as soon as the faults above are mended."


class Preview(Leaf):
    """Shows the bench; there is one of it as long as the preview runs."""

    KEYS: tuple[Key, ...] = PREVIEW
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PREVIEW)]

    DEFAULT_CSS = """
    Preview > #faults { padding: 0 1; }
    Preview > #under { height: 1; padding: 0 1; }
    Preview > #book { height: 1fr; }
    Preview #leaf { height: 1fr; padding: 0 1; }
    Preview #rule { height: 1; }
    Preview #margin { display: none; padding: 0 1 0 2; border-left: solid $rule; }
    Preview.-wide #margin { display: block; }
    Preview > #line { height: 1; padding: 0 1; }
    Preview.-wide > #line { display: none; }
    """

    def __init__(self, signs: Signs, bench: Bench) -> None:
        super().__init__(signs)
        self.bench = bench
        self._view: View | None = None
        self._looked = False

    def body(self) -> Iterable[Widget]:
        """Give the faults, the page and the margin."""
        yield Paper(id="faults")
        yield Static(id="under")
        with Horizontal(id="book"):
            with Vertical(id="leaf"):
                yield Paper(id="prose")
                yield Static(id="rule")
                yield Menu(self.signs, id="choices")
                yield Paper(id="shut")
            yield Paper(id="margin")
        yield Static(id="line")

    def show(self, *, anew: bool = False) -> None:
        """Show the bench as it is now; ``anew`` begins at the top of the page."""
        self._looked = True
        self._view = self.bench.view()
        menu = self.query_one("#choices", Menu)
        offers = self._view.page.offers if self._view and self._view.page else ()
        menu.offer([self._entry(each) for each in offers], 0 if anew else menu.selected)
        self.rearrange()
        if anew:
            self.query_one("#prose", Paper).to_line(0)
            self.query_one("#margin", Paper).to_line(0)

    def _entry(self, offer: Offer) -> Entry:
        name = words(f"  {offer.choice.rpartition('/')[2]}", QUIET)
        badges = (badge(each.status, self.signs) for each in offer.findings if each.status)
        text = join(prose(offer.text), name)
        return Entry(text, str(offer.number), between(words("  "), badges))

    def above(self, width: int) -> Content:
        """Write where the play stands, in the story and in its files."""
        count = len(self.bench.last.problems)
        right = words("no faults", QUIET)
        if count:
            right = words(f"{count} fault{'' if count == 1 else 's'}", FAULT)
        if not self._looked:
            right = EMPTY
        view = self._view
        if view is None:
            return spread(words("Preview", QUIET), right, width, self.signs.cut)
        place = words(f"{view.position.file}:{view.position.line}", QUIET)
        left = between(words("  "), (words(view.scene, BRIGHT), place))
        return spread(left, right, width, self.signs.cut)

    def lay_out(self, width: int, height: int) -> None:
        """Lay out the faults, the page and what is closed."""
        wide = width >= WIDE
        self.set_class(wide, "-wide")
        room = height - 2 - (0 if wide else 1)
        beside = BESIDE if wide else 0
        room -= self._lay_faults(width - 2, room)
        self.query_one("#margin").styles.width = beside + WALL
        leaf = width - (beside + WALL if wide else 0)
        self.query_one("#leaf").styles.width = leaf
        self._lay_page(self.measure_in(leaf), room)
        held = self._view.held if self._view else ()
        self.query_one("#line", Static).update(state_line(held, width - 2, self.signs))
        if wide and self._view is not None and self.bench.story is not None:
            blocks = margin(held, self._view.shut, self.bench.story)
            self.query_one("#margin", Paper).write(lay(blocks, beside))

    def _lay_faults(self, width: int, room: int) -> int:
        """Lay out what is wrong; give how many lines it takes, with the line under it."""
        most = room if self._view is None else max(room // 3, 5)
        advice = self._view.advice if self._view else ()
        lines = top(self.bench.last, advice, width, most - 1, self.signs)
        paper, under = self.query_one("#faults", Paper), self.query_one("#under", Static)
        paper.display = under.display = bool(lines)
        if not lines:
            return 0
        paper.write(lines)
        paper.styles.height = min(len(lines), most - 1)
        said = " the last story that could be read " if self.bench.is_old else ""
        start = self.signs.rule * 3 if said else ""
        rest = self.signs.rule * (width - len(start) - len(said))
        under.update(words(f"{start}{said}{rest}", QUIET if said else RULE))
        return min(len(lines), most - 1) + 1

    def _lay_page(self, measure: int, room: int) -> None:
        menu, shut = self.query_one("#choices", Menu), self.query_one("#shut", Paper)
        beside = self.has_class("-wide")
        listed = self._view.shut if self._view and not beside else ()
        closed = shut_lines(listed, measure, self.signs)
        over = len(closed) - MOST_SHUT
        if over > 0:
            last = words(f"{self.signs.more} {over + 1} more: c", QUIET)
            closed = [*closed[: MOST_SHUT - 1], last]
        shut.display = bool(closed)
        shut.write(closed)
        shut.styles.height = len(closed)
        choices = min(menu.reflow(measure), max((room - len(closed)) // 2, 2))
        menu.display = bool(menu.written)
        menu.styles.height = choices
        lines = lay(self._blocks(), measure)
        left = max(room - choices - len(closed) - 1, 1)
        more = f" {self.signs.more} more below: space " if len(lines) > left else ""
        head = self.signs.rule * 3 if more else ""
        bar = self.signs.rule * (measure - len(head) - len(more))
        rule = join(words(head, RULE), words(more, QUIET), words(bar, RULE))
        self.query_one("#rule", Static).update(rule if choices or closed or more else EMPTY)
        paper = self.query_one("#prose", Paper)
        paper.styles.height = min(max(len(lines), 1), left)
        paper.write(lines)

    def _blocks(self) -> list[Block]:
        view = self._view
        if view is None:
            said = UNREADABLE if self._looked else WAITING
            return [Block(words(each, QUIET)) for each in (*self.bench.told, said)]
        if view.page is None:
            return [Block(words(each, FAULT)) for each in (*self.bench.told, view.trouble)]
        return page_blocks(view.page, self.bench.told)

    def _acted(self, *, done: bool) -> None:
        self.show(anew=done)
        self.post_message(Acted())

    def action_up(self) -> None:
        """Point at the choice above."""
        self.query_one("#choices", Menu).move(-1)

    def action_down(self) -> None:
        """Point at the choice below."""
        self.query_one("#choices", Menu).move(1)

    def action_number(self, number: int) -> None:
        """Take a choice by its number."""
        self._take(number - 1)

    def action_take(self) -> None:
        """Take the choice at the caret."""
        self._take(self.query_one("#choices", Menu).selected)

    def on_menu_clicked(self, message: Menu.Clicked) -> None:
        """Take the choice that was clicked."""
        self._take(message.index)

    def _take(self, index: int) -> None:
        offers = self._view.page.offers if self._view and self._view.page else ()
        if index < len(offers):
            self._acted(done=self.bench.choose(offers[index].choice))

    def action_undo(self) -> None:
        """Take back the last step."""
        if self.bench.undo():
            self._acted(done=True)
        else:
            self.tell("nothing to take back")

    def action_restart(self) -> None:
        """Ask once, then begin anew."""
        if self._view is None:
            return
        asking = Asking(
            self.signs,
            "Begin anew?",
            "What you did in the preview is forgotten; the files stay as they are.",
            ("Begin anew.", "Stay where I am."),
        )
        self.app.push_screen(asking, self._restarted)

    def _restarted(self, answer: int | None) -> None:
        if answer == 0:
            self._acted(done=self.bench.restart())

    def action_read_on(self) -> None:
        """Page down."""
        self.query_one("#prose", Paper).page(1)

    def action_page_down(self) -> None:
        """Page down."""
        self.query_one("#prose", Paper).page(1)

    def action_page_up(self) -> None:
        """Page back."""
        self.query_one("#prose", Paper).page(-1)

    def action_home(self) -> None:
        """Go to the first line."""
        self.query_one("#prose", Paper).to_line(0)

    def action_end(self) -> None:
        """Go to the last line."""
        paper = self.query_one("#prose", Paper)
        paper.to_line(len(paper.written))

    def action_jump(self) -> None:
        """Choose a scene to go to."""
        scenes = self.bench.scenes()
        if not scenes:
            self.tell("no story could be read yet")
            return

        def gone(number: int | None) -> None:
            if number is not None:
                self._acted(done=self.bench.leap(scenes[number].scene))

        self.app.push_screen(Jump(self.signs, scenes, self.bench.scene), gone)

    def action_closed(self) -> None:
        """Lay the closed choices over the page, with what closes and what opens them."""
        if self._view is None or not self._view.shut:
            self.tell("nothing is closed here")
            return

        def gone(number: int | None) -> None:
            if number is not None and self._view is not None:
                self._acted(done=self.bench.go(self._view.shut[number].closed.choice))

        self.app.push_screen(Closed(self.signs, self.bench), gone)

    def action_state(self) -> None:
        """Lay the state over the page, to be set by hand."""
        if self.bench.held():
            self.app.push_screen(State(self.signs, self.bench), lambda _: self._acted(done=False))
        else:
            self.tell("the story has no state")

    def action_faults(self) -> None:
        """Lay all faults over the page."""
        self.app.push_screen(Faults(self.signs, self.bench))

    def action_steps(self) -> None:
        """Lay the steps over the page; one of them may be gone back to."""

        def back(step: int | None) -> None:
            if step is not None:
                self._acted(done=self.bench.back_to(step))

        if self.bench.tried is not None:
            self.app.push_screen(Steps(self.signs, self.bench.steps()), back)
