"""This is asking the record in lines: a word and what it is about in, sentences out.

What was asked about last stays at hand: ``t 2`` is the second answer of the question compared, and
``o 2`` the second account named, until the page turns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.model.prose import MarkKind
from game.plain import outlook, phrasing, record
from game.plain.reading import Reader
from game.plain.report import report
from game.playing import quotation
from game.playing.evidence import Branch, Marked, Met, Named
from game.playing.session import Session
from game.record.finding import Finding
from game.record.status import Status

WITHHELD = "The record is shown at the end, as this play was begun."
MANY = 12
"""So many questions are listed; of more, only how many they are."""

_NUMBER = re.compile(r"[0-9]{1,6}\Z", re.ASCII)
_STATUSES = {status.value for status in Status}


@dataclass(frozen=True, slots=True)
class _Hand:
    """What was asked about last."""

    question: str = ""
    claim: str = ""
    accounts: tuple[str, ...] = ()


class Inquiry:
    """Answers what a reader asks of one play's record."""

    def __init__(self, session: Session, reader: Reader) -> None:
        """Ask of this play, and say it to this reader."""
        self._session = session
        self._reader = reader
        self._hand: _Hand | None = None
        self._asked: tuple[str, ...] = ()
        self._mark = 0

    def turned(self) -> None:
        """Hear that the page turned."""
        self._hand = None
        self._asked = ()
        self._mark = 0

    def ask(self, word: str, about: str) -> None:
        """Answer one of ``WORDS``. Raises ``GameError`` where that cannot be done."""
        if self._session.withheld and word not in FREE:
            self._say([WITHHELD])
        else:
            WORDS[word](self, about)

    def compare(self, about: str) -> None:
        """Say who says what on a question: the last choice's, or one that has these words."""
        session = self._session
        found = self._sought(about) if about else session.questions()
        if len(found) == 1 or (found and not about):
            self._compared(found[0], found[1:])
        elif not found:
            self._say(
                [f"No question has '{about}' in it."]
                if about
                else ["No question is at hand. Type c and words to look for one."]
            )
        else:
            self._many(found)

    def tree(self, about: str) -> None:
        """Say who took a claim from whom: the one at hand, or one of those compared."""
        hand = self._at_hand()
        if not hand.question:
            self._say(["No claim is at hand. Type c first, then t 2 for the second answer."])
            return
        claims = tuple(self._session.story.questions[hand.question].claims)
        if about:
            claim = _picked(about, claims)
        else:
            claim = hand.claim or (claims[0] if len(claims) == 1 else "")
        if not claim:
            self._say(
                [f"Which answer? Type t and its number among those of c, 1 to {len(claims)}."]
            )
            return
        told = self._session.tree(hand.question, claim)
        accounts = tuple(dict.fromkeys(name for root in told.roots for name in _below(root)))
        self._hand = _Hand(hand.question, claim, accounts)
        self._say(record.tree(told))

    def source(self, about: str) -> None:
        """Say the accounts last named, or one in full: by its number there, or by its name."""
        accounts = self._at_hand().accounts
        labels = {name: each.label for name, each in self._session.story.accounts.items()}
        if about:
            name = _picked(about, accounts) or _found(about, labels)
            if name:
                self._say(record.source(self._session.source(name)))
            else:
                self._say([f"No account '{about}' is at hand. Type o for the list."])
        elif accounts:
            self._say(_numbered(labels[name] for name in accounts), hang=3)
        else:
            self._say(["No account is at hand. Type e or c first."])

    def marks(self, about: str) -> None:
        """Say the marks of the page, or open one of them."""
        found = self._marked()
        numbers = {str(each.number): each for each in found}
        if not found:
            self._unmarked()
        elif not about:
            self._say(record.marks(found), hang=3)
        elif about in numbers:
            self._mark = int(about)
            self._open(numbers[about].kind, numbers[about].target)
        else:
            self._say([f"There is no mark {about} on this page. Type m for the list."])

    def step(self, steps: int) -> None:
        """Open the next mark of the page, or the one before; after the last comes the first."""
        numbers = [each.number for each in self._marked()]
        if not numbers:
            self._unmarked()
            return
        here = numbers.index(self._mark) if self._mark in numbers else (-1 if steps > 0 else 0)
        self.marks(str(numbers[(here + steps) % len(numbers)]))

    def log(self, about: str) -> None:
        """Say what was met: all, of one status, with words in it; or open one by its number."""
        met = tuple(enumerate(self._session.log(), start=1))
        if _NUMBER.match(about):
            chosen = [each for number, each in met if number == int(about)]
            self._opened(about, chosen)
            return
        found = [(number, each) for number, each in met if _fits(each, about)]
        if found:
            self._say(record.log(found), hang=3)
        elif about:
            self._say([f"Nothing in the log fits '{about}'."])
        else:
            self._say(["Nothing of the record was met yet."])

    def who(self, about: str) -> None:
        """Say who or what is named so."""
        names = self._session.names()
        if not about:
            self._say(record.names(names), hang=2)
            return
        found = _named(names, about)
        if len(found) == 1:
            self._open(found[0].kind, found[0].target)
        elif found:
            listed = "; ".join(each.name for each in found)
            self._say([f"'{about}' may be: {listed}. Type w and more of the name."])
        else:
            self._say([f"Nobody and nothing is listed as '{about}'. Type w for all the names."])

    def accuracy(self, about: str) -> None:
        """Say what no account tells, of this part or of all."""
        part = self._session.page.heading.part
        told = self._session.departures()
        if about.casefold() != "all":
            told = tuple(each for each in told if each.part == part)
        self._say(record.departures(told), hang=2)

    def map(self, _about: str) -> None:
        """Say where the reader stands and where accounts put him."""
        self._say(outlook.chart(self._session.chart()))

    def timeline(self, _about: str) -> None:
        """Say what was met that has a date."""
        self._say(outlook.timeline(self._session.timeline()))

    def ways(self, _about: str) -> None:
        """Say which scenes were met, part by part."""
        self._say(outlook.ways(self._session.story_map()))

    def debrief(self, _about: str) -> None:
        """Say the play so far beside the record."""
        self._say(report(self._session.debrief()))

    def export(self, about: str) -> None:
        """Write the log to a file."""
        if not about:
            self._say(["Type export and a name for the file: export log.md, or export log.csv."])
            return
        written = self._session.export(Path(about))
        entries = "1 entry" if written == 1 else f"{written} entries"
        self._say([f"The log is written to '{about}', from the folder you are in: {entries}."])

    def copy(self, about: str) -> None:
        """Write the words of the page to a file."""
        if not about:
            self._say(["Type copy and a name for the file: copy page.txt, or copy page.md."])
            return
        quotation.keep(Path(about), self._session.quotation(self._session.page))
        self._say([f"The page is written to '{about}', from the folder you are in."])

    def named(self, findings: Iterable[Finding]) -> None:
        """Put at hand what a card has just said."""
        self._hand = _hand(findings)

    def _marked(self) -> tuple[Marked, ...]:
        """Give the marks that may be opened now."""
        bare = self._session.withheld
        found = self._session.marked()
        return tuple(each for each in found if not (bare and each.kind is MarkKind.CLAIM))

    def _unmarked(self) -> None:
        hidden = self._session.marked()
        self._say([WITHHELD if hidden else "Nothing on this page is marked."])

    def _open(self, kind: MarkKind, target: str) -> None:
        if kind is MarkKind.CLAIM:
            question, _, claim = target.partition("/")
            finding = self._session.finding(question, claim)
            self.named([finding])
            self._say(phrasing.claim_card(finding))
        else:
            bare = self._session.withheld
            self._say(record.entry(self._session.entry(kind, target), bare=bare))

    def _opened(self, number: str, chosen: list[Met]) -> None:
        if not chosen:
            self._say([f"The log has no {number}. Type l for the list."])
        elif chosen[0].claim:
            self._open(MarkKind.CLAIM, f"{chosen[0].question}/{chosen[0].claim}")
        elif chosen[0].question:
            self._compared(chosen[0].question, ())
        else:
            self._say(record.log([(int(number), chosen[0])]))

    def _compared(self, question: str, others: tuple[str, ...]) -> None:
        laid_out = self._session.compare(question)
        speaking = (row.account for row in laid_out.rows if any(place for _, place in row.cells))
        before = self._at_hand()
        claim = before.claim if before.question == question else ""
        self._hand = _Hand(question, claim, tuple(speaking))
        self._say(record.comparison(laid_out), hang=3)
        if others:
            self._many(others, "Asked here too.")

    def _many(self, found: tuple[str, ...], head: str = "Which question?") -> None:
        if len(found) > MANY:
            self._say([f"{len(found)} questions fit. Type c and more words."])
            return
        self._asked = found
        asks = (self._session.story.questions[each].asks for each in found)
        self._say([f"{head} Type c and its number.", *_numbered(asks)], hang=3)

    def _sought(self, about: str) -> tuple[str, ...]:
        """Give the questions that a number or words stand for."""
        if self._asked and _NUMBER.match(about):
            picked = _picked(about, self._asked)
            return (picked,) if picked else ()
        words = about.casefold().split()
        questions = self._session.story.questions.values()
        found = [each for each in questions if _has(words, f"{each.question} {each.asks}")]
        # what no question asks may be what a claim says
        found = found or [
            each
            for each in questions
            if any(_has(words, claim.says) for claim in each.claims.values())
        ]
        return tuple(each.question for each in found)

    def _at_hand(self) -> _Hand:
        if self._hand is None:
            page = self._session.page
            findings = page.finish.findings if page.finish else ()
            self._hand = _hand((*(page.last.findings if page.last else ()), *findings))
        return self._hand

    def _say(self, lines: Iterable[str], *, hang: int = 0) -> None:
        self._reader.say(lines, hang=hang)


