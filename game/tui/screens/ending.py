"""This is an ending: its title, what the record has of it, and where the play left the record."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.playing.page import Finish
from game.playing.session import Session
from game.tui.evidence import finding_blocks
from game.tui.ink import QUIET, STRONG, Block, join, prose, spread, words
from game.tui.keys import ENDING, Key, bindings
from game.tui.link import Look, ToComparison, ToEndings, ToLog
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs


class Ending(Sheet):
    """Shows how the play ended; Enter goes on to the debrief, or back from a what if."""

    KEYS: tuple[Key, ...] = ENDING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ENDING)]

    def __init__(self, signs: Signs, look: Look, play: Session, finish: Finish) -> None:
        super().__init__(signs)
        self._look = look
        self._story = play.story
        self._finish = finish
        self._met = f"{play.endings().tally} endings"
        self._what_if = bool(play.what_if)
        self.ENTER = "back to your play" if self._what_if else "the debrief"

    def above(self, width: int) -> Content:
        """Say what this is, and how many endings were met."""
        what = "An ending" if not self._what_if else "An ending, had you gone another way"
        return spread(words(what, QUIET), words(self._met, QUIET), width, self.signs.cut)

    def blocks(self) -> list[Block]:
        """Give the title, the way off the record, and the findings."""
        blocks = [Block(words(self._finish.title, STRONG))]
        left = self._finish.left_at
        if left is not None:
            since = f"This play left the record at choice {left.turn}: "
            text = join(words(since), prose(left.text, plain=True))
            blocks.append(Block(text.stylize_before("$conflict"), gap=1))
            followed = (
                "What followed is imagined; to have read it makes it feel likelier than it was."
            )
            blocks.append(Block(words(followed, QUIET)))
        for finding in self._finish.findings:
            blocks += finding_blocks(finding, self._story, self.signs)
        return blocks

    def action_take(self) -> None:
        """Go on to the debrief, or back to the play."""
        self.dismiss(1)

    def action_compare(self) -> None:
        """Compare the accounts on how it ended."""
        asked = [each.question.question for each in self._finish.findings if each.question]
        if asked:
            self._look(ToComparison(tuple(dict.fromkeys(asked))))
        else:
            self.tell("the record has no question on this ending")

    def action_endings(self) -> None:
        """Show the endings met, in this play and in others."""
        self._look(ToEndings())

    def action_log(self) -> None:
        """Show all that was met of the record."""
        self._look(ToLog())
