"""This is looking things up in a story: by an id, with what the record has of it, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.engine.rules import Rules
from game.engine.state import State
from game.model.gazetteer import Person, Place, Word
from game.model.prose import MarkKind, plain
from game.model.record import Account, Claim, Question
from game.model.scene import Entry as RecordEntry
from game.model.scene import Reads
from game.model.story import Story
from game.model.walk import Act, acts
from game.playing.comparison import comparison
from game.playing.composition import part_title
from game.playing.evidence import Branch, Comparison, Departure, Entry, Named, Source, Tree
from game.playing.page import Page
from game.playing.source import place, source
from game.playing.trail import marked
from game.problem import GameError
from game.record.family import Kin, family
from game.record.finding import Finding, claim_finding, find
from game.record.status import Status
from game.reporting.invention import INFERRED, INVENTED, Ground, ground
from game.reporting.phrase import closed

_KINDS = {INFERRED: Status.INFERRED, INVENTED: Status.INVENTED}
_DECLARED = re.compile(r"\b(?:ours|made[ -]up|invented)\b", re.IGNORECASE)


class NotInRecord(GameError):
    """Something was looked up that the story does not have."""

    exit_code = 2

    def __init__(self, what: str, name: str) -> None:
        """Name what was looked for."""
        super().__init__(f"The story has no {what} '{name}'.")


class Lookup:
    """Looks things up in one story. Raises ``NotInRecord`` for what is not there."""

    def __init__(self, rules: Rules) -> None:
        """Look in this story."""
        self._rules = rules
        self._story = rules.story

    def compare(self, question: str) -> Comparison:
        """Lay a question out, accounts down and claims across."""
        return comparison(self._story, self._question(question))

    def finding(self, question: str, claim: str) -> Finding:
        """Judge a claim, as for the card of a choice that enacts it."""
        asked = self._question(question)
        return claim_finding(self._story, asked, _claim(asked, claim).claim)

    def tree(self, question: str, claim: str) -> Tree:
        """Give who took a claim from whom."""
        asked = self._question(question)
        told = _claim(asked, claim)
        return Tree(
            question=question,
            claim=claim,
            asks=asked.asks,
            says=told.says,
            witnesses=claim_finding(self._story, asked, claim).witnesses_for,
            roots=_branches(family(self._story, asked, claim)),
        )

    def source(self, account: str) -> Source:
        """Give one account in full."""
        found: Account | None = self._story.accounts.get(account)
        if found is None:
            raise NotInRecord("account", account)
        return source(self._story, found)

    def entry(self, kind: MarkKind, target: str, state: State) -> Entry:
        """Give a person, a place or a word, as its text reads in a state."""
        found = _entries(self._story, kind).get(target)
        if found is None:
            raise NotInRecord(kind.value, target)
        lines = (line for beat in self._rules.prose(found.text, state) for line in beat)
        told = (
            (str(ref), self.finding(ref.question, ref.claim), ref.claim) for ref in found.claims
        )
        return Entry(
            kind=kind,
            target=target,
            name=found.name,
            also=_also(found),
            text=tuple(lines),
            claims=tuple(
                (ref, finding.claim.says if finding.claim else claim, finding.status)
                for ref, finding, claim in told
            ),
        )

    def names(self) -> tuple[Named, ...]:
        """Give the name of everything that has an entry: people, then places, then words."""
        return tuple(
            Named(kind, target, entry.name, _also(entry))
            for kind in (MarkKind.PERSON, MarkKind.PLACE, MarkKind.WORD)
            for target, entry in _entries(self._story, kind).items()
        )

    def departures(self, state: State) -> tuple[Departure, ...]:
        """Give all that no account tells; choices whose words vary read as in a state.

        A note that says of something that it is ``ours``, ``made up`` or ``invented`` counts as an
        invention, although the choice it stands at is told.
        """
        found: dict[tuple[str, str, str], Departure] = {}
        for act in acts(self._story):
            for entry in act.record:
                each = self._departure(act, entry, state)
                if each is not None:
                    # texture around several choices of a scene is declared at each of them
                    where = "" if each.texture else each.act
                    found.setdefault((each.scene, where, each.reason), each)
        return tuple(found.values())

    def _departure(self, act: Act, entry: RecordEntry, state: State) -> Departure | None:
        note = "" if isinstance(entry, Reads) else entry.note
        declared = note if _DECLARED.search(note) else ""
        made = ground(entry)
        if made is None and not declared:
            return None
        scene = act.scene
        premises = made.premises if made else ()
        return Departure(
            scene=scene.scene,
            scene_title=scene.title,
            part=part_title(self._story, scene.part),
            act=self._words(act, state),
            status=self._status(made, entry),
            reason=_reason(made, declared),
            premises=tuple(
                self._story.questions[ref.question].claims[ref.claim].says for ref in premises
            ),
            texture=made is None,
        )

    def _status(self, made: Ground | None, entry: RecordEntry) -> Status:
        if made is None:
            return Status.INVENTED
        return _KINDS.get(made.kind) or find(self._story, entry).status or Status.NOT_KNOWN

    def _words(self, act: Act, state: State) -> str:
        if act.choice is not None:
            return plain(self._rules.line(act.choice.text, state))
        return act.scene.ending.title if act.scene.ending else ""

    def _question(self, name: str) -> Question:
        found = self._story.questions.get(name)
        if found is None:
            raise NotInRecord("question", name)
        return found


def questions(page: Page) -> tuple[str, ...]:
    """Give the questions at hand: of the last choice, of the ending, of the words of the page."""
    found = [finding.question for finding in page.last.findings] if page.last else []
    found += [finding.question for finding in page.finish.findings] if page.finish else []
    asked = [question.question for question in found if question is not None]
    asked += [mark.target.partition("/")[0] for mark in marked(page) if mark.kind is MarkKind.CLAIM]
    return tuple(dict.fromkeys(asked))


def _reason(made: Ground | None, declared: str) -> str:
    if made is None or declared in made.reason:
        return made.reason if made else declared
    return f"{closed(made.reason)} {declared}"


def _claim(question: Question, name: str) -> Claim:
    found = question.claims.get(name)
    if found is None:
        raise NotInRecord("claim", f"{question.question}/{name}")
    return found


def _branch(kin: Kin) -> Branch:
    places = (place(voice.telling) for voice in kin.tellings)
    return Branch(
        account=kin.account.account,
        label=kin.account.label,
        place="; ".join(dict.fromkeys(each for each in places if each)),
        tells=bool(kin.tellings),
        first_hand=kin.first_hand,
        unknown=kin.unknown,
        takers=_branches(kin.takers),
    )


def _branches(kin: Iterable[Kin]) -> tuple[Branch, ...]:
    return tuple(_branch(each) for each in kin)


def _entries(story: Story, kind: MarkKind) -> dict[str, Person | Place | Word]:
    match kind:
        case MarkKind.PERSON:
            return dict(story.people)
        case MarkKind.PLACE:
            return dict(story.places)
        case MarkKind.WORD:
            return dict(story.words)
        case MarkKind.CLAIM:
            return {}


def _also(entry: Person | Place | Word) -> tuple[str, ...]:
    return () if isinstance(entry, Word) else entry.also
