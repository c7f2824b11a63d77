"""This is what the record has about one entry: its status, and everybody who speaks on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from game.model.record import Account, Claim, Question
from game.model.scene import ClaimRef, Enacts, Entry, Infers, Invents, Reads
from game.model.story import Story
from game.record.status import Status
from game.record.voice import NOBODY, Voices, silent, voices
from game.record.witness import witnesses


@dataclass(frozen=True, slots=True)
class Finding:
    """A record entry, judged. Every face shows this and nothing but this."""

    status: Status | None
    """``None`` only for an entry that turns a page."""
    question: Question | None = None
    claim: Claim | None = None
    """The claim enacted; ``None`` for an answer that no claim gives."""
    witnesses_for: int = 0
    witnesses_against: int = 0
    voices: Voices = NOBODY
    silent: tuple[Account, ...] = ()
    premises: tuple[ClaimRef, ...] = ()
    """What an inference rests on."""
    why: str = ""
    """The reasoning of an inference, or the reason of an invention."""
    note: str = ""
    remark: str = ""
    """What the line adds: ``3 accounts, one witness``, ``one teller against`` and the like."""

    @property
    def recorded(self) -> bool:
        """Whether somebody tells that he did this."""
        return bool(self.voices.told)


def find(story: Story, entry: Entry) -> Finding:
    """Judge one record entry of a choice or an ending."""
    match entry:
        case Reads():
            return Finding(None)
        case Enacts():
            return _enacted(story, entry)
        case Infers():
            return _beyond(story, entry.question, Status.INFERRED, entry)
        case Invents(question=None):
            return Finding(Status.INVENTED, why=entry.why, note=entry.note)
        case Invents():
            return _beyond(story, entry.question, Status.INVENTED, entry)
        case _:
            assert_never(entry)


def findings(story: Story, entries: tuple[Entry, ...]) -> tuple[Finding, ...]:
    """Judge every entry that has a status."""
    judged = (find(story, entry) for entry in entries)
    return tuple(finding for finding in judged if finding.status is not None)


def claim_finding(story: Story, question: Question, claim: str | None) -> Finding:
    """Judge a claim as if somebody enacted it; ``None`` for an answer that nobody gives."""
    heard = voices(story, question, claim)
    told = witnesses(voice.roots for voice in heard.told)
    against = witnesses(voice.roots for voice in heard.against)
    status = _status(told, against, Status.NOT_KNOWN)
    return Finding(
        status,
        question=question,
        claim=question.claims[claim] if claim is not None else None,
        witnesses_for=told,
        witnesses_against=against,
        voices=heard,
        silent=silent(story, question),
        remark=_remark(status, heard, told, against, disputed=disputed_against(story, question)),
    )


def disputed_against(story: Story, question: Question) -> bool:
    """Tell whether some told claim of a question is told otherwise too."""
    for claim in question.claims:
        heard = voices(story, question, claim)
        if heard.told and heard.against:
            return True
    return False


def _enacted(story: Story, entry: Enacts) -> Finding:
    finding = claim_finding(story, story.questions[entry.question], entry.claim)
    return replace(finding, note=entry.note) if entry.note else finding


def _beyond(story: Story, asked: str | None, status: Status, entry: Infers | Invents) -> Finding:
    """Judge an inference or an invention: an answer that some account gives stands against it.

    Where a question holds several answers at once, one more stands against none of them.
    """
    question = story.questions[asked or ""]
    heard = NOBODY if question.several else voices(story, question, None)
    against = witnesses(voice.roots for voice in heard.against)
    judged = _status(0, against, status)
    disputed = disputed_against(story, question)
    remark = _remark(judged, heard, 0, against, disputed=disputed)
    if judged is Status.AGAINST and status is Status.INFERRED:
        remark = "inferred otherwise"
    return Finding(
        judged,
        question=question,
        witnesses_against=against,
        voices=heard,
        silent=silent(story, question),
        premises=entry.premises if isinstance(entry, Infers) else (),
        why=entry.why,
        note=entry.note,
        remark=remark,
    )


def _status(told: int, against: int, otherwise: Status) -> Status:
    if told and against:
        return Status.DISPUTED
    if told > 1:
        return Status.ATTESTED
    if told:
        return Status.ONE_TELLER
    if against:
        return Status.AGAINST
    return otherwise


def _remark(status: Status, heard: Voices, told: int, against: int, *, disputed: bool) -> str:
    if status is Status.AGAINST:
        if disputed:
            return "the record is itself disputed"
        return "one teller against" if against == 1 else ""
    accounts = len({voice.account.account for voice in heard.told})
    if status is Status.ONE_TELLER and accounts > 1:
        return f"{accounts} accounts, one witness"
    if status is Status.ATTESTED and accounts > told:
        return f"{accounts} accounts, {told} witnesses"
    return ""
