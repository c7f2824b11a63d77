"""This is a class that does not exist: what simulated students do when a phase is come to.

Everything follows from the room and its seed. They are many of one mind, they come late, lose their
phones, change their minds, and one of them writes what nobody should show.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from game.classroom.ballot import KNOWN
from game.classroom.event import Back, Event, Explain, Join, Lost, Return, Ticket, Vote
from game.classroom.lot import draw
from game.classroom.phase import Phase
from game.classroom.room import Room
from game.classroom.voting import ANSWERS, QUESTIONS

CLASS: Final = 24
LATE: Final = 2
"""So many come when the lesson has begun."""
LEVEL: Final = 2
"""In this decision the last vote comes out level, so that the teacher can practise it."""
ABSENT: Final = 7
"""This seat's phone is lost in the second decision, and comes back as another phone."""
UNFIT: Final = "Ask Tom, he always knows best!!!"
"""What one of them writes, for the teacher to reject."""
_REASONS: Final = (
    "Two accounts that do not know each other say so.",
    "Only one tells it, but he was there.",
    "The later book has it from the earlier, so I count them once.",
    "The others are silent on it, so I would not lean on it.",
    "Whoever tells it gains by it. I do not believe it.",
    "It fits with what he did before.",
    "Nobody tells it. It is the only way that makes sense to me.",
)
_CHANGES: Final = 30
_EXPLAINS: Final = 40
_ABSTAINS: Final = 6


def deeds(room: Room) -> Iterator[Event]:
    """Yield what the class does now that it has come to this point of the lesson."""
    if room.round is None and room.phase is Phase.LOBBY:
        yield from _joins(room, CLASS - LATE)
        return
    yield from _joins(room, CLASS if _late_is_here(room) else 0)
    yield from _lost_and_found(room)
    match room.phase:
        case Phase.VOTE | Phase.AGAIN:
            for number in tuple(room.seats):
                yield from _votes(room, number)
        case Phase.DEBRIEF if room.part == QUESTIONS:
            for number in tuple(room.seats):
                answers = (_among(room, "door", number, place, below=3) for place in range(3))
                yield Ticket(room.now, number, tuple(ANSWERS[each] for each in answers))
        case _:
            return


def _joins(room: Room, count: int) -> Iterator[Event]:
    for number in range(room.dealt + 1, count + 1):
        yield Join(room.now, _phone(room, number))


def _late_is_here(room: Room) -> bool:
    return len(room.rounds) > 1 or room.phase not in {Phase.BRIEF, Phase.READ}


def _lost_and_found(room: Room) -> Iterator[Event]:
    seat = room.seats.get(ABSENT)
    if seat is None or len(room.rounds) != LEVEL:
        return
    if room.phase is Phase.READ:
        yield Lost(room.now, ABSENT)
    elif room.phase is Phase.TALK and seat.lost:
        yield Return(room.now, ABSENT, seat.code, _phone(room, CLASS + ABSENT))
        yield Back(room.now, ABSENT)


def _votes(room: Room, number: int) -> Iterator[Event]:
    ballot, current = room.ballot, room.round
    if ballot is None or current is None or room.seats[number].lost:
        return
    choices = current.decision.choices
    level = current.number == LEVEL and not current.talked_again and room.last_ballot
    if not level and _among(room, "abstains", number, below=100) < _ABSTAINS:
        return
    choice = choices[number % 2] if level else choices[_opinion(room, number, len(choices))]
    if not room.last_ballot:
        yield Vote(room.now, number, ballot.key, choice)
        return
    known = KNOWN[_among(room, "known", number, below=len(KNOWN))]
    yield Vote(room.now, number, ballot.key, choice, known)
    if number == ABSENT + 1 or _among(room, "explains", number, below=100) < _EXPLAINS:
        yield _reason(room, number, ballot.key)


def _opinion(room: Room, number: int, options: int) -> int:
    """Give an option: many are of one mind, and some change theirs when they have talked."""
    first = min(_among(room, "leaning", number, place, below=options) for place in range(2))
    if room.phase is Phase.AGAIN and _among(room, "changes", number, below=100) < _CHANGES:
        return _among(room, "talked", below=options)
    return first


def _reason(room: Room, number: int, ballot: str) -> Event:
    if number == ABSENT + 1:
        return Explain(room.now, number, ballot, UNFIT)
    text = _REASONS[_among(room, "reason", number, below=len(_REASONS))]
    accounts = room.lesson.plan.accounts
    place = _among(room, "account", number, below=len(accounts) + len(accounts) // 2 + 1)
    account = accounts[place].name if place < len(accounts) else ""
    return Explain(room.now, number, ballot, text, account)


def _among(room: Room, *what: str | int, below: int) -> int:
    return draw(room.seed, "pupil", len(room.rounds), *what, below=below)


def _phone(room: Room, number: int) -> str:
    return sha256(f"phone {room.seed} {number}".encode()).hexdigest()
