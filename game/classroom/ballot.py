"""This is one vote on one decision: who chose what, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from game.classroom.lot import mark
from game.record.status import Family

FEW: Final = 0.5
"""A teacher is warned where fewer than this share of the class voted."""
KNOWN: Final = tuple(
    family.value for family in (Family.AGREE, Family.CONFLICT, Family.BEYOND, Family.SILENT)
)
"""The answers to how well it is known what one voted for."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one student chose."""

    option: str
    """``scene/choice``."""
    known: str = ""
    """How well they think it is known; only with the vote that counts."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote of the class, open or closed."""

    key: str
    """What a vote must carry, so that none is counted for another question."""
    votes: Mapping[int, Vote] = field(default_factory=dict)
    """By seat; who votes again has one vote."""
    hand: Mapping[str, int] = field(default_factory=dict)
    """Hands counted in the room, by option, beside the phones' votes."""
    seats: int = 0
    """How many seats there were when it was closed."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A closed ballot in numbers."""

    counts: tuple[int, ...]
    """One for each option, phones and hands together."""
    none: int
    """Seats that did not vote."""

    @property
    def cast(self) -> int:
        """How many voted."""
        return sum(self.counts)

    @property
    def few(self) -> bool:
        """Whether so few voted that it should be said."""
        return self.cast < FEW * (self.cast + self.none)


def ballot_key(seed: int, number: int) -> str:
    """Give a ballot's key: its number in the lesson, and a mark that is not guessed."""
    return f"{number}-{mark(seed, 'ballot', number)}"


def tally(ballot: Ballot, options: Iterable[str]) -> Tally:
    """Count a ballot."""
    chosen = [vote.option for vote in ballot.votes.values()]
    counts = tuple(chosen.count(option) + ballot.hand.get(option, 0) for option in options)
    return Tally(counts, max(0, ballot.seats - len(ballot.votes)))


def winner(ballot: Ballot, options: tuple[str, ...]) -> str:
    """Give the option with the most votes; empty where two are level or nobody voted."""
    counts = tally(ballot, options).counts
    most = max(counts, default=0)
    leading = [option for option, count in zip(options, counts, strict=True) if count == most]
    return leading[0] if most and len(leading) == 1 else ""
