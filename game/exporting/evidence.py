"""This is what the record has, as plain values: questions with who speaks, entries with statuses.

A voice is a place in the question: ``[claim, voice, number]`` is one telling, counted from nought.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

from game.model.record import Claim, Question, Telling, Unknown
from game.model.scene import Enacts, Entry, Infers, Invents, Reads
from game.model.story import Story
from game.record.finding import Finding, claim_finding, find
from game.record.voice import Voice, Voices, silent

VOICES = ("told_by", "reported_by", "denied_by", "doubted_by")
"""The four ways in which an account speaks."""


def question(story: Story, asked: Question) -> dict[str, Any]:
    """Give a question with its claims, who is silent, and who speaks on no claim's answer."""
    nobody = claim_finding(story, asked, None)
    return {
        "asks": asked.asks,
        **({"about": "his-victims"} if asked.about_victims else {}),
        **({"holds": "several"} if asked.several else {}),
        "claims": {
            name: {**_claim(claim), **_heard(claim_finding(story, asked, name))}
            for name, claim in asked.claims.items()
        },
        "none": _heard(nobody),
        "silent": [account.account for account in silent(story, asked)],
    }


def entry(story: Story, written: Entry) -> dict[str, Any]:
    """Give a record entry with its status; who speaks on it stands with its question."""
    judged = find(story, written)
    return {**_written(written), **_judged(judged)}


def _written(written: Entry) -> dict[str, Any]:
    match written:
        case Reads():
            return {"reading": True}
        case Enacts(question, claim, note):
            return _with_note({"question": question, "claim": claim}, note)
        case Infers(question, premises, why, note):
            rests_on = [str(each) for each in premises]
            return _with_note({"question": question, "inferred_from": rests_on, "why": why}, note)
        case Invents(why, question, note):
            asked = {"question": question} if question else {}
            return _with_note({"invented": why, **asked}, note)
        case _:
            assert_never(written)


def _with_note(said: dict[str, Any], note: str) -> dict[str, Any]:
    return {**said, "note": note} if note else said


def _judged(judged: Finding) -> dict[str, Any]:
    if judged.status is None:
        return {}
    return {
        "status": judged.status.value,
        "for": judged.witnesses_for,
        "against": judged.witnesses_against,
        **({"remark": judged.remark} if judged.remark else {}),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    when = {"first": claim.when.first, "last": claim.when.last} if claim.when else None
    said = {"within": claim.within, "note": claim.note, "when": when}
    spoken = {voice: _tellings(getattr(claim, voice)) for voice in VOICES}
    given = {name: value for name, value in {**said, **spoken}.items() if value}
    return {"says": claim.says, **given}


def _tellings(tellings: Iterable[Telling]) -> list[dict[str, Any]]:
    return [_telling(each) for each in tellings]


def _telling(telling: Telling) -> dict[str, Any]:
    named = ("account", "at", "state", "quote", "lang", "note")
    said = {name: getattr(telling, name) for name in named if getattr(telling, name)}
    source = telling.source
    if source is None:
        return said
    return {**said, "from": source.value if isinstance(source, Unknown) else list(source)}


def _heard(judged: Finding) -> dict[str, Any]:
    """Give a claim's finding: status, witnesses, and the voices on it, place by place."""
    heard = {name: _places(voices) for name, voices in _groups(judged.voices) if voices}
    return {"finding": {**_judged(judged), "heard": heard}}


def _groups(voices: Voices) -> Iterable[tuple[str, tuple[Voice, ...]]]:
    for name in ("told", "against", "retold", "reported", "doubted"):
        yield name, getattr(voices, name)


def _places(voices: Iterable[Voice]) -> list[list[str | int]]:
    return [_place(voice) for voice in voices]


def _place(voice: Voice) -> list[str | int]:
    for name in VOICES:
        for number, telling in enumerate(getattr(voice.claim, name)):
            if telling is voice.telling:
                return [voice.claim.claim, name, number]
    raise AssertionError(voice)  # a voice is made from its claim's tellings
