"""This is the story map: parts down the page, scenes as nodes, what was not met in fog."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.ways import Node, PartMap, Sight, StoryMap
from game.tui.ink import BRIGHT, EMPTY, MARK, QUIET, RULE, Block, between, join, lay, spread, words
from game.tui.keys import WAYS, Key, bindings
from game.tui.screens.asking import WHAT_IF, Asking, goes_back, ways_back
from game.tui.screens.leaf import MEASURE
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs

_FINE = {Sight.HERE: "◉", Sight.MET: "●", Sight.OPEN: "○", Sight.FOG: "░"}
_ASCII = {Sight.HERE: "@", Sight.MET: "o", Sight.OPEN: "?", Sight.FOG: "."}
_ENDINGS = {True: ("◆", "#"), False: ("◇", "x")}
"""Endings that were met, and those that were not: fine and ASCII."""
_INKS = {Sight.HERE: f"bold {BRIGHT}", Sight.MET: "", Sight.OPEN: MARK, Sight.FOG: RULE}
STEP = 3
"""Cells from one column of scenes to the next."""


class Ways(Sheet):
    """Shows what was met. The caret goes along the way; Enter asks, and gives the turn to go to."""

    KEYS: tuple[Key, ...] = WAYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(WAYS)]
    TITLE_LINE = "Story map"

    def __init__(
        self, signs: Signs, shown: StoryMap, turns: range, *, asks_what_if: bool = True
    ) -> None:
        """Show a story to a reader who may go back to after so many choices."""
        super().__init__(signs)
        self._shown = shown
        self._turns = turns
        self._asks_what_if = asks_what_if
        self.what_if = False
        """Whether the play is to wait while the other way is looked at."""
        nodes = (node for part in shown.parts for column in part.columns for node in column)
        self._way = sorted((node for node in nodes if node.on_the_way), key=lambda node: node.turn)
        self._at = max(len(self._way) - 1, 0)
        self._lines: dict[str, int] = {}

    def aside(self) -> Content:
        """Say how many endings were met."""
        return words(f"{self._shown.endings_met} of {self._shown.endings} endings", QUIET)

    @property
    def _node(self) -> Node | None:
        return self._way[self._at] if self._way else None

    def laid(self, measure: int) -> list[Content]:
        """Write part under part."""
        lines: list[Content] = []
        for part in self._shown.parts:
            lines += [EMPTY] if lines else []
            lines.append(self._heading(part, measure))
            for row in range(max((len(column) for column in part.columns), default=0)):
                for node in (column[row] for column in part.columns if row < len(column)):
                    self._lines[node.scene] = len(lines)
                lines.append(self._row(part, row))
        return [*lines, EMPTY, *lay(self._legend(), measure)]

    def lay_out(self, width: int, height: int) -> None:
        """Lay the parts out, and bring the caret into sight."""
        super().lay_out(width, height)
        self.call_after_refresh(self._show)

    def _heading(self, part: PartMap, measure: int) -> Content:
        met = f"{part.met} of {part.scenes} scenes"
        name = words(f"{part.number:>2} {part.title}", BRIGHT if part.met else QUIET)
        return spread(name, words(met, QUIET), measure, self.signs.cut)

    def _row(self, part: PartMap, row: int) -> Content:
        pieces = [Content("   ")]
        for index, column in enumerate(part.columns):
            pieces.append(self._link(part, index, row) if index else EMPTY)
            pieces.append(self._drawn(column[row]) if row < len(column) else Content(" "))
        return join(*(piece if piece.plain else EMPTY for piece in pieces))

    def _link(self, part: PartMap, index: int, row: int) -> Content:
        """Draw what leads into a column: along the first row, and down to those below it."""
        column, ascii_only = part.columns[index], self.signs.ascii
        if row >= len(column):
            return Content("  ")
        met = column[row].met
        if row == 0:
            return words(("--" if ascii_only else "──") if met else "··", QUIET if met else RULE)
        corner = ("`-" if ascii_only else "└─") if met else ("`." if ascii_only else "└·")
        return words(corner, QUIET if met else RULE)

    def _drawn(self, node: Node) -> Content:
        style = _INKS[node.sight]
        here = self._node is not None and node.scene == self._node.scene
        style = f"reverse {style}".strip() if here else style
        if node.ending and node.sight is not Sight.HERE:
            return words(_ENDINGS[node.met][self.signs.ascii], style)
        return words((_ASCII if self.signs.ascii else _FINE)[node.sight], style)

    def _legend(self) -> list[Block]:
        marks = _ASCII if self.signs.ascii else _FINE
        scenes = (
            (marks[Sight.HERE], "here"),
            (marks[Sight.MET], "met"),
            (marks[Sight.OPEN], "offered, not taken"),
            (marks[Sight.FOG], "not met"),
        )
        endings = (
            (_ENDINGS[True][self.signs.ascii], "an ending met"),
            (_ENDINGS[False][self.signs.ascii], "an ending not met"),
        )
        return [Block(between(words("   "), map(_named, line))) for line in (scenes, endings)]

    def below(self, width: int) -> Content:
        """Name the scene at the caret beside the keys."""
        node = self._node
        if node is None:
            return super().below(width)
        keys = super().below(max(width - len(node.title) - 4, 0))
        return spread(keys, words(node.title, BRIGHT), width, self.signs.cut)

    def _show(self) -> None:
        if self._node is not None:
            self.paper.show_line(self._lines.get(self._node.scene, 0))

    def _move(self, steps: int) -> None:
        self._at = max(0, min(len(self._way) - 1, self._at + steps))
        width, height = self._room
        self.paper.write(self.placed(self.laid(min(MEASURE, width - 4)), height - 4))
        self._show()
        self.draw_below()

    def _to_part(self, step: int) -> None:
        """Go to the first scene met of the next part that was met, or of the one before."""
        starts = [
            index
            for index, each in enumerate(self._way)
            if index == 0 or _part(each) != _part(self._way[index - 1])
        ]
        here = max((index for index in starts if index <= self._at), default=0)
        others = [index for index in starts if (index > self._at if step > 0 else index < here)]
        if others:
            self._move((others[0] if step > 0 else others[-1]) - self._at)

    def action_right(self) -> None:
        """Go to the next scene of the way."""
        self._move(1)

    def action_left(self) -> None:
        """Go to the scene before it."""
        self._move(-1)

    def action_down(self) -> None:
        """Go to the next part."""
        self._to_part(1)

    def action_up(self) -> None:
        """Go to the part before."""
        self._to_part(-1)

    def action_take(self) -> None:
        """Ask once whether to go back to the scene at the caret."""
        node = self._node
        if node is None or node.turn not in self._turns:
            self.tell("you are here" if node else "nothing was met yet")
            return
        asking = Asking(
            self.signs,
            f"Go back to: {node.title}?",
            "What was chosen there and after it is taken back.",
            ways_back(self.signs, asks_what_if=self._asks_what_if),
        )
        self.app.push_screen(asking, self._answered)

    def _answered(self, answer: int | None) -> None:
        node = self._node
        if node is not None and goes_back(answer, asks_what_if=self._asks_what_if):
            self.what_if = answer == WHAT_IF
            self.dismiss(node.turn + 1)


def _named(mark: tuple[str, str]) -> Content:
    return words(" ".join(mark), QUIET)


def _part(node: Node) -> str:
    return node.scene.partition(".")[0]
