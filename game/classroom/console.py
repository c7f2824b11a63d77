"""This is what the teacher sees: what all may see, the room, the queue, and what can be done now.

Counts appear here no sooner than the vote is closed, since the console may stand on the wall.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.classroom.ballot import tally
from game.classroom.event import (
    Advance,
    Close,
    Event,
    Finish,
    GoOn,
    MoreTime,
    Pause,
    Reopen,
    Skip,
    TalkAgain,
    Wipe,
)
from game.classroom.outcome import Poll, poll
from game.classroom.phase import ROUND, Phase
from game.classroom.projector import Attendance, attendance
from game.classroom.refusal import Refusal
from game.classroom.room import Entry, Room
from game.classroom.round import Ruling
from game.classroom.setting import Settings
from game.classroom.showing import Common, Timer, clock, common
from game.classroom.step import step
from game.classroom.wording import JURY

LATEST = 8
"""So many lines of the log are shown."""

_ACTS: Final[tuple[tuple[str, Event], ...]] = (
    ("advance", Advance(0)),
    ("close", Close(0)),
    ("reopen", Reopen(0)),
    ("talk-again", TalkAgain(0)),
    ("skip", Skip(0)),
    ("pause", Pause(0)),
    ("go-on", GoOn(0)),
    ("more-time", MoreTime(0)),
    ("finish", Finish(0)),
    ("wipe", Wipe(0)),
)


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat in the teacher's list; nothing of what it voted."""

    seat: int
    alias: str
    role: str
    lost: bool
    muted: bool


@dataclass(frozen=True, slots=True)
class Queued:
    """A reason in the queue, without a name."""

    number: int
    text: str
    account: str
    standing: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a closed vote comes to; only while it is closed and not yet revealed."""

    first: Poll | None
    second: Poll | None
    letter: str
    """What is taken as it stands; empty while nothing is."""
    ruling: str


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """Everything that the teacher sees."""

    common: Common
    attendance: Attendance
    clock: Timer
    settings: Settings
    dark: bool
    locked: bool
    hidden: tuple[str, ...]
    seats: tuple[Seated, ...]
    queue: tuple[Queued, ...]
    verdict: Verdict | None
    warnings: tuple[str, ...]
    hard: tuple[str, ...]
    """Scenes at hand with their tags, for who would rather pass one over."""
    log: tuple[Entry, ...]
    acts: tuple[str, ...]
    """What can be done now, by name."""


def console(room: Room, now: int) -> ConsoleView:
    """Give what the teacher sees."""
    return ConsoleView(
        common=common(room),
        attendance=attendance(room),
        clock=clock(room, now),
        settings=room.settings,
        dark=room.dark,
        locked=room.locked,
        hidden=tuple(sorted(room.hidden)),
        seats=_seats(room),
        queue=_queue(room),
        verdict=_verdict(room),
        warnings=tuple(_warnings(room)),
        hard=_hard(room),
        log=room.log[-LATEST:],
        acts=acts(room),
    )


def acts(room: Room) -> tuple[str, ...]:
    """Give what would not be refused now, of what needs no more said."""
    return tuple(name for name, event in _ACTS if not isinstance(step(room, event), Refusal))


def _seats(room: Room) -> tuple[Seated, ...]:
    roles = room.lesson.plan.roles
    return tuple(
        Seated(seat.number, seat.alias, roles.get(seat.role, JURY), seat.lost, seat.muted)
        for seat in room.seats.values()
    )


def _queue(room: Room) -> tuple[Queued, ...]:
    if room.round is None:
        return ()
    sources = room.lesson.plan.sources
    return tuple(
        Queued(each.number, each.text, sources.get(each.account, ""), each.standing.value)
        for each in room.round.reasons
    )


def _verdict(room: Room) -> Verdict | None:
    if room.phase is not Phase.CLOSE or room.round is None:
        return None
    option = room.round.decision.option(room.round.winner)
    return Verdict(
        first=poll(room.round.decision, room.round.first),
        second=poll(room.round.decision, room.round.second),
        letter=option.letter if option else "",
        ruling=room.round.ruling.value,
    )


def _warnings(room: Room) -> Iterator[str]:
    current = room.round
    if room.expected and len(room.seats) > room.expected:
        yield f"More seats are taken than you expect: {len(room.seats)} and {room.expected}."
    if current is None or room.phase is not Phase.CLOSE:
        return
    ballot = current.deciding
    counted = tally(ballot, current.decision.choices) if ballot else None
    if current.ruling is Ruling.OPEN:
        level = counted is not None and counted.cast
        yield "Two options are level: choose." if level else "Nobody has voted: choose."
    elif counted is not None and counted.few:
        yield "Fewer than half have voted."


def _hard(room: Room) -> tuple[str, ...]:
    if room.round is None or room.phase not in ROUND:
        return ()
    decision = room.round.decision
    here = [(each.scene, each.tags) for each in decision.way] + [(decision.scene, decision.tags)]
    return tuple(f"{scene}: {', '.join(tags)}" for scene, tags in here if tags)
