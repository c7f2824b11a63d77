"""This is the card of the last choice: everybody who speaks on it, and on what the page says."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.model.prose import MarkKind
from game.model.story import Story
from game.playing.page import Page, Taken
from game.record.finding import Finding, claim_finding
from game.tui.evidence import card, finding_blocks
from game.tui.ink import QUIET, Block, words
from game.tui.keys import CARD, Key, bindings
from game.tui.link import Look, ToComparison, ToSource, ToTree
from game.tui.screens.linked import Linked
from game.tui.screens.sheet import heading
from game.tui.sign import Signs

NOTHING_YET = "Nothing of the record has come up on this page yet."


class Card(Linked):
    """Shows the record of one choice, then of the words of the page that rest on claims."""

    KEYS: tuple[Key, ...] = CARD
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CARD)]
    TITLE_LINE = "What the record has"
    OPENS = "source"

    def __init__(
        self,
        signs: Signs,
        look: Look,
        story: Story,
        taken: Taken | None,
        marked: tuple[Finding, ...],
    ) -> None:
        super().__init__(signs, look)
        self._story = story
        self._taken = taken
        self._marked = marked

    def aside(self) -> Content:
        """Say which choice it was."""
        return words(f"choice {self._taken.turn}" if self._taken else "", QUIET)

    def blocks(self) -> list[Block]:
        """Give the card."""
        blocks = card(self._taken, self._story, self.signs) if self._taken else []
        if self._marked and self._taken:
            blocks.append(Block(heading("What this page rests on"), gap=3))
        for finding in self._marked:
            blocks += finding_blocks(finding, self._story, self.signs)
        return blocks or [Block(words(NOTHING_YET))]

    def _findings(self) -> tuple[Finding, ...]:
        return (*(self._taken.findings if self._taken else ()), *self._marked)

    def action_compare(self) -> None:
        """Compare the accounts, beginning with the question of the one at the caret."""
        asked = [each.question.question for each in self._findings() if each.question]
        first, claim = self._about() or ("", "")
        questions = sorted(dict.fromkeys(asked), key=lambda each: each != first)
        if questions:
            self.look(ToComparison(tuple(questions), claim))

    def action_tree(self) -> None:
        """Show who took what is told from whom, beginning with the claim at the caret."""
        told = [
            (each.question.question, each.claim.claim)
            for each in self._findings()
            if each.question and each.claim
        ]
        about = self._about()
        claims = dict.fromkeys((about, *told) if about else told)
        if claims:
            self.look(ToTree(tuple(claims)))

    def _about(self) -> tuple[str, str] | None:
        pointed = self.pointed
        return pointed.about if isinstance(pointed, ToSource) else None


def marked_claims(story: Story, page: Page) -> tuple[Finding, ...]:
    """Judge the claims that the page's words rest on, each once, in the order of the text."""
    marks = (
        run.mark
        for passage in page.passages
        for beat in passage.beats
        for line in beat
        for run in line
    )
    targets = dict.fromkeys(
        mark.target for mark in marks if mark is not None and mark.kind is MarkKind.CLAIM
    )
    judged = []
    for target in targets:
        question, _, claim = target.partition("/")
        judged.append(claim_finding(story, story.questions[question], claim))
    return tuple(judged)
