"""This is the family tree of a telling: who took it from whom, as far as anybody can say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content

from game.playing.evidence import Branch, Tree
from game.tui.ink import EMPTY, QUIET, STRONG, Block, Stop, join, lay, words
from game.tui.keys import DESCENT, Key, bindings
from game.tui.link import Look, ToComparison, ToSource
from game.tui.screens.linked import Linked
from game.tui.sign import Signs

NOBODY = "No account tells this, so nobody took it from anybody."
UNKNOWN = (
    "Where nobody can say from whom an account has it, it may have it from any of the others, and "
    "counts for no witness of its own beside them."
)


class Descent(Linked):
    """Shows the tree of one claim after another; Enter opens the source of an account."""

    KEYS: tuple[Key, ...] = DESCENT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DESCENT)]
    TITLE_LINE = "Who took it from whom"
    OPENS = "source"

    def __init__(self, signs: Signs, look: Look, trees: tuple[Tree, ...]) -> None:
        super().__init__(signs, look)
        self._trees = trees
        self._number = 0

    @property
    def _tree(self) -> Tree:
        return self._trees[self._number]

    def aside(self) -> Content:
        """Say which claim of how many."""
        several = len(self._trees)
        return words(f"claim {self._number + 1} of {several}" if several > 1 else "", QUIET)

    def below(self, width: int) -> Content:
        """Write the line of keys; the next claim is on it where there is one."""
        several = len(self._trees) > 1
        self.KEYS = tuple(key for key in DESCENT if several or key.name != "next-claim")
        return super().below(width)

    def stops(self, measure: int) -> tuple[list[Content], list[Stop]]:
        """Lay out the claim, the tree, and what it comes to."""
        tree = self._tree
        lines = lay((Block(words(tree.asks, QUIET)), Block(words(tree.says, STRONG))), measure)
        lines.append(EMPTY)
        found: list[Stop] = []
        about = (tree.question, tree.claim)
        for root in tree.roots:
            for text, account in branch_lines(root, self.signs, measure - 2):
                if account:
                    found.append(
                        Stop(len(lines), len(lines) + 1, len(lines) + 1, ToSource(account, about))
                    )
                lines.append(join(words("  "), text))
        return [*lines, *lay(self._said(), measure)], found

    def _said(self) -> list[Block]:
        tree = self._tree
        if not tree.roots:
            return [Block(words(NOBODY))]
        accounts = len(_tellers(tree.roots))
        noun = "account tells it" if accounts == 1 else "accounts tell it"
        witnesses = "one witness" if tree.witnesses == 1 else f"{tree.witnesses} witnesses"
        blocks = [Block(EMPTY), Block(words(f"{accounts} {noun}: {witnesses}.", STRONG))]
        if _any_unknown(tree.roots):
            blocks.append(Block(words(UNKNOWN, QUIET), gap=1))
        return blocks

    def action_turn(self, step: int) -> None:
        """Show another claim."""
        if len(self._trees) > 1:
            self._number = (self._number + step) % len(self._trees)
            self._at = None
            self.paper.to_line(0)
            self.rearrange()

    def action_compare(self) -> None:
        """Compare the accounts on the question."""
        self.look(ToComparison((self._tree.question,), self._tree.claim))


def branch_lines(
    branch: Branch, signs: Signs, width: int, before: str = "", above: str = ""
) -> Iterator[tuple[Content, str]]:
    """Write an account and those that took it from there; each line with the account it begins.

    ``before`` stands before its first line, ``above`` before every other.
    """
    trunk = f"{signs.wall}  " if branch.takers else "   "
    rest = above + (trunk if branch.takers else "  ")
    text = join(words(branch.label), words(_standing(branch), QUIET))
    room = max(width - cell_len(rest), 16)
    for number, line in enumerate(lay([Block(text)], room)):
        lead = rest if number else before
        yield join(words(lead, QUIET), line), ("" if number else branch.account)
    for number, taker in enumerate(branch.takers, start=1):
        last = number == len(branch.takers)
        sign = signs.last_branch if last else signs.branch
        under = "   " if last else f"{signs.wall}  "
        yield from branch_lines(taker, signs, width, f"{above}{sign} ", above + under)


def _standing(branch: Branch) -> str:
    """Say where an account tells it, and from whom it says it has it."""
    told = branch.place if branch.tells else "does not tell it itself"
    known = "at first hand" if branch.first_hand else ""
    if branch.unknown:
        known = "nobody can say from whom"
    return "".join(f", {part}" for part in (told, known) if part)


def _tellers(branches: tuple[Branch, ...]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for branch in branches:
        found |= _tellers(branch.takers) | ({branch.account} if branch.tells else frozenset())
    return found


def _any_unknown(branches: tuple[Branch, ...]) -> bool:
    return any(branch.unknown or _any_unknown(branch.takers) for branch in branches)
