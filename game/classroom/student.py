"""This is what one student's phone is told: what all may see, and what is this seat's own."""

from __future__ import annotations

from dataclasses import dataclass

from game.classroom.decision import Text
from game.classroom.outcome import KNOWN_STEP
from game.classroom.phase import ROUND, Phase
from game.classroom.reason import Reason
from game.classroom.room import Room
from game.classroom.seat import Seat
from game.classroom.showing import Common, Timer, clock, common
from game.classroom.wording import DECISION_CARD, JURY, JURY_CARD


@dataclass(frozen=True, slots=True)
class Own:
    """What belongs to one seat and is on no other phone."""

    seat: int
    alias: str
    code: str
    offered: tuple[str, ...]
    role: str
    """The name of the role; empty while there are none."""
    card: Text
    decision_role: str
    decision_card: str
    pace: int
    muted: bool
    first: str
    """What this seat chose in the first vote on the decision at hand."""
    second: str
    known: str
    reason: str
    account: str
    standing: str
    """What the teacher made of the reason; empty where there is none."""
    record: tuple[str, ...]
    """After the reveal: how well it is known what this seat voted for, in families."""
    ticket: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StudentView:
    """Everything that one phone shows."""

    common: Common
    own: Own
    clock: Timer


def student(room: Room, number: int, now: int) -> StudentView | None:
    """Give what a seat's phone shows; nothing where there is no such seat."""
    seat = room.seats.get(number)
    if seat is None:
        return None
    return StudentView(common(room), own(room, seat), clock(room, now, seat.pace))


def mark(room: Room, number: int) -> str:
    """Give what changes whenever a seat's view does, apart from its clock."""
    seat = room.seats.get(number)
    return f"{room.shown}.{seat.turn if seat else ''}"


def own(room: Room, seat: Seat) -> Own:
    """Give what is a seat's own."""
    role, card = _role(room, seat)
    decider = _decider(room, seat)
    first, second, known = _votes(room, seat.number)
    reason = _reason(room, seat.number)
    return Own(
        seat=seat.number,
        alias=seat.alias,
        code=seat.code,
        offered=seat.offered,
        role=role,
        card=card,
        decision_role=decider,
        decision_card=DECISION_CARD if decider else "",
        pace=seat.pace,
        muted=seat.muted,
        first=first,
        second=second,
        known=known,
        reason=reason.text if reason else "",
        account=reason.account if reason else "",
        standing=reason.standing.value if reason else "",
        record=_record(room, second or first),
        ticket=room.tickets.get(seat.number, ()),
    )


def _role(room: Room, seat: Seat) -> tuple[str, Text]:
    """Give a seat's role and, within a decision, its card; the debrief has neither."""
    if not room.settings.roles or room.phase not in (Phase.LOBBY, *ROUND):
        return "", ()
    name = room.lesson.plan.roles.get(seat.role, JURY)
    if room.round is None or room.phase is Phase.LOBBY:
        return name, ()
    card = room.round.decision.card(seat.role)
    return name, card if seat.role else ((JURY_CARD,),)


def _decider(room: Room, seat: Seat) -> str:
    if not room.settings.decision_roles or room.phase not in ROUND:
        return ""
    return room.lesson.plan.roles.get(seat.decision_role, "")


def _votes(room: Room, number: int) -> tuple[str, str, str]:
    if room.round is None or room.phase not in ROUND:
        return "", "", ""
    first = room.round.first.votes.get(number) if room.round.first else None
    second = room.round.second.votes.get(number) if room.round.second else None
    last = second or first
    return (
        first.option if first else "",
        second.option if second else "",
        last.known if last else "",
    )


def _reason(room: Room, number: int) -> Reason | None:
    if room.round is None or room.phase not in ROUND:
        return None
    return next((each for each in room.round.reasons if each.seat == number), None)


def _record(room: Room, voted: str) -> tuple[str, ...]:
    revealed = room.phase is Phase.DISCUSS or (
        room.phase is Phase.REVEAL and room.part >= KNOWN_STEP
    )
    option = room.round.decision.option(voted) if room.round and revealed else None
    return option.families if option else ()
