"""This is where one account stands on one answer to a question, in a word a reader can check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from game.model.record import Account, Claim, Extent, Question, Telling
from game.record.voice import narrower, rivals, wider


class Stance(Enum):
    """What an account has on an answer; the first that fits, in this order."""

    TELLS = "tells it"
    DENIES = "denies it"
    OTHERWISE = "tells otherwise"
    REPORTS = "reports it"
    DOUBTS = "doubts it"
    WIDER = "tells it less closely"
    RUMOUR = "reports otherwise"
    BESIDE = "says other things"
    SILENT = "silent"
    NOT_CONSULTED = "not consulted"
    COMPUTES = "computes other things"

    @property
    def speaks(self) -> bool:
        """Whether the account says anything on the question."""
        return self not in {Stance.SILENT, Stance.NOT_CONSULTED, Stance.COMPUTES}


@dataclass(frozen=True, slots=True)
class Saying:
    """A stance with the tellings that it is read from."""

    stance: Stance
    claim: Claim | None = None
    tellings: tuple[Telling, ...] = ()
    """More than one where several states or places of an account say the same."""


def sayings(question: Question, claim: str | None, account: Account) -> tuple[Saying, ...]:
    """Give all that an account says on a question, seen from one answer; the weightiest first.

    ``None`` is an answer that no claim gives: whoever tells a claim tells otherwise, unless the
    question holds several answers at once. Where the account says nothing there is one saying
    without a telling.
    """
    found = sorted(_spoken(question, claim, account.account), key=_weight)
    if found:
        return tuple(found)
    if account.kind == "computed":
        return (Saying(Stance.COMPUTES),)
    whole = account.read is Extent.WHOLE
    return (Saying(Stance.SILENT if whole else Stance.NOT_CONSULTED),)


def _weight(saying: Saying) -> int:
    return list(Stance).index(saying.stance)


def _spoken(question: Question, claim: str | None, account: str) -> Iterator[Saying]:
    for each in question.claims.values():
        told, denied, reported, doubted = (
            tuple(telling for telling in voice if telling.account == account)
            for voice in (each.told_by, each.denied_by, each.reported_by, each.doubted_by)
        )
        _, above = _bearing(question, claim, each.claim)
        if told:
            yield Saying(_told(question, claim, each.claim), each, told)
        if denied:
            yield Saying(Stance.DENIES if above else Stance.BESIDE, each, denied)
        if reported:
            yield Saying(_reported(question, claim, each.claim), each, reported)
        if doubted:
            yield Saying(Stance.DOUBTS if above else Stance.BESIDE, each, doubted)


def _bearing(question: Question, claim: str | None, other: str) -> tuple[bool, bool]:
    """Tell whether another claim is this one or within it; and whether this one or around it."""
    if claim is None:
        return False, False
    here = other == claim or other in narrower(question, claim)
    return here, other == claim or other in wider(question, claim)


def _told(question: Question, claim: str | None, other: str) -> Stance:
    if claim is None:
        return Stance.BESIDE if question.several else Stance.OTHERWISE
    here, above = _bearing(question, claim, other)
    if here:
        return Stance.TELLS
    if above:
        return Stance.WIDER
    return Stance.OTHERWISE if other in rivals(question, claim) else Stance.BESIDE


def _reported(question: Question, claim: str | None, other: str) -> Stance:
    """Give a report the stance of its telling, one step weaker."""
    match _told(question, claim, other):
        case Stance.TELLS:
            return Stance.REPORTS
        case Stance.OTHERWISE:
            return Stance.RUMOUR
        case _:
            return Stance.BESIDE
