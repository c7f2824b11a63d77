"""This is what the projector shows: what all may see, and numbers; never a name, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from game.classroom.room import Room
from game.classroom.showing import Common, Timer, clock, common


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many are here, and how many have voted."""

    joined: int
    expected: int
    """0 where nobody said."""
    lost: int
    voted: int
    """In the open vote; 0 where none is open."""
    waiting: int
    """How many have not voted yet; nobody learns who."""


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """Everything on the wall; ``common`` is missing while it is dark."""

    dark: bool
    common: Common | None
    attendance: Attendance
    clock: Timer


def projector(room: Room, now: int) -> ProjectorView:
    """Give what the wall shows."""
    return ProjectorView(
        dark=room.dark,
        common=None if room.dark else common(room),
        attendance=attendance(room),
        clock=clock(room, now),
    )


def attendance(room: Room) -> Attendance:
    """Count who is here and who has voted."""
    voted = len(room.ballot.votes) + sum(room.ballot.hand.values()) if room.ballot else 0
    waiting = len(room.seats) - len(room.ballot.votes) if room.ballot else 0
    return Attendance(len(room.seats), room.expected, room.lost, voted, max(0, waiting))
