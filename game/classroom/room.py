"""This is the room: everybody in it and all that they have decided, in one frozen value.

``step.step`` gives the next room. Nothing here knows sockets, and no clock but the instants that
events carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.classroom.ballot import Ballot, ballot_key
from game.classroom.lesson import Teaching
from game.classroom.phase import BALLOTS, Phase
from game.classroom.round import Round
from game.classroom.seat import Seat
from game.classroom.setting import Settings

SECOND = 1000
"""Instants are milliseconds."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How long the phase may take."""

    began: int = 0
    ends: int | None = None
    """``None`` where the phase has no time."""
    stopped: int | None = None
    """When the teacher stopped it; ``None`` while it goes."""

    def left(self, now: int, pace: int = 100) -> int | None:
        """Give the milliseconds left for somebody of this pace, 0 when time is up."""
        if self.ends is None:
            return None
        until = self.began + (self.ends - self.began) * pace // 100
        return max(0, until - (now if self.stopped is None else self.stopped))

    def going(self, now: int) -> Clock:
        """Let it go on after it was stopped."""
        if self.stopped is None:
            return self
        gone = now - self.stopped
        ends = None if self.ends is None else self.ends + gone
        return Clock(self.began + gone, ends)

    def longer(self, now: int, seconds: int) -> Clock:
        """Give more time, from now on where there was none left."""
        at = now if self.stopped is None else self.stopped
        return replace(self, ends=max(at, self.ends or at) + seconds * SECOND)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something of the lesson's course that is kept; nothing in it says who somebody is."""

    at: int
    round: int
    """0 before the first decision and after the last."""
    act: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A lesson at one moment."""

    lesson: Teaching
    seed: int
    settings: Settings = field(default_factory=Settings)
    phase: Phase = Phase.LOBBY
    part: int = 0
    """Which step of a phase that goes on in steps, from one; else 0."""
    now: int = 0
    clock: Clock = Clock()
    seats: Mapping[int, Seat] = field(default_factory=dict)
    tokens: Mapping[str, int] = field(default_factory=dict)
    """The seat of each phone."""
    blocked: frozenset[str] = frozenset()
    rounds: tuple[Round, ...] = ()
    """The decisions come to; the last is the one at hand."""
    tickets: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    expected: int = 0
    locked: bool = False
    dark: bool = False
    hidden: frozenset[str] = frozenset()
    log: tuple[Entry, ...] = ()
    dealt: int = 0
    """How many seats were ever given."""
    named: int = 0
    """How many names were ever offered."""
    ballots: int = 0
    """How many ballots were ever opened."""
    reasons: int = 0
    """How many reasons were ever given."""
    turn: int = 0
    """Goes up with every event."""
    shown: int = 0
    """Goes up with every event that all may see something of."""

    @property
    def round(self) -> Round | None:
        """The decision at hand; the last one, once the debrief has begun."""
        return self.rounds[-1] if self.rounds else None

    @property
    def taken(self) -> tuple[str, ...]:
        """What the class decided so far."""
        return tuple(each.winner for each in self.rounds)

    @property
    def stamp(self) -> str:
        """What tells this point of the lesson from every other: ``2.reveal.1``."""
        return f"{len(self.rounds)}.{self.phase.value}.{self.part}"

    @property
    def ballot(self) -> Ballot | None:
        """The ballot that is open."""
        return self.round.deciding if self.round and self.phase in BALLOTS else None

    @property
    def last_ballot(self) -> bool:
        """Whether the open ballot is the one that counts, unless they talk once more."""
        return self.phase is Phase.AGAIN or (self.phase is Phase.VOTE and not self.settings.again)

    @property
    def lost(self) -> int:
        """How many phones are not heard of."""
        return sum(seat.lost for seat in self.seats.values())

    def seat_of(self, token: str) -> int | None:
        """Find the seat of a phone."""
        return self.tokens.get(token)

    def with_round(self, current: Round) -> Room:
        """Put the decision at hand in its place."""
        return replace(self, rounds=(*self.rounds[:-1], current))

    def with_seat(self, seat: Seat) -> Room:
        """Put a seat in its place; what its student sees of their own has changed."""
        return replace(self, seats={**self.seats, seat.number: replace(seat, turn=seat.turn + 1)})

    def new_ballot(self) -> tuple[Room, Ballot]:
        """Open a ballot with a key of its own."""
        key = ballot_key(self.seed, self.ballots + 1)
        return replace(self, ballots=self.ballots + 1), Ballot(key)

    def noted(self, act: str, words: str = "") -> Room:
        """Write something down in the log."""
        number = self.round.number if self.round else 0
        return replace(self, log=(*self.log, Entry(self.now, number, act, words)))
