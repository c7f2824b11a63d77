"""This is keeping the room: the door, the settings, the projector, what is hidden."""

from __future__ import annotations

from dataclasses import replace

from game.classroom.attendance import deal
from game.classroom.event import Arrange, Blank, Expect, Hide, Lock
from game.classroom.refusal import Code, Refusal, refused
from game.classroom.room import Clock, Room
from game.classroom.setting import MOST_SEATS, changed


def expect(room: Room, event: Expect) -> Room | Refusal:
    """Say how many students there are."""
    if not 0 <= event.count <= MOST_SEATS:
        return refused(Code.NOT_A_COUNT)
    return replace(room, expected=event.count)


def arrange(room: Room, event: Arrange) -> Room | Refusal:
    """Set something; what it touches of the phase at hand follows at once."""
    settings = changed(room.settings, event.name, event.value)
    if settings is None:
        return refused(Code.NO_SETTING)
    if settings.seats < len(room.seats):
        return refused(Code.TOO_FEW_SEATS)
    arranged = replace(room, settings=settings)
    if not settings.limits:
        arranged = replace(arranged, clock=Clock(room.clock.began, None, room.clock.stopped))
    return deal(arranged)


def lock(room: Room, event: Lock) -> Room | Refusal:
    """Close or open the door to newcomers."""
    return replace(room, locked=event.on)


def blank(room: Room, event: Blank) -> Room | Refusal:
    """Darken the projector, or light it."""
    return replace(room, dark=event.on)


def hide(room: Room, event: Hide) -> Room | Refusal:
    """Hide a scene, or show it again; also one that is still to come."""
    scene = event.scene
    if scene not in room.lesson.plan.scenes:
        return refused(Code.NO_SCENE)
    hidden = room.hidden | {scene} if event.on else room.hidden - {scene}
    noted = replace(room, hidden=hidden)
    return noted.noted("hidden" if event.on else "shown", scene)
