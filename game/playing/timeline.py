"""This is the timeline: dates that the record claims, those of one question side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.model.day import Interval
from game.model.record import Claim, Question
from game.model.story import Story
from game.playing.date import in_words
from game.record.finding import claim_finding
from game.record.status import Status


@dataclass(frozen=True, slots=True)
class Dated:
    """One claim of a date, and who makes it."""

    claim: str
    when: str
    says: str
    status: Status
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One question of time: its answers, earliest first. Several lie side by side."""

    question: str
    asks: str
    year: str
    """The year of its first answer."""
    answers: tuple[Dated, ...]
    several: bool = False
    """The answers do not exclude one another."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a reader has met that claims a date."""

    moments: tuple[Moment, ...]
    unmet: int
    """How many questions of time the reader has not met."""


def timeline(story: Story, met: Iterable[str]) -> Timeline:
    """Lay out the dates of the questions that were met, earliest first."""
    asked = frozenset(met)
    dated = [question for question in story.questions.values() if _dates(question)]
    shown = sorted(
        (question for question in dated if question.question in asked),
        key=lambda question: min((when.first, when.last) for when, _ in _dates(question)),
    )
    return Timeline(
        moments=tuple(_moment(story, question) for question in shown),
        unmet=len(dated) - len(shown),
    )


def _dates(question: Question) -> list[tuple[Interval, Claim]]:
    found = [(claim.when, claim) for claim in question.claims.values() if claim.when is not None]
    return sorted(found, key=lambda each: (each[0].first, each[0].last))


def _moment(story: Story, question: Question) -> Moment:
    dates = _dates(question)
    answers = (_dated(story, question, when, claim) for when, claim in dates)
    return Moment(
        question=question.question,
        asks=question.asks,
        year=dates[0][0].first[:4],
        answers=tuple(each for each in answers if each is not None),
        several=question.several,
    )


def _dated(story: Story, question: Question, when: Interval, claim: Claim) -> Dated | None:
    finding = claim_finding(story, question, claim.claim)
    if finding.status is None:
        return None
    tellers = dict.fromkeys(voice.account.label for voice in finding.voices.told)
    return Dated(claim.claim, in_words(when), claim.says, finding.status, tuple(tellers))
