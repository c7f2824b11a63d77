"""This is what a class says: votes, hands, reasons, and the three questions at the door."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.classroom.ballot import KNOWN
from game.classroom.ballot import Vote as Mark
from game.classroom.event import Approve, Explain, HandCount, Mute, Reject, Ticket, Vote
from game.classroom.phase import BALLOTS, STEPS, Phase
from game.classroom.reason import MOST_SHOWN, Reason, Standing, cleaned
from game.classroom.refusal import Code, Refusal, refused
from game.classroom.room import Room

MOST_HANDS: Final = 1000
ANSWERS: Final = ("yes", "partly", "no")
"""The answers at the door."""
QUESTIONS: Final = 3


def vote(room: Room, event: Vote) -> Room | Refusal:
    """Count a vote; one that was there before is replaced."""
    code = _unfit(room, event)
    current, ballot = room.round, room.ballot
    if code is not None or current is None or ballot is None:
        return refused(code or Code.CLOSED)
    votes = {**ballot.votes, event.seat: Mark(event.option, event.known)}
    counted = room.with_round(current.with_ballot(replace(ballot, votes=votes)))
    return counted.with_seat(room.seats[event.seat])


def explain(room: Room, event: Explain) -> Room | Refusal:
    """Put a reason into the queue; it takes the place of the seat's last on this decision."""
    text = cleaned(event.text)
    code = _unspoken(room, event, text)
    current = room.round
    if code is not None or current is None:
        return refused(code or Code.CLOSED)
    reason = Reason(room.reasons + 1, event.seat, text, event.account)
    others = (each for each in current.reasons if each.seat != event.seat)
    queued = room.with_round(current.with_reasons((*others, reason)))
    return replace(queued, reasons=reason.number).with_seat(room.seats[event.seat])


def hand_count(room: Room, event: HandCount) -> Room | Refusal:
    """Enter hands counted in the room; they take the place of those entered before."""
    current = room.round
    if current is None or room.phase not in BALLOTS | {Phase.TALK, Phase.CLOSE}:
        return refused(Code.NOT_NOW)
    ballot = current.deciding
    if ballot is None or ballot.key != event.ballot:
        return refused(Code.STALE)
    if not set(event.counts) <= set(current.decision.choices):
        return refused(Code.NO_OPTION)
    if not all(0 <= count <= MOST_HANDS for count in event.counts.values()):
        return refused(Code.NOT_A_COUNT)
    hands = {option: count for option, count in event.counts.items() if count}
    counted = current.with_ballot(replace(ballot, hand=hands))
    if room.phase is Phase.CLOSE:
        counted = counted.settled()
    return room.with_round(counted).noted("hand-count", "Hands were counted in the room.")


def approve(room: Room, event: Approve) -> Room | Refusal:
    """Put a reason on the screen, five at most."""
    current = room.round
    reason = current.reason(event.reason) if current else None
    if current is None or reason is None:
        return refused(Code.NO_REASON)
    if reason.standing is not Standing.APPROVED and len(current.shown) >= MOST_SHOWN:
        return refused(Code.SCREEN_FULL)
    return _judged(room, reason, Standing.APPROVED)


def reject(room: Room, event: Reject | Mute) -> Room | Refusal:
    """Keep a reason off the screen; with ``Mute`` no more is taken from its writer."""
    reason = room.round.reason(event.reason) if room.round else None
    if reason is None:
        return refused(Code.NO_REASON)
    judged = _judged(room, reason, Standing.REJECTED)
    seat = judged.seats.get(reason.seat)
    if isinstance(event, Mute) and seat is not None:
        return judged.with_seat(replace(seat, muted=True))
    return judged


def ticket(room: Room, event: Ticket) -> Room | Refusal:
    """Take the answers at the door, which are counted and not kept by name."""
    if room.phase is not Phase.DEBRIEF or room.part != STEPS[Phase.DEBRIEF]:
        return refused(Code.NOT_NOW)
    if event.seat not in room.seats:
        return refused(Code.NO_SEAT)
    if len(event.answers) != QUESTIONS or not set(event.answers) <= set(ANSWERS):
        return refused(Code.NO_ANSWER)
    given = replace(room, tickets={**room.tickets, event.seat: event.answers})
    return given.with_seat(room.seats[event.seat])


def _unfit(room: Room, event: Vote) -> Code | None:
    """Say why a vote is not counted; ``None`` where it is."""
    if event.seat not in room.seats:
        return Code.NO_SEAT
    code = _shut(room, event.ballot)
    if code is not None:
        return code
    if room.round is None or room.round.decision.option(event.option) is None:
        return Code.NO_OPTION
    if event.known and not room.last_ballot:
        return Code.NOT_ASKED
    return None if event.known in {"", *KNOWN} else Code.NO_ANSWER


def _unspoken(room: Room, event: Explain, text: str) -> Code | None:
    """Say why a reason is not taken; ``None`` where it is."""
    seat = room.seats.get(event.seat)
    if seat is None:
        return Code.NO_SEAT
    if not room.settings.reasons or (room.ballot is not None and not room.last_ballot):
        return Code.NOT_ASKED
    code = _shut(room, event.ballot)
    if code is not None:
        return code
    if room.ballot is None or event.seat not in room.ballot.votes:
        return Code.VOTE_FIRST
    if seat.muted:
        return Code.MUTED
    return _wordless(room, event.account, text)


def _wordless(room: Room, account: str, text: str) -> Code | None:
    if account and account not in room.lesson.plan.sources:
        return Code.NO_ACCOUNT
    return None if text else Code.EMPTY


def _shut(room: Room, key: str) -> Code | None:
    if room.ballot is None:
        return Code.CLOSED
    return None if room.ballot.key == key else Code.STALE


def _judged(room: Room, reason: Reason, standing: Standing) -> Room:
    current = room.round
    if current is None:
        return room
    judged = replace(reason, standing=standing)
    return room.with_round(
        current.with_reasons(
            judged if each.number == reason.number else each for each in current.reasons
        )
    )
