"""This is the way from a link to its screen: what is looked up in the record, and shown how."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from game.playing.lookup import questions as questions_on
from game.playing.page import Page
from game.playing.session import Session
from game.tui.keymap import called_now
from game.tui.link import (
    Link,
    Look,
    ToAccuracy,
    ToCard,
    ToClaim,
    ToComparison,
    ToEndings,
    ToEntry,
    ToLog,
    ToMap,
    ToPeople,
    ToSource,
    ToTimeline,
    ToTree,
)
from game.tui.screens.accuracy import Accuracy
from game.tui.screens.card import NOTHING_YET, Card, marked_claims
from game.tui.screens.chart import Chart
from game.tui.screens.citing import Citing
from game.tui.screens.comparing import Comparing
from game.tui.screens.descent import Descent
from game.tui.screens.endings import Endings
from game.tui.screens.entry import Entry
from game.tui.screens.leaf import Leaf
from game.tui.screens.log import Log
from game.tui.screens.people import People
from game.tui.screens.said import Said
from game.tui.screens.timeline import Timeline
from game.tui.sign import Signs

WITHHELD = (
    "This play is read clean: what the record has is shown at its end. To have it shown now, press "
    "{} on the page."
)
UNTOLD = "No account tells what was chosen last, so there is nobody who took it from anybody."


class Desk:
    """Looks up in one play, and gives what is found as a screen. May raise ``GameError``.

    What is about the page is about as much of it as is in sight.
    """

    def __init__(
        self, play: Session, page: Page, signs: Signs, look: Look, keep: Callable[[str], str]
    ) -> None:
        self._play = play
        self._page = page
        self._signs = signs
        self._look = look
        self._keep = keep

    def leaf(self, link: Link) -> Leaf:
        """Give the screen that a link leads to."""
        match link:
            case ToAccuracy() | ToPeople() | ToMap() | ToTimeline() | ToEndings() | ToEntry():
                return self._free(link)
            case _ if self._play.withheld:
                key = called_now(self._signs.keymap, "marks", "v")
                return Said(self._signs, WITHHELD.format(key))
            case ToCard():
                return self._card()
            case ToLog():
                return Log(self._signs, self._look, self._play.log(), self._keep)
            case _:
                return self._looked_up(link)

    def _free(self, link: ToAccuracy | ToPeople | ToMap | ToTimeline | ToEndings | ToEntry) -> Leaf:
        """Give what may be seen even while the record is withheld; it leaves claims out then."""
        match link:
            case ToAccuracy():
                return Accuracy(self._signs, self._play.departures())
            case ToPeople():
                return People(self._signs, self._look, self._play.names())
            case ToMap():
                return Chart(self._signs, self._play.chart())
            case ToTimeline():
                return Timeline(self._signs, self._play.timeline())
            case ToEndings():
                return Endings(self._signs, self._play.endings())
            case ToEntry(kind, target):
                entry = self._play.entry(kind, target)
                return Entry(self._signs, self._look, entry, withheld=self._play.withheld)
            case _:
                assert_never(link)

    def _looked_up(self, link: ToSource | ToClaim | ToComparison | ToTree) -> Leaf:
        match link:
            case ToSource(account):
                return Citing(self._signs, self._play.source(account))
            case ToClaim(question, claim):
                finding = self._play.finding(question, claim)
                return Card(self._signs, self._look, self._play.story, None, (finding,))
            case ToComparison(questions, claim):
                return self._comparison(questions, claim)
            case ToTree(claims):
                return self._tree(claims)
            case _:
                assert_never(link)

    def _card(self) -> Leaf:
        story, page = self._play.story, self._page
        return Card(self._signs, self._look, story, page.last, marked_claims(story, page))

    def _comparison(self, questions: tuple[str, ...], claim: str) -> Leaf:
        """Compare on these questions; without any, on those that the page is about."""
        there = questions or questions_on(self._page)
        if not there:
            return Said(self._signs, NOTHING_YET)
        compared = tuple(self._play.compare(question) for question in there)
        return Comparing(self._signs, self._look, compared, claim or self._chosen(there[0]))

    def _tree(self, claims: tuple[tuple[str, str], ...]) -> Leaf:
        """Show the trees of these claims; without any, of those that the page is about."""
        there = claims or self._at_hand()
        if not there:
            return Said(self._signs, UNTOLD if self._play.page.last else NOTHING_YET)
        trees = tuple(self._play.tree(question, claim) for question, claim in there)
        return Descent(self._signs, self._look, trees)

    def _at_hand(self) -> tuple[tuple[str, str], ...]:
        page = self._page
        found = page.last.findings if page.last else ()
        found += marked_claims(self._play.story, page)
        claims = ((each.question, each.claim) for each in found)
        return tuple(dict.fromkeys((q.question, c.claim) for q, c in claims if q and c))

    def _chosen(self, question: str) -> str:
        """Give the claim of a question that is at hand, to begin at."""
        return next((claim for asked, claim in self._at_hand() if asked == question), "")
