"""This is the record as text and as data: who says what, where, and how well it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.model.record import Account, Claim, Descent, Question, Telling, Unknown
from game.model.scene import Enacts, Reads
from game.model.story import Story
from game.model.walk import Act, acts
from game.problem import GameError
from game.record.finding import claim_finding, find
from game.record.voice import silent
from game.reporting.phrase import listing, place, status_line, wrapped

VOICES: Mapping[str, str] = {
    "told_by": "tells",
    "reported_by": "reports",
    "denied_by": "denies",
    "doubted_by": "doubts",
}


class NoSuchQuestion(GameError):
    """A question was asked for that the record does not have."""

    exit_code = 2

    def __init__(self, question: str) -> None:
        """Name the question and say where the list is."""
        super().__init__(
            f"The record has no question '{question}'. Run `otherside record` for the list."
        )


def as_json(story: Story) -> dict[str, Any]:
    """Give the whole record, with derived statuses, under the keys that programs rely on."""
    return {
        "accounts": [_account(account) for account in story.accounts.values()],
        "questions": [_question(story, question) for question in story.questions.values()],
        "choices": [row for act in acts(story) for row in _rows(story, act)],
    }


def overview(story: Story) -> str:
    """Give every question with its claims and their statuses, as lines to read."""
    parts = []
    for question in story.questions.values():
        lines = [wrapped(f"{question.asks} ({question.question})")]
        lines += [_claim_line(story, question, claim) for claim in question.claims.values()]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def question_text(story: Story, name: str) -> str:
    """Give one question: its claims, then account after account what each says of them.

    Raises ``NoSuchQuestion``.
    """
    question = story.questions.get(name)
    if question is None:
        raise NoSuchQuestion(name)
    claims = list(question.claims.values())
    lines = [wrapped(question.asks), ""]
    for number, claim in enumerate(claims, start=1):
        finding = claim_finding(story, question, claim.claim)
        lines.append(wrapped(f"{claim.says} [{claim.claim}]", f"{number}. ", "   "))
        if claim.within is not None:
            lines.append(wrapped(f"Within {_number(claims, claim.within)}.", "   "))
        lines.append(wrapped(status_line(finding), "   "))
        if claim.note:
            lines.append(wrapped(claim.note, "   "))
    lines.append("")
    lines += [wrapped(text, "", "  ") for text in _accounts_down(story, claims)]
    quiet = [account.label for account in silent(story, question)]
    if quiet:
        lines.append(wrapped(f"Silent: {listing(quiet)}."))
    if question.several:
        lines.append("Its claims do not exclude one another.")
    return "\n".join(lines)


def _claim_line(story: Story, question: Question, claim: Claim) -> str:
    finding = claim_finding(story, question, claim.claim)
    status = finding.status.value if finding.status else ""
    return wrapped(f"{claim.says} {status.capitalize()}.", "  - ", "    ")


def _number(claims: list[Claim], name: str) -> str:
    return next(
        (str(number) for number, claim in enumerate(claims, start=1) if claim.claim == name), name
    )


def _accounts_down(story: Story, claims: list[Claim]) -> Iterator[str]:
    for account in story.accounts.values():
        sayings = [
            f"{verb} {number}{place(telling)}{_aside(telling)}"
            for number, claim in enumerate(claims, start=1)
            for voice, verb in VOICES.items()
            for telling in _tellings(claim, voice)
            if telling.account == account.account
        ]
        if sayings:
            yield f"{account.label} ({_extent(account)}): {'; '.join(sayings)}."


def _tellings(claim: Claim, voice: str) -> tuple[Telling, ...]:
    tellings: tuple[Telling, ...] = getattr(claim, voice)
    return tellings


def _aside(telling: Telling) -> str:
    source = telling.source
    if source is None:
        return f" ({telling.note})" if telling.note else ""
    whence = "nobody knows whom" if isinstance(source, Unknown) else listing(source or ("itself",))
    note = f"; {telling.note}" if telling.note else ""
    return f" (from {whence}{note})"


def _extent(account: Account) -> str:
    return {"whole": "read whole", "excerpt": "read in excerpt", "cited": "only cited"}[
        account.read.value
    ]


def _account(account: Account) -> dict[str, Any]:
    return {
        "account": account.account,
        "label": account.label,
        "kind": account.kind,
        "read": account.read.value,
        "interest": account.interest,
        "made": account.made.value,
        "rests_on": _descent(account.rests_on),
        "states": dict(account.states),
        "method": account.method or None,
        "cite": {key: _plain(value) for key, value in account.cite.items()},
    }


def _question(story: Story, question: Question) -> dict[str, Any]:
    return {
        "question": question.question,
        "asks": question.asks,
        "claims": [_claim(story, question, claim) for claim in question.claims.values()],
        "holds": "several" if question.several else None,
        "silent": [account.account for account in silent(story, question)],
    }


def _claim(story: Story, question: Question, claim: Claim) -> dict[str, Any]:
    finding = claim_finding(story, question, claim.claim)
    return {
        "claim": claim.claim,
        "says": claim.says,
        "told_by": _tellings_of(claim.told_by),
        "denied_by": _tellings_of(claim.denied_by),
        "doubted_by": _tellings_of(claim.doubted_by),
        "within": claim.within,
        "reported_by": _tellings_of(claim.reported_by),
        "independent_for": finding.witnesses_for,
        "independent_against": finding.witnesses_against,
        "status": finding.status.value if finding.status else None,
    }


def _tellings_of(voice: tuple[Telling, ...]) -> list[dict[str, Any]]:
    return [_telling(telling) for telling in voice]


def _telling(telling: Telling) -> dict[str, Any]:
    return {
        "account": telling.account,
        "state": telling.state,
        "at": telling.at,
        "from": _descent(telling.source),
    }


def _descent(descent: Descent | None) -> list[str] | str | None:
    if descent is None:
        return None
    return descent.value if isinstance(descent, Unknown) else list(descent)


def _plain(value: object) -> object:
    """Give a citation's value in forms that JSON has."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value


def _rows(story: Story, act: Act) -> Iterator[dict[str, Any]]:
    for entry in act.record:
        finding = find(story, entry)
        yield {
            "scene": act.scene.scene,
            "choice": act.choice.choice if act.choice else None,
            "question": None if isinstance(entry, Reads) else entry.question,
            "claim": entry.claim if isinstance(entry, Enacts) else None,
            "status": finding.status.value if finding.status else None,
        }
