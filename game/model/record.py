"""This is the record: accounts, the questions they answer, and the claims that are answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from game.model.day import Interval
from game.position import NOWHERE, Position

CiteValue: TypeAlias = str | tuple[str, ...] | tuple[Mapping[str, str], ...]
"""A citation's value: a text, texts, or names (``family``, ``given``, ``literal``)."""


class Extent(Enum):
    """How much of an account we have read."""

    WHOLE = "whole"
    EXCERPT = "excerpt"
    CITED = "cited"


class Making(Enum):
    """Under what conditions an account was made."""

    FREELY = "freely"
    UNDER_ARREST = "under-arrest"
    UNKNOWN = "unknown"


class Unknown(Enum):
    """The one value of ``rests_on`` and ``from`` that says: nobody can say from whom."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN

Descent: TypeAlias = tuple[str, ...] | Unknown
"""The accounts that something is taken from; empty for what is told at first hand."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's telling: an article, a book, a file, a person who speaks through papers."""

    account: str
    label: str
    kind: str
    read: Extent
    interest: str
    """Who gains if it is believed; ``none`` where nobody can be named."""
    made: Making
    rests_on: Descent
    states: Mapping[str, str] = field(default_factory=dict)
    """The states of one text and where each stands."""
    cite: Mapping[str, CiteValue] = field(default_factory=dict)
    method: str = ""
    """How it was worked out; only for ``kind: computed``."""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Telling:
    """One account's voice on one claim."""

    account: str
    at: str = ""
    state: str | None = None
    source: Descent | None = None
    """The written ``from``: replaces the account's ``rests_on`` here. ``None`` when not given."""
    quote: str = ""
    lang: str = ""
    note: str = ""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Claim:
    """One answer to a question, in a sentence of ours, and who says so."""

    claim: str
    says: str
    within: str | None = None
    told_by: tuple[Telling, ...] = ()
    reported_by: tuple[Telling, ...] = ()
    denied_by: tuple[Telling, ...] = ()
    doubted_by: tuple[Telling, ...] = ()
    note: str = ""
    when: Interval | None = None
    """The day or days that it claims, for the timeline."""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Question:
    """Something the record may answer. Its claims exclude one another unless it holds several."""

    question: str
    asks: str
    claims: Mapping[str, Claim]
    about_victims: bool = False
    """Written ``about: his-victims``: it bears on those he harmed."""
    several: bool = False
    """Written ``holds: several``: its claims do not exclude one another."""
    position: Position = NOWHERE
