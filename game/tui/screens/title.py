"""This is the title: air, the name, what can be done, and who he was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from game.tui.ink import BRIGHT, EMPTY, QUIET, Block, join, lay, prose, words
from game.tui.keys import TITLE, Key, bindings
from game.tui.messages import Begin, Resume, ToParts
from game.tui.screens.leaf import LOW, MEASURE, Leaf
from game.tui.sign import Signs
from game.tui.widgets.menu import Entry, Menu
from game.tui.widgets.paper import Paper

if TYPE_CHECKING:
    from game.playing.matter import Front
    from game.playing.opening import Slip
    from game.tui.link import Look

LINE = "After every choice: who says so, who says otherwise, who is silent."
BARE = 4
"""Lines above and below, and the empty ones before and after the foot."""
EXPECTED = (8, 4)
"""Lines of what can be done, and of the foot, to leave free while the story is being read."""


class Title(Leaf):
    """Offers to go on, to begin, to open a kept play, and to leave.

    It shows the name alone until it is told what there is to open; what is asked of it before that
    is done then.
    """

    KEYS: tuple[Key, ...] = TITLE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TITLE)]

    DEFAULT_CSS = """
    Title > #entries { height: auto; }
    Title > #foot { dock: bottom; margin: 0 0 2 0; }
    """

    def __init__(self, signs: Signs, look: Look, name: str, told: tuple[str, ...] = ()) -> None:
        super().__init__(signs)
        self._look = look
        self._called = name
        self._front: Front | None = None
        self._slips: tuple[Slip, ...] = ()
        self._tally = ""
        self._settings_told = told
        self._said = " ".join(told)
        """What went wrong on the way here, if anything did."""
        self._asked: list[Callable[[], None]] = []
        """What was asked for before it could be done."""
        self._is_decided = False
        self._stood = (0, 0)
        """The height of the screen and the place of the name on it while the story was read."""

    def renew(self, front: Front, slips: tuple[Slip, ...], tally: str = "", said: str = "") -> None:
        """Offer what there is to open by now; ``tally`` says how many endings were met."""
        self._called, self._front = front.title, front
        self._slips = slips
        self._tally = tally
        self._said = " ".join((*self._settings_told, said)).strip()
        if not self.is_mounted:
            return
        self.menu.selected = 0
        self.rearrange()
        asked, self._asked = self._asked, []
        for act in asked:
            act()

    def _waits(self, act: Callable[[], None], *, leaves: bool = True) -> bool:
        """Put off what cannot be done yet; after what leaves this screen nothing is taken down."""
        if self._front is not None:
            return False
        if not self._is_decided:
            self._asked.append(act)
            self._is_decided = leaves
        return True

    def body(self) -> Iterable[Widget]:
        """Give the name, the list and the foot."""
        yield Paper(id="name")
        yield Menu(self.signs, id="entries")
        yield Paper(id="foot")

    @property
    def menu(self) -> Menu:
        """What can be done."""
        return self.query_one("#entries", Menu)

    def _doings(self, width: int = MEASURE) -> list[tuple[str, Entry]]:
        if self._front is None:
            return []
        doings: list[tuple[str, Entry]] = []
        newest = next((slip for slip in self._slips if slip.opens), None)
        if newest is not None:
            from game.tui.finished import Finished
            from game.tui.screens.shelf import slip_line

            called = "Open the finished play" if isinstance(newest, Finished) else "Continue"
            note = slip_line(newest, self.signs, width - 6)
            doings.append(("continue", Entry(words(called), "", note)))
        doings.append(("begin", Entry(words("Begin"), "")))
        if self._front.parts > 1:
            doings.append(("parts", Entry(words("Begin at a part"), "")))
        if self._slips:
            doings.append(("open", Entry(words("Open a save"), "")))
        if self._tally:
            said = join(words("Endings met"), words(f"  {self._tally}", QUIET))
            doings.append(("endings", Entry(said, "")))
        doings.append(("accuracy", Entry(words("What is invented"), "")))
        doings.append(("settings", Entry(words("Settings"), "")))
        doings.append(("leave", Entry(words("Quit"), "")))
        return [
            (name, Entry(entry.text, str(number), entry.note))
            for number, (name, entry) in enumerate(doings, start=1)
        ]

    def lay_out(self, width: int, height: int) -> None:
        """Place the name a third of the way down and the foot at the foot."""
        measure = self.measure_in(width)
        left = (width - measure) // 2
        right = width - measure - left
        self.menu.offer([entry for _, entry in self._doings(measure)], self.menu.selected)
        doings = self.menu.reflow(measure)
        name, foot = self._matter(measure, height, doings)
        taken = (doings, len(foot)) if self._front is not None else EXPECTED
        free = height - 2 - len(name) - sum(taken) - (1 if taken[1] else 0)
        top = self._top(free, height)
        paper = self.query_one("#name", Paper)
        paper.styles.padding = (top, right, 0, left)
        paper.styles.height = len(name) + top
        paper.write(name)
        self.menu.styles.padding = (0, right, 0, left)
        self.menu.styles.height = min(doings, height - 2 - len(name) - top)
        below = self.query_one("#foot", Paper)
        below.styles.padding = (0, right, 0, left)
        below.styles.height = len(foot)
        below.display = bool(foot)
        below.write(foot)

    def _top(self, free: int, height: int) -> int:
        """Give the empty lines above the name; it stays where it stood when the rest comes up."""
        held, at = self._stood
        if self._front is not None and height == held and at <= free:
            return at
        top = max(min(free // 2, height // 4), 0)
        if self._front is None:
            self._stood = (height, top)
        return top

    def _matter(
        self, measure: int, height: int, doings: int
    ) -> tuple[list[Content], list[Content]]:
        """Give the name and the foot; where room is short the air goes first, then the foot."""
        foot = self._foot_lines(measure)
        airy = self._name_lines(measure, height, close=height < LOW)
        close = self._name_lines(measure, height, close=True)
        room = height - doings - BARE
        for name in (airy, close):
            if foot and len(name) + len(foot) <= room:
                return name, foot
        return (airy if len(airy) <= room + 2 else close), []

    def _name_lines(self, measure: int, height: int, *, close: bool) -> list[Content]:
        name, _, under = self._called.partition(":")
        blocks = [Block(words(spaced(name.upper(), measure), f"bold {BRIGHT}"))]
        if under.strip():
            blocks.append(Block(words(under.strip(), "$mark"), gap=0 if close else 1))
        if height >= LOW:
            blocks.append(Block(words(LINE, QUIET), gap=0 if close else 1))
        if self._said:
            blocks.append(Block(words(self._said, "$conflict"), gap=1))
        return [*lay(blocks, measure), *([EMPTY] if close else [EMPTY, EMPTY])]

    def _foot_lines(self, measure: int) -> list[Content]:
        """Write who he was and what he did: the first paragraph of the opening."""
        opening = self._front.opening if self._front is not None else ()
        first = opening[0][0] if opening else ()
        if not first:
            return []
        return lay([Block(prose(first, plain=True).stylize_before(QUIET))], measure)

    def on_menu_clicked(self, message: Menu.Clicked) -> None:
        """Do what was clicked."""
        self.menu.select(message.index)
        self.action_take()

    def action_take(self) -> None:
        """Do what the caret points at."""
        if self._waits(self.action_take):
            return
        name = self._doings()[self.menu.selected][0]
        if name == "continue":
            self.post_message(Resume(next(slip.slot for slip in self._slips if slip.opens)))
        elif name == "begin":
            self.post_message(Begin())
        elif name == "open":
            self._open()
        elif name == "endings":
            self.action_endings()
        elif name == "accuracy":
            from game.tui.link import ToAccuracy

            self._look(ToAccuracy())
        elif name == "parts":
            self.post_message(ToParts())
        else:
            self.call_later(self.run_action, f"app.{name}")

    def action_people(self) -> None:
        """Show people, places and words."""
        if self._waits(self.action_people):
            return
        from game.tui.link import ToPeople

        self._look(ToPeople())

    def action_endings(self) -> None:
        """Show the endings met in any play."""
        if self._waits(self.action_endings):
            return
        from game.tui.link import ToEndings

        self._look(ToEndings())

    def _open(self) -> None:
        from game.tui.screens.shelf import Shelf

        self.app.push_screen(Shelf(self.signs, self._slips), self._chosen)

    def _chosen(self, index: int | None) -> None:
        if index is not None:
            self.post_message(Resume(self._slips[index].slot))

    def action_number(self, number: int) -> None:
        """Do what has that number."""
        if self._waits(lambda: self.action_number(number)):
            return
        if number <= len(self._doings()):
            self.menu.select(number - 1)
            self.action_take()

    def action_up(self) -> None:
        """Point at what is above."""
        if self._waits(self.action_up, leaves=False):
            return
        self.menu.move(-1)

    def action_down(self) -> None:
        """Point at what is below."""
        if self._waits(self.action_down, leaves=False):
            return
        self.menu.move(1)


def spaced(name: str, width: int) -> str:
    """Write a name with its letters apart, where there is room."""
    wide = "  ".join("\u00a0".join(word) for word in name.split())
    return wide if len(wide) <= width else name
