"""This is the page that is read: prose, choices, and what the record has of the last choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.playing.page import Offer, Page
from game.playing.session import Marks
from game.problem import GameError
from game.tui.evidence import badge, margin, record_line
from game.tui.folio import Folio
from game.tui.guard import Guard, clock
from game.tui.ink import (
    BRIGHT,
    EMPTY,
    QUIET,
    RULE,
    Block,
    between,
    carries,
    join,
    lay,
    prose,
    shorten,
    spread,
    words,
)
from game.tui.keymap import called_now
from game.tui.keys import READING, Key, bindings, key_line
from game.tui.link import (
    Look,
    ToAccuracy,
    ToCard,
    ToComparison,
    ToEndings,
    ToLog,
    ToMap,
    ToPeople,
    ToTimeline,
    ToTree,
    link_of,
)
from game.tui.messages import Decided, Ended, ToTitle
from game.tui.screens.asking import Asking
from game.tui.screens.hard import ALWAYS, NEVER_ASK, PASS, Hard
from game.tui.screens.leaf import LOW
from game.tui.screens.wayback import Wayback
from game.tui.sign import Signs
from game.tui.sitting import Sitting
from game.tui.widgets.menu import Entry, Menu
from game.tui.widgets.paper import Paper

WIDE = 110
"""Columns from which the record stands beside the page."""
GAP = 3
"""Columns between the page and the wall of the margin."""
MARKS_SAID = "It is kept with the play, and can be changed at any time."
MARKS = (
    "After a choice: story.",
    "Before it too: investigator.",
    "Only at the end: clean.",
)


class Reading(Wayback):
    """Shows one page after another; there is one of it for a whole play."""

    KEYS: tuple[Key, ...] = READING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]

    DEFAULT_CSS = """
    Reading > #book { height: 1fr; }
    Reading #leaf { height: 1fr; }
    Reading #if { height: 1; display: none; }
    Reading.-if #if { display: block; }
    Reading #off { height: 1; color: $conflict; }
    Reading #prose { height: auto; }
    Reading #rule { height: 1; margin: 1 0; }
    Reading #choices { height: auto; }
    Reading #line { height: 1; }
    Reading #margin { display: none; margin: 1 0 0 0; padding: 0 0 0 2; border-left: solid $rule; }
    Reading.-wide #margin { display: block; }
    Reading.-wide #line { display: none; }
    Reading.-low #rule { margin: 0; }
    """

    def __init__(self, signs: Signs, sitting: Sitting, look: Look) -> None:
        super().__init__(signs, sitting)
        self._look = look
        self._guard = Guard()
        self._folio = Folio(sitting.play.page, sitting.notices)
        self._beat_line = 0
        self._pressed = ("", 0.0)
        self._prose_high = 1
        self._trouble = ""

    def body(self) -> Iterable[Widget]:
        """Give the page and the margin beside it."""
        with Horizontal(id="book"):
            with Vertical(id="leaf"):
                yield Static(id="if")
                yield Static(id="off")
                yield Paper(id="prose")
                yield Static(id="rule")
                yield Menu(self.signs, id="choices")
            yield Paper(id="margin")
        yield Static(id="line")

    def on_mount(self) -> None:
        """Begin to listen once the first page is painted."""
        self.watch(self.query_one("#prose", Paper), "scroll_y", self._draw_rule, init=False)
        self._turned()
        self._warn()

    def show(self, page: Page, *, read: bool = False) -> None:
        """Show another page from its top; ``read`` has all its beats in sight at once."""
        if not read:
            self._warn()
        notices = self._folio.notices if page.turn == self.page.turn else ()
        self._folio = Folio(page, notices)
        if read:
            self._folio.read_all()
        self._offer()
        self.rearrange()
        self.query_one("#prose", Paper).to_line(0)
        self.query_one("#margin", Paper).to_line(0)
        self._turned()

    def saved(self) -> None:
        """Show what became of the last save."""
        if self.is_mounted and not self.has_class("-small"):
            kept = self.sitting.kept
            fault = kept.fault if kept else ""
            if fault != self._trouble:
                self._trouble = fault
                self.rearrange()
            else:
                self.draw_below()

    def renew(self) -> None:
        """Show the page as it reads now, if that is another way than before."""
        page = self.sitting.play.page
        if page.passages != self.page.passages:
            self.show(page, read=self.is_read)

    def _warn(self) -> None:
        """Before a hard passage comes into sight, ask whether it shall."""
        tags = self.sitting.play.hard
        if tags:
            self.app.push_screen(Hard(self.signs, tags, self._pressed), self._warned)

    def _warned(self, answer: int | None) -> None:
        play = self.sitting.play
        tags = play.hard
        play.pass_over(passes=answer in (PASS, ALWAYS, None))
        if answer in (ALWAYS, NEVER_ASK):
            self.post_message(Decided(tags, "skip" if answer == ALWAYS else "show"))
        self.sitting.keep()
        self.show(play.page)

    def action_hard(self) -> None:
        """Pass over what is hard on this page; if that was done, show it after all."""
        play = self.sitting.play
        passes = not any(passage.summarised for passage in self.page.passages)
        play.pass_over(passes=passes)
        if play.page.passages == self.page.passages:
            self.tell("nothing on this page can be passed over")
            return
        self.sitting.keep()
        self.renew()

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self._folio.page

    @property
    def in_sight(self) -> Page:
        """The page as far as it is shown."""
        return self._folio.in_sight

    @property
    def is_read(self) -> bool:
        """Whether all of the page's text has come into sight."""
        return self._folio.is_read

    @property
    def marks(self) -> int:
        """How many marked stretches are in sight."""
        return self._folio.marks

    def _turned(self) -> None:
        self._guard.turned(*self._pressed)
        self.call_after_refresh(lambda: self._guard.painted(clock()))

    def _offer(self) -> None:
        menu = self.query_one("#choices", Menu)
        if not self._folio.is_read:
            menu.offer(())
        elif self.page.finish is not None:
            menu.offer([Entry(words("Turn the page."), "1")])
        else:
            menu.offer([self._entry(offer) for offer in self.page.offers])

    def _entry(self, offer: Offer) -> Entry:
        note = EMPTY
        if self.sitting.play.marks is Marks.INVESTIGATOR:
            badges = (badge(each.status, self.signs) for each in offer.findings if each.status)
            note = between(words("  "), badges)
        return Entry(prose(offer.text, plain=True), str(offer.number), note)

    def above(self, width: int) -> Content:
        """Write the story's name, and where and when the page stands."""
        heading = self.page.heading
        dot = words(f" {self.signs.dot} ", QUIET)
        place = heading.where if heading.where not in heading.part else ""
        parts = [words(each, QUIET) for each in (heading.part, heading.when, place)]
        name = words(heading.story.partition(":")[0], QUIET)
        right = EMPTY
        for part in parts:
            longer = between(dot, (right, part))
            if longer.cell_length + name.cell_length + 4 > width:
                break
            right = longer
        return spread(name, right, width, self.signs.cut)

    def below(self, width: int) -> Content:
        """Write the line of keys, and what is saved."""
        saved = self._saved()
        if self._folio.stepped is not None:
            opens = f"opens {self._folio.stepped} of {self._folio.marks}"
            doings = (
                (self._key("take", "enter"), opens),
                (self._key("back", "escape"), "lets go"),
                (self._key("next-mark", "right_square_bracket"), "next"),
                (self._key("last-mark", "left_square_bracket"), "before"),
            )
            room = width - saved.cell_length - 2
            line = key_line((), room, doings, keymap=self.signs.keymap)
            return spread(line, saved, width, self.signs.cut)
        before: tuple[tuple[str, str], ...] = ()
        numbers = len(self.page.offers)
        if self._folio.is_read and numbers:
            before = ((f"1{self.signs.dash}{numbers}" if numbers > 1 else "1", "choose"),)
        if self._folio.is_read and self.page.finish is not None:
            before = ((self._key("take", "enter"), "turn the page"),)
        keys = [key for key in self.KEYS if not self._idle(key)]
        line = key_line(keys, width - saved.cell_length - 2, before, keymap=self.signs.keymap)
        return spread(line, saved, width, self.signs.cut)

    def _key(self, name: str, own: str) -> str:
        return called_now(self.signs.keymap, name, own)

    def _idle(self, key: Key) -> bool:
        """Tell whether a key would do nothing on this page."""
        if key.name == "read-on":
            return self._folio.is_read and not self._is_more()
        return key.name in ("undo", "journal") and not self.page.made

    def _saved(self) -> Content:
        kept = self.sitting.kept
        if kept is None:
            return words("not kept", QUIET)
        if kept.fault:
            return words("NOT SAVED", "bold $conflict")
        if self.sitting.play.what_if:
            return words(f"your play waits {self.signs.dot} {kept.turn}", QUIET)
        if kept.turn < self.page.turn:
            return words("saving", QUIET)
        number = f" {self.signs.dot} {kept.turn}" if kept.turn else ""
        return words(f"saved{number}", QUIET)

    def lay_out(self, width: int, height: int) -> None:
        """Lay out the page, the margin if there is room, the choices and the line of the record."""
        wide = width >= WIDE
        low = height < LOW
        self.set_class(wide, "-wide")
        self.set_class(low, "-low")
        measure = self.measure_in(width)
        beside = min(44, width - measure - GAP - 7) if wide else 0
        used = measure + (GAP + 3 + beside if wide else 0)
        left = max((width - used) // 2, 2)
        self._place(left, measure, beside, width)
        held = bool(self.sitting.play.what_if)
        self.set_class(held, "-if")
        room = height - 3 - held - (0 if wide else 1 if low else 2) - (1 if low else 3)
        self._fill(measure, room)
        if wide:
            self.query_one("#margin", Paper).write(lay(self._beside(), beside))
        line = record_line(self.page.last, self.signs, width - 2)
        shown = line if self.sitting.is_shown else EMPTY
        self.query_one("#line", Static).update(shown, layout=False)
        self._draw_off(measure)
        if held:
            self.query_one("#if", Static).update(self.standing(measure), layout=False)

    def _place(self, left: int, measure: int, beside: int, width: int) -> None:
        leaf = self.query_one("#leaf")
        leaf.styles.width = left + measure + GAP if beside else width
        leaf.styles.padding = (0, GAP if beside else width - left - measure, 0, left)
        self.query_one("#margin").styles.width = beside + 3
        self.query_one("#line").styles.padding = (0, 1)

    def _fill(self, measure: int, room: int) -> None:
        menu = self.query_one("#choices", Menu)
        if not menu.written and self._folio.is_read:
            self._offer()
        menu.points = self._folio.stepped is None
        choices = menu.reflow(measure)
        choices_high = min(choices, max(room // 2, room - 3, 1))
        blocks, begin = self._folio.blocks(drawn=self.sitting.is_shown)
        if self._trouble:
            blocks.insert(0, Block(words(self._trouble, "$conflict")))
            begin += 1
        before = lay(blocks[:begin], measure)
        self._beat_line = len(before)
        gap = blocks[begin].gap if before and begin < len(blocks) else 0
        lines = [*before, *([EMPTY] * gap), *lay(blocks[begin:], measure)]
        self._prose_high = max(min(len(lines), room - choices_high), 1)
        paper = self.query_one("#prose", Paper)
        paper.styles.height = self._prose_high
        menu.styles.height = max(choices_high, 1)
        paper.write(lines)
        self._draw_rule()

    def _beside(self) -> list[Block]:
        if not self.sitting.is_shown:
            return []
        blocks = margin(self.page.last, self.signs)
        if not blocks and not self.page.made:
            hint = "Here will stand what the record has of your last choice."
            return [Block(words(hint, QUIET))]
        return blocks

    def _draw_off(self, measure: int) -> None:
        off = words("")
        if self.page.off_record:
            off = words(f"Off the record since “{self.page.off_record}”")
        off = shorten(off, measure, self.signs.cut)
        self.query_one("#off", Static).update(off, layout=False)

    def _is_more(self) -> bool:
        paper = self.query_one("#prose", Paper)
        return paper.scroll_target_y + self._prose_high < len(paper.written)

    def _draw_rule(self) -> None:
        """Draw the line under the prose; it says whether there is more below, or to come."""
        measure = self.measure_in(self._room[0])
        said = EMPTY
        if self._is_more():
            said = words(f" {self.signs.more} more below ", QUIET)
        elif not self._folio.is_read:
            key = self._key("read-on", "space")
            said = join(words(f" {self.signs.more} ", QUIET), words(f"{key} ", BRIGHT))
        ends = self.signs.rule * 3 if said.plain else ""
        rule = self.signs.rule * (measure - said.cell_length - len(ends))
        line = join(words(rule, RULE), said, words(ends, RULE))
        if not said.plain and not self.query_one("#choices", Menu).written:
            line = EMPTY
        self.query_one("#rule", Static).update(line, layout=False)
        self.draw_below()

    def pressed(self, key: str, when: float) -> None:
        """Note the key that is being answered, and when it was pressed."""
        self._pressed = (key, when)

    def action_up(self) -> None:
        """Point at the choice above."""
        self._let_go()
        self.query_one("#choices", Menu).move(-1)

    def action_down(self) -> None:
        """Point at the choice below."""
        self._let_go()
        self.query_one("#choices", Menu).move(1)

    def action_number(self, number: int) -> None:
        """Take a choice by its number."""
        if self._folio.is_read:
            self._take(number - 1)

    def action_take(self) -> None:
        """Open the marked words stepped to, or take the choice at the caret, or read on."""
        if self._folio.stepped is not None:
            self._open_mark(self._folio.stepped)
        elif self._folio.is_read:
            self._take(self.query_one("#choices", Menu).selected)
        else:
            self.action_read_on()

    def on_menu_clicked(self, message: Menu.Clicked) -> None:
        """Take the choice that was clicked."""
        self._pressed = ("click", message.pressed)
        self._take(message.index)

    def _take(self, index: int) -> None:
        offers = self.page.offers
        if not self._guard.admits(*self._pressed):
            return
        if self.page.finish is not None:
            if index == 0:
                self.post_message(Ended())
        elif index < len(offers):
            page = self.sitting.play.choose(offers[index].choice)
            self.sitting.keep_turn()
            self.show(page)

    def action_read_on(self) -> None:
        """Page down; at the foot, bring the next beat in sight."""
        if self._is_more():
            self.query_one("#prose", Paper).page(1)
        elif not self._folio.is_read and self._guard.admits(*self._pressed):
            self._folio.read_on()
            self._offer()
            self.rearrange()
            self.call_after_refresh(self._to_beat)
            self._turned()

    def _to_beat(self) -> None:
        """Scroll so far that the new beat begins in sight, a line of the last above it."""
        if self._is_more():
            self.query_one("#prose", Paper).to_line(max(self._beat_line - 1, 0))

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

    def action_step(self, direction: int) -> None:
        """Step to the next marked words of the page, or back."""
        if not self.sitting.is_shown:
            self.tell("this play is read clean: no words are marked before its end")
        elif not self._folio.marks:
            self.tell("no marked words on this page")
        else:
            self._folio.step(direction)
            self._show_mark()

    def _show_mark(self) -> None:
        """Draw the marked words that were stepped to, and scroll to them."""
        self.rearrange()
        paper = self.query_one("#prose", Paper)
        number = self._folio.stepped or 0
        there = [n for n, line in enumerate(paper.written) if carries(line, number)]
        if there:
            paper.show_line(there[-1])
            paper.show_line(there[0])

    def _let_go(self) -> None:
        if self._folio.stepped is not None:
            self._folio.stepped = None
            self.rearrange()

    def on_paper_touched(self, message: Paper.Touched) -> None:
        """Open the marked words that were clicked."""
        if message.paper == "prose" and message.number is not None and self.sitting.is_shown:
            self._folio.stepped = message.number
            self._show_mark()
            self._open_mark(message.number)

    def _open_mark(self, number: int) -> None:
        mark = self.sitting.play.marked()[number - 1]
        self._look(link_of(mark.kind, mark.target))

    def action_card(self) -> None:
        """Lay the card of the last choice over the page."""
        self._look(ToCard())

    def action_compare(self) -> None:
        """Compare the accounts on what the last choice and the page are about."""
        self._look(ToComparison(()))

    def action_tree(self) -> None:
        """Show who took what is told here from whom."""
        self._look(ToTree(()))

    def action_log(self) -> None:
        """Show all that was met of the record."""
        self._look(ToLog())

    def action_people(self) -> None:
        """Show people, places and words."""
        self._look(ToPeople())

    def action_map(self) -> None:
        """Show the map."""
        self._look(ToMap())

    def action_timeline(self) -> None:
        """Show the dates that were met."""
        self._look(ToTimeline())

    def action_endings(self) -> None:
        """Show the endings met, in this play and in others."""
        self._look(ToEndings())

    def action_copy_passage(self) -> None:
        """Ask the terminal to keep the words of the page, or those stepped to, for pasting."""
        stepped = self._folio.stepped
        try:
            quoted = self.sitting.play.quotation(self.in_sight, stepped)
        except GameError as fault:
            self.tell(str(fault))
            return
        self.app.copy_to_clipboard(quoted)
        self.tell(f"{'the marked words are' if stepped else 'the page is'} sent to the clipboard")

    def action_accuracy(self) -> None:
        """Show all that is invented or inferred."""
        self._look(ToAccuracy())

    def action_marks(self) -> None:
        """Ask when the record is to be shown."""
        now = list(Marks).index(self.sitting.play.marks)
        asking = Asking(self.signs, "When is the record shown?", MARKS_SAID, MARKS, now)
        self.app.push_screen(asking, self._mark)

    def _mark(self, answer: int | None) -> None:
        if answer is not None:
            self.sitting.play.marks = tuple(Marks)[answer]
            self.sitting.keep()
            self._folio.stepped = None
            self._offer()
            self.rearrange()

    def action_back(self) -> None:
        """Let go of marked words; then go to the title, with the play kept."""
        if self._folio.stepped is not None:
            self._let_go()
            return
        self.post_message(ToTitle())
