"""This is the room at work: ``step`` takes a room and an event and gives the next room.

Everything is decided by the two: the same events give an equal room on every machine. An event that
is refused changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias, get_args

from game.classroom import attendance, event, keeping, leading, voting
from game.classroom.event import ByStudent, Event
from game.classroom.lesson import Teaching
from game.classroom.phase import Phase
from game.classroom.refusal import Code, Refusal, refused
from game.classroom.room import Room
from game.classroom.setting import USUAL_SEATS, Settings

Rule: TypeAlias = Callable[[Room, Any], Room | Refusal]

RULES: Final[Mapping[type, Rule]] = {
    event.Join: attendance.join,
    event.Return: attendance.come_back,
    event.Pick: attendance.pick,
    event.PutDown: attendance.put_down,
    event.Slow: attendance.slow,
    event.Lost: attendance.heard,
    event.Back: attendance.heard,
    event.Rename: attendance.rename,
    event.Cast: attendance.cast,
    event.Remove: attendance.remove,
    event.Vote: voting.vote,
    event.Explain: voting.explain,
    event.Ticket: voting.ticket,
    event.HandCount: voting.hand_count,
    event.Approve: voting.approve,
    event.Reject: voting.reject,
    event.Mute: voting.reject,
    event.Advance: leading.advance,
    event.Close: leading.close,
    event.Skip: leading.skip,
    event.Reopen: leading.reopen,
    event.TalkAgain: leading.talk_again,
    event.Decide: leading.decide,
    event.Pause: leading.pause,
    event.GoOn: leading.go_on,
    event.MoreTime: leading.more_time,
    event.Finish: leading.finish,
    event.Wipe: leading.wipe,
    event.Tick: leading.tick,
    event.Resumed: leading.resumed,
    event.Expect: keeping.expect,
    event.Arrange: keeping.arrange,
    event.Lock: keeping.lock,
    event.Blank: keeping.blank,
    event.Hide: keeping.hide,
}
"""What comes of each event."""

_OWN = frozenset(get_args(ByStudent))


def open_room(lesson: Teaching, seed: int, *, seats: int = USUAL_SEATS, expected: int = 0) -> Room:
    """Open the door to a lesson; nobody is in it yet."""
    settings = Settings(seats=seats, again=lesson.plan.votes > 1)
    return Room(lesson, seed, settings, expected=expected)


def step(room: Room, happened: Event) -> Room | Refusal:
    """Give the next room, or why there is none.

    An event that happened earlier than the last is taken as happening now. A ``Tick`` that comes to
    nothing gives the very same room.
    """
    if room.phase is Phase.WIPED:
        return refused(Code.NOT_NOW)
    at = max(room.now, happened.at)
    kind = type(happened)
    after = RULES[kind](replace(room, now=at), replace(happened, at=at))
    if isinstance(after, Refusal):
        return after
    if kind is event.Tick and after.stamp == room.stamp:
        return room
    return replace(after, turn=room.turn + 1, shown=room.shown if kind in _OWN else room.shown + 1)


def replay(room: Room, events: Iterable[Event]) -> Room:
    """Let events happen in a room, one after the other; what is refused is left out."""
    for each in events:
        after = step(room, each)
        if isinstance(after, Room):
            room = after
    return room
