"""This is what a phone can ask for, and what each comes to in the room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from game.classroom import event
from game.classroom.event import Event
from game.classroom.server.wire import read


@dataclass(frozen=True, slots=True)
class Entry:
    """A phone asks for a seat."""

    code: str
    once: str
    """A number that the phone drew, so that asking again takes no second seat."""


@dataclass(frozen=True, slots=True)
class Again:
    """A student comes back to a seat from another phone, page or address."""

    code: str
    once: str
    seat: int
    digits: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """A student votes."""

    ballot: str
    option: str
    known: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A student says why."""

    ballot: str
    text: str
    account: str


@dataclass(frozen=True, slots=True)
class Name:
    """A student picks one of the names offered."""

    place: int


@dataclass(frozen=True, slots=True)
class Pace:
    """A student wants more time."""

    pace: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """What has no more to say than that it is asked."""


@dataclass(frozen=True, slots=True)
class Door:
    """A student answers the questions at the door."""

    answers: tuple[str, ...]


Made: TypeAlias = Callable[[int, int, Any], Event]
"""The instant, the seat and what was asked, as an event."""

_ACTS: Final[Mapping[str, tuple[type, Made]]] = {
    "/api/vote": (
        Ballot,
        lambda at, seat, it: event.Vote(at, seat, it.ballot, it.option, it.known),
    ),
    "/api/reason": (
        Reason,
        lambda at, seat, it: event.Explain(at, seat, it.ballot, it.text, it.account),
    ),
    "/api/name": (Name, lambda at, seat, it: event.Pick(at, seat, it.place)),
    "/api/pace": (Pace, lambda at, seat, it: event.Slow(at, seat, it.pace)),
    "/api/put-down": (Nothing, lambda at, seat, _: event.PutDown(at, seat)),
    "/api/door": (Door, lambda at, seat, it: event.Ticket(at, seat, it.answers)),
}


def is_act(path: str) -> bool:
    """Tell whether something can be done at this path by whoever has a seat."""
    return path in _ACTS


def act(path: str, body: bytes, at: int, seat: int) -> Event:
    """Give what a phone does. Raises ``TurnedAway``."""
    kind, made = _ACTS[path]
    return made(at, seat, read(kind, body))
