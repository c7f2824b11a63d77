"""This is where a reader can be led from a line of text: every kind of record screen, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from game.model.prose import MarkKind


@dataclass(frozen=True, slots=True)
class ToSource:
    """One account in full."""

    account: str
    about: tuple[str, str] | None = None
    """The question and claim on which it was met, if it was met on one."""


@dataclass(frozen=True, slots=True)
class ToCard:
    """The card of the last choice and of what the page rests on."""


@dataclass(frozen=True, slots=True)
class ToClaim:
    """The card of one claim."""

    question: str
    claim: str


@dataclass(frozen=True, slots=True)
class ToComparison:
    """Accounts down, claims across, for one question or several."""

    questions: tuple[str, ...]
    claim: str = ""
    """The claim of the first question to begin at."""


@dataclass(frozen=True, slots=True)
class ToTree:
    """Who took it from whom, for one claim or several."""

    claims: tuple[tuple[str, str], ...]
    """Question and claim."""


@dataclass(frozen=True, slots=True)
class ToEntry:
    """A person, a place or a word."""

    kind: MarkKind
    target: str


@dataclass(frozen=True, slots=True)
class ToLog:
    """Everything of the record that was met."""


@dataclass(frozen=True, slots=True)
class ToPeople:
    """The list of people, places and words."""


@dataclass(frozen=True, slots=True)
class ToAccuracy:
    """All that is invented or inferred."""


@dataclass(frozen=True, slots=True)
class ToMap:
    """The map."""


@dataclass(frozen=True, slots=True)
class ToTimeline:
    """The timeline."""


@dataclass(frozen=True, slots=True)
class ToEndings:
    """The endings met."""


Link: TypeAlias = (
    ToCard
    | ToSource
    | ToClaim
    | ToComparison
    | ToTree
    | ToEntry
    | ToLog
    | ToPeople
    | ToAccuracy
    | ToMap
    | ToTimeline
    | ToEndings
)
Look: TypeAlias = Callable[[Link], None]
"""Lays what a link leads to over the screen."""


def link_of(kind: MarkKind, target: str) -> Link:
    """Give where a mark of the prose leads."""
    if kind is MarkKind.CLAIM:
        question, _, claim = target.partition("/")
        return ToClaim(question, claim)
    return ToEntry(kind, target)