def _hand(findings: Iterable[Finding]) -> _Hand:
    judged = [each for each in findings if each.question is not None]
    enacted = [each for each in judged if each.claim is not None] or judged
    question = enacted[0].question.question if enacted and enacted[0].question else ""
    claim = enacted[0].claim.claim if enacted and enacted[0].claim else ""
    heard = [each.voices for each in judged]
    spoken = (
        voice.account.account
        for each in heard
        for voices in (each.told, each.against, each.retold, each.reported, each.doubted)
        for voice in voices
    )
    return _Hand(question, claim, tuple(dict.fromkeys(spoken)))


def _below(branch: Branch) -> Iterator[str]:
    yield branch.account
    for taker in branch.takers:
        yield from _below(taker)


def _numbered(lines: Iterable[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, start=1)]


def _picked(about: str, names: tuple[str, ...]) -> str:
    if not _NUMBER.match(about) or not 1 <= int(about) <= len(names):
        return ""
    return names[int(about) - 1]


def _found(about: str, labels: Mapping[str, str]) -> str:
    if _NUMBER.match(about):
        return ""
    words = about.casefold().split()
    return next((name for name, label in labels.items() if _has(words, f"{name} {label}")), "")


def _fits(met: Met, about: str) -> bool:
    if about.casefold() in _STATUSES:
        return met.status.value == about.casefold()
    return _has(about.casefold().split(), f"{met.scene_title} {met.asks} {met.says}")


