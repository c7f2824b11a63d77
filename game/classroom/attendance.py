"""This is coming and going: joining, coming back, names, roles, and seats that are taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hmac import compare_digest

from game.classroom.alias import CHOICE, offered
from game.classroom.event import (
    Back,
    Cast,
    Join,
    Lost,
    Pick,
    PutDown,
    Remove,
    Rename,
    Return,
    Slow,
)
from game.classroom.phase import BEFORE_CLOSE, Phase
from game.classroom.refusal import Code, Refusal, refused
from game.classroom.room import Room
from game.classroom.seat import PACES, Seat, dealt_role, return_code


def join(room: Room, event: Join) -> Room | Refusal:
    """Give a phone a seat, at any point of the lesson."""
    code = _kept_out(room, event.token)
    if code is not None:
        return refused(code)
    number = room.dealt + 1
    names = offered(room.seed, room.named)
    role = _role(room)
    seat = Seat(number, names[0], return_code(room.seed, number), event.token, names, role)
    return replace(
        room,
        seats={**room.seats, number: seat},
        tokens={**room.tokens, event.token: number},
        dealt=number,
        named=room.named + CHOICE,
    )


def come_back(room: Room, event: Return) -> Room | Refusal:
    """Give a seat to another phone that knows its code; the phone before it has none then."""
    if event.token in room.blocked:
        return refused(Code.BLOCKED)
    seat = room.seats.get(event.seat)
    if seat is None or not compare_digest(seat.code.encode(), event.code.encode()):
        return refused(Code.WRONG_CODE)
    if room.tokens.get(event.token, event.seat) != event.seat:
        return refused(Code.ALREADY_IN)
    tokens = {token: number for token, number in room.tokens.items() if number != event.seat}
    moved = replace(seat, token=event.token, lost=False)
    return replace(room.with_seat(moved), tokens={**tokens, event.token: event.seat})


def pick(room: Room, event: Pick) -> Room | Refusal:
    """Take one of the names that were offered."""
    seat = room.seats.get(event.seat)
    if seat is None:
        return refused(Code.NO_SEAT)
    if not 0 <= event.place < len(seat.offered):
        return refused(Code.NO_ANSWER)
    return room.with_seat(replace(seat, alias=seat.offered[event.place]))


def put_down(room: Room, event: PutDown) -> Room | Refusal:
    """Put every role down: the student is of the undecided jury."""
    seat = room.seats.get(event.seat)
    if seat is None:
        return refused(Code.NO_SEAT)
    return room.with_seat(replace(seat, role="", decision_role="", put_down=True))


def slow(room: Room, event: Slow) -> Room | Refusal:
    """Let a student take longer, which nobody else is told."""
    seat = room.seats.get(event.seat)
    if seat is None:
        return refused(Code.NO_SEAT)
    if event.pace not in PACES:
        return refused(Code.NO_SETTING)
    return room.with_seat(replace(seat, pace=event.pace))


def heard(room: Room, event: Lost | Back) -> Room | Refusal:
    """Note that a phone is not heard of any more, or is again."""
    seat = room.seats.get(event.seat)
    if seat is None:
        return refused(Code.NO_SEAT)
    lost = isinstance(event, Lost)
    return room if seat.lost is lost else room.with_seat(replace(seat, lost=lost))


def rename(room: Room, event: Rename) -> Room | Refusal:
    """Give a seat a name that it did not choose."""
    seat = room.seats.get(event.seat)
    if seat is None:
        return refused(Code.NO_SEAT)
    names = offered(room.seed, room.named)
    renamed = room.with_seat(replace(seat, alias=names[0], offered=names[:1]))
    return replace(renamed, named=room.named + 1)


def cast(room: Room, event: Cast) -> Room | Refusal:
    """Give a seat a reader's role."""
    seat = room.seats.get(event.seat)
    if seat is None:
        return refused(Code.NO_SEAT)
    if event.role and event.role not in {each.name for each in room.lesson.plan.readers}:
        return refused(Code.NO_ROLE)
    return room.with_seat(replace(seat, role=event.role, put_down=not event.role))


def remove(room: Room, event: Remove) -> Room | Refusal:
    """Take a seat away, with its reasons, and with its votes while the vote is not closed.

    What was counted stays counted.
    """
    seat = room.seats.get(event.seat)
    if seat is None:
        return refused(Code.NO_SEAT)
    left = replace(
        room,
        seats=_without(room.seats, event.seat),
        tokens={token: number for token, number in room.tokens.items() if number != event.seat},
        tickets={each: said for each, said in room.tickets.items() if each != event.seat},
        blocked=room.blocked | {seat.token} if event.block else room.blocked,
    )
    if room.round is not None:
        left = left.with_round(room.round.without(event.seat, votes=room.phase in BEFORE_CLOSE))
    return left.noted("removed", "A seat was removed.")


def deal(room: Room) -> Room:
    """Give a role to everybody who has none and did not put one down."""
    for seat in room.seats.values():
        if not seat.role and not seat.put_down:
            role = _role(room)
            room = room.with_seat(replace(seat, role=role)) if role else room
    return room


def _role(room: Room) -> str:
    if not room.settings.roles:
        return ""
    readers = tuple(each.name for each in room.lesson.plan.readers)
    return dealt_role(room.seats.values(), readers, room.seed)


def _kept_out(room: Room, token: str) -> Code | None:
    if room.phase in {Phase.EXPORT, Phase.WIPED}:
        return Code.NOT_NOW
    if token in room.blocked:
        return Code.BLOCKED
    if token in room.tokens:
        return Code.ALREADY_IN
    if room.locked:
        return Code.LOCKED
    return Code.FULL if len(room.seats) >= room.settings.seats else None


def _without(seats: Mapping[int, Seat], number: int) -> Mapping[int, Seat]:
    return {each: seat for each, seat in seats.items() if each != number}
