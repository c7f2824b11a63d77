"""This is the comparison: accounts down, claims across; the first column and the heads stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from game.playing.evidence import Comparison
from game.tui.grid import Frame, cell_sentence, foot_lines, frame, head_lines, row_lines
from game.tui.ink import EMPTY, QUIET, RULE, STRONG, Block, between, lay, spread, words
from game.tui.keys import COMPARING, Key, bindings, key_line
from game.tui.link import Look, ToSource, ToTree
from game.tui.screens.leaf import LOW, Leaf
from game.tui.sign import Signs
from game.tui.widgets.paper import Paper

UTMOST = 150
"""Columns of the whole table at most."""


class Comparing(Leaf):
    """Shows one question after another; the caret points at an account and a claim."""

    KEYS: tuple[Key, ...] = COMPARING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMPARING)]

    DEFAULT_CSS = """
    Comparing > #heads { margin: 1 0 0 0; }
    Comparing.-low > #heads { margin: 0; }
    """

    def __init__(
        self, signs: Signs, look: Look, comparisons: tuple[Comparison, ...], claim: str = ""
    ) -> None:
        super().__init__(signs)
        self._look = look
        self._comparisons = comparisons
        self._number = 0
        self._row = 0
        self._first = 0
        self._column = next(
            (n for n, each in enumerate(self._here.columns) if each.claim == claim), 0
        )
        self._starts: list[int] = []

    @property
    def _here(self) -> Comparison:
        return self._comparisons[self._number]

    def body(self) -> Iterable[Widget]:
        """Give heads, rows and foot."""
        yield Paper(id="heads")
        yield Paper(id="rows")
        yield Paper(id="feet")

    @property
    def rows(self) -> Paper:
        """The accounts."""
        return self.query_one("#rows", Paper)

    def above(self, width: int) -> Content:
        """Write the name of the page, and which question of how many."""
        several = len(self._comparisons)
        asked = f"question {self._number + 1} of {several}" if several > 1 else ""
        parts = [words(each, QUIET) for each in (self._claims_seen(), asked)]
        said = between(words(f" {self.signs.dot} ", QUIET), parts)
        return spread(words("Compare", QUIET), said, width, self.signs.cut)

    def _claims_seen(self) -> str:
        """Say which claims are seen, where there are more."""
        seen, claims = self._seen, len(self._here.columns)
        last = seen.first + seen.count
        if claims <= seen.count:
            return ""
        if seen.count == 1:
            return f"claim {last} of {claims}"
        return f"claims {seen.first + 1}{self.signs.dash}{last} of {claims}"

    def below(self, width: int) -> Content:
        """Write the line of keys."""
        before: tuple[tuple[str, str], ...] = ()
        if len(self._comparisons) > 1:
            before = (("tab", "next question"),)
        elif len(self._here.columns) > 1:
            before = ((self.signs.sides, "claim"),)
        keys = [key for key in self.KEYS if key.name != "tree" or self._here.columns]
        return key_line(keys, width, before)

    def lay_out(self, width: int, height: int) -> None:
        """Lay the table out in the middle."""
        low = height < LOW
        self.set_class(low, "-low")
        measure = self._measure
        seen = self._seen
        self._first = seen.first
        used = min(measure, 2 + seen.sticky + seen.count * (seen.wide + 2))
        left = (width - max(used, min(measure, 68))) // 2
        pads = (0, 0, 0, left)
        heads = self._heads(used, height)
        feet = self._feet(used, height)
        for name, lines in (("#heads", heads), ("#feet", feet)):
            paper = self.query_one(name, Paper)
            paper.styles.padding = pads
            paper.styles.height = len(lines)
            paper.write(lines)
        self.rows.styles.padding = pads
        self._write_rows()
        room = height - 2 - len(heads) - len(feet) - (0 if low else 1)
        self.rows.styles.height = max(min(len(self.rows.written), room), 1)
        self.call_after_refresh(self._show_row)

    def _heads(self, used: int, height: int) -> list[Content]:
        """Write the question and the claims."""
        here, seen = self._here, self._seen
        most = min(max(height // 6, 2), 7)
        asked = lay([Block(words(here.asks, STRONG))], self._measure)
        blank = [] if height < LOW else [EMPTY]
        if not here.columns:
            nobody = words("No account answers this question.")
            return [*asked, *blank, nobody, self._rule(used)]
        heads = head_lines(here, seen, self._column, self.signs, most)
        return [*asked, *blank, *heads, self._rule(used)]

    def _feet(self, used: int, height: int) -> list[Content]:
        """Write the statuses, and in full what the caret points at."""
        here = self._here
        if not here.columns:
            return [self._rule(used)]
        seen = self._seen
        feet = [self._rule(used), *foot_lines(here, seen, self.signs)]
        if height < LOW:
            return feet
        measure = max(used, min(self._measure, 68))
        high = max(len(lay([Block(words(each.says))], measure)) for each in here.columns)
        claim = lay([Block(words(here.columns[self._column].says, STRONG))], measure)
        said = lay([Block(words(self._sentence(), QUIET))], measure)[:2]
        padding = [EMPTY] * (high - len(claim) + 2 - len(said))
        return [*feet, EMPTY, *claim, *said, *padding]

    @property
    def _seen(self) -> Frame:
        """What part of the table is seen."""
        return frame(self._here, self._measure, self._column, self._first)

    @property
    def _measure(self) -> int:
        return min(self._room[0] - 4, UTMOST)

    def _rule(self, used: int) -> Content:
        return words(self.signs.rule * used, RULE)

    def _sentence(self) -> str:
        here = self._here
        if not here.rows:
            return ""
        row = here.rows[self._row]
        return cell_sentence(row, here.columns[self._column], row.cells[self._column])

    def _write_rows(self) -> None:
        here, seen = self._here, self._seen
        lines: list[Content] = []
        self._starts = []
        for number, row in enumerate(here.rows):
            self._starts.append(len(lines))
            selected = self._column if number == self._row else None
            lines += row_lines(row, seen, selected, self.signs)
        self.rows.write(lines)

    def _show_row(self) -> None:
        if self._starts:
            ends = [*self._starts[1:], len(self.rows.written)]
            self.rows.show_line(ends[self._row] - 1)
            self.rows.show_line(self._starts[self._row])

    def _point(self, row: int) -> None:
        self._row = max(min(row, len(self._here.rows) - 1), 0)
        self.rearrange()

    def on_paper_touched(self, message: Paper.Touched) -> None:
        """Point at the account that was clicked; a second click opens it."""
        if message.paper != "rows":
            return
        row = max((n for n, at in enumerate(self._starts) if at <= message.line), default=0)
        if row == self._row:
            self.action_take()
        else:
            self._point(row)

    def action_take(self) -> None:
        """Open the source of the account at the caret."""
        here = self._here
        if here.rows:
            claim = here.columns[self._column].claim if here.columns else ""
            about = (here.question, claim) if claim else None
            self._look(ToSource(here.rows[self._row].account, about))

    def action_tree(self) -> None:
        """Show who took the claim at the caret from whom."""
        here = self._here
        if here.columns:
            self._look(ToTree(((here.question, here.columns[self._column].claim),)))

    def action_across(self, step: int) -> None:
        """Point at another claim."""
        self._column = max(min(self._column + step, len(self._here.columns) - 1), 0)
        self.rearrange()

    def action_turn(self, step: int) -> None:
        """Show another question."""
        if len(self._comparisons) > 1:
            self._number = (self._number + step) % len(self._comparisons)
            self._row = self._column = self._first = 0
            self.rows.to_line(0)
            self.rearrange()

    def action_down(self) -> None:
        """Point at the account below."""
        self._point(self._row + 1)

    def action_up(self) -> None:
        """Point at the account above."""
        self._point(self._row - 1)

    def action_page_down(self) -> None:
        """Point some accounts lower."""
        self._point(self._row + 5)

    def action_page_up(self) -> None:
        """Point some accounts higher."""
        self._point(self._row - 5)

    def action_home(self) -> None:
        """Point at the first account."""
        self._point(0)

    def action_end(self) -> None:
        """Point at the last account."""
        self._point(len(self._here.rows))

    def action_back(self) -> None:
        """Go back to where the reader was."""
        self.dismiss(None)