def _named(names: tuple[Named, ...], about: str) -> list[Named]:
    """Give those called exactly so, else those with these words in a name."""
    sought = about.casefold()
    exact = [
        each
        for each in names
        if sought in {each.target, *(name.casefold() for name in (each.name, *each.also))}
    ]
    if exact:
        return exact
    words = sought.split()
    return [each for each in names if _has(words, " ".join((each.name, *each.also)))]


def _has(words: Iterable[str], text: str) -> bool:
    text = text.casefold()
    return all(word in text for word in words)


WORDS: Mapping[str, Callable[[Inquiry, str], None]] = {
    "c": Inquiry.compare,
    "compare": Inquiry.compare,
    "t": Inquiry.tree,
    "tree": Inquiry.tree,
    "o": Inquiry.source,
    "source": Inquiry.source,
    "m": Inquiry.marks,
    "marks": Inquiry.marks,
    "]": lambda inquiry, _about: inquiry.step(1),
    "[": lambda inquiry, _about: inquiry.step(-1),
    "l": Inquiry.log,
    "log": Inquiry.log,
    "w": Inquiry.who,
    "who": Inquiry.who,
    "a": Inquiry.accuracy,
    "accuracy": Inquiry.accuracy,
    "map": Inquiry.map,
    "timeline": Inquiry.timeline,
    "story": Inquiry.ways,
    "d": Inquiry.debrief,
    "debrief": Inquiry.debrief,
    "export": Inquiry.export,
    "copy": Inquiry.copy,
}
"""What may be asked; all but the brackets take what it is about behind them."""

FREE = frozenset({"m", "marks", "]", "[", "w", "who", "map", "timeline", "story", "copy"})
"""What may be asked while the record is kept for the end; claims are left out of it then."""
