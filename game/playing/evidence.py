"""This is what a reader may look up: comparison, descent, sources, the log, names; values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from game.model.prose import Line, MarkKind
from game.record.status import Status


class Cell(Enum):
    """What one account has on one claim."""

    TELLS = "tells"
    NARROWER = "tells more narrowly"
    REPORTS = "reports"
    DENIES = "denies"
    DOUBTS = "doubts"
    RIVAL = "tells otherwise"
    SILENT = "silent"
    NOT_CONSULTED = "not consulted"
    NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """One claim of a question, as a column of the comparison."""

    claim: str
    says: str
    within: str
    """What the wider claim says; empty where it stands alone."""
    status: Status | None
    witnesses_for: int
    witnesses_against: int


@dataclass(frozen=True, slots=True)
class Row:
    """One account, as a row of the comparison."""

    account: str
    label: str
    read: str
    """``read whole``, ``read in excerpt``, ``known only through others``."""
    cells: tuple[tuple[Cell, str], ...]
    """One for each column: what it has, and the place (``line 28``), empty where it has none."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Accounts down, claims across."""

    question: str
    asks: str
    several: bool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """An account in the family tree of a telling, above those that took it from there."""

    account: str
    label: str
    place: str
    """Where it tells the claim; empty where it is only the origin of others' telling."""
    tells: bool
    first_hand: bool
    unknown: bool
    """Nobody can say from whom it has this."""
    takers: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Who took a claim from whom: the roots, with their takers below them."""

    question: str
    claim: str
    asks: str
    says: str
    witnesses: int
    roots: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One account in full."""

    account: str
    label: str
    kind: str
    read: str
    made: str
    interest: str
    rests_on: tuple[str, ...]
    """Labels of the accounts it rests on."""
    descent: str
    """``at first hand``, ``nobody can say from whom``, or empty where ``rests_on`` says."""
    citation: str
    """A full citation in words."""
    method: str
    states: tuple[tuple[str, str], ...]
    tells: tuple[tuple[str, str, str], ...]
    """What it says on questions: what is asked, the claim, the place with its voice."""


@dataclass(frozen=True, slots=True)
class Met:
    """Something of the record that the reader met, in the order of the play."""

    turn: int
    question: str
    claim: str
    """Empty for an answer that no claim gives."""
    asks: str
    says: str
    status: Status
    enacted: bool
    """A choice or an ending played it; else prose rested on it."""
    scene_title: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked stretch of the page that is shown now."""

    number: int
    words: str
    kind: MarkKind
    target: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, a place or a word, looked up."""

    kind: MarkKind
    target: str
    name: str
    also: tuple[str, ...]
    text: tuple[Line, ...]
    claims: tuple[tuple[str, str, Status | None], ...]
    """``question/claim``, what it says, how well it is known."""


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a person, a place or a word that has an entry."""

    kind: MarkKind
    target: str
    name: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Departure:
    """Something in the game that no account tells: invented or inferred, with the reason."""

    scene: str
    scene_title: str
    part: str
    act: str
    """The words of the choice or the title of the ending."""
    status: Status
    reason: str
    premises: tuple[str, ...]
    texture: bool = False
    """The act is told; what is invented is what stands around it, as the reason says."""
