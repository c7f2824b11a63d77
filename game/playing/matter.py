"""This is what stands before a play and after it: the opening, then names, numbers and credits."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.rules import Rules
from game.engine.state import State
from game.model.prose import Beats
from game.model.record import Account, Claim, Question, Telling
from game.model.story import Story
from game.playing.page import Closing, Name, Number
from game.record.finding import Finding, claim_finding
from game.record.voice import Voice


@dataclass(frozen=True, slots=True)
class Front:
    """What a reader is told before any choice."""

    title: str
    opening: Beats
    """Who he was and what he did."""
    advisory: Beats
    """What is reported here, for those who would rather know first."""
    parts: int = 1
    """How many parts there are that a play may be led to."""


def front(rules: Rules, state: State) -> Front:
    """Give what stands before a play."""
    story = rules.story
    return Front(
        story.title,
        rules.prose(story.opening, state),
        rules.prose(story.advisory, state),
        len(story.parts) if story.lines else 1,
    )


def closing(rules: Rules, state: State) -> Closing:
    """Give the last screen: every answer told about those he harmed, their names, the credits."""
    story = rules.story
    return Closing(numbers=_numbers(story), names=_names(rules, state), credits=credit_lines(story))


def credit_lines(story: Story) -> tuple[str, ...]:
    """Give authors, licence, and how far the story was reviewed."""
    reviewed = story.reviewed.strip().rstrip(".") or "not yet"
    review = "Not yet reviewed." if reviewed.lower() == "not yet" else f"Reviewed: {reviewed}."
    return (
        f"Written by {_listed(story.authors)}.",
        f"The text may be shared under {story.licence}.",
        review,
    )


def cited(account: Account, telling: Telling) -> str:
    """Give an account with the place in it: ``Encyclopedia article (early), line 28``."""
    label = f"{account.label} ({telling.state})" if telling.state else account.label
    return f"{label}, {telling.at}" if telling.at else label


def counts(finding: Finding) -> str:
    """Say how many witnesses are for and against, and how many accounts are silent."""
    if finding.question is None:
        return ""
    return ", ".join(
        (
            _weighed(finding.witnesses_for, finding.voices.told, "for"),
            _weighed(finding.witnesses_against, finding.voices.against, "against"),
            f"{len(finding.silent)} silent",
        )
    )


def _weighed(witnesses: int, voices: tuple[Voice, ...], side: str) -> str:
    """Say how many witnesses are on a side, and how many accounts where those are more."""
    accounts = len({voice.account.account for voice in voices})
    if not witnesses or accounts <= witnesses:
        return f"{witnesses} {side}"
    return f"{witnesses} witness{'es' * (witnesses > 1)} {side} ({accounts} accounts)"


def _numbers(story: Story) -> tuple[Number, ...]:
    return tuple(
        _number(story, question, claim)
        for question in story.questions.values()
        if question.about_victims
        for claim in question.claims.values()
        if claim.told_by
    )


def _number(story: Story, question: Question, claim: Claim) -> Number:
    status = claim_finding(story, question, claim.claim).status
    told = (cited(story.accounts[telling.account], telling) for telling in claim.told_by)
    return Number(question.asks, claim.says, tuple(told), status.value if status else "")


def _names(rules: Rules, state: State) -> tuple[Name, ...]:
    return tuple(
        Name(person.name, rules.line(person.text, state))
        for person in rules.story.people.values()
        if person.about_victims
    )


def _listed(names: tuple[str, ...]) -> str:
    *before, last = names or ("nobody named",)
    return f"{', '.join(before)} and {last}" if before else last
