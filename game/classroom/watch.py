"""This is keeping an eye on a lesson while nobody types: what has come about, a line each, once."""

from __future__ import annotations

from collections.abc import Iterator

from game.classroom.phase import Phase
from game.classroom.projector import attendance
from game.classroom.room import Room
from game.classroom.server.address import HERE, addresses
from game.classroom.sitting import Sitting
from game.reporting.phrase import number

_LOST = 3
"""So many phones at once are worth a word."""
_LOOKS = 5
"""Addresses are looked at every so many times."""


class Watch:
    """What was already said of a lesson."""

    def __init__(self, sitting: Sitting) -> None:
        """Watch a lesson."""
        self._sitting = sitting
        self._stamp = sitting.room.stamp
        self._joined = len(sitting.room.seats)
        self._steady = self._joined
        self._told: set[str] = set()
        self._looked = 0

    def news(self, host: str) -> Iterator[str]:
        """Yield what has come about since the last time; nothing in it says who."""
        room = self._sitting.room
        if room.stamp != self._stamp:
            if room.settings.pace.value == "clock":
                yield f"Now: {room.phase.value}. Type 'phase' to see it."
            self._stamp, self._told = room.stamp, set()
        yield from self._arrivals(room)
        for name, line in (*self._of_room(room), *self._of_address(host)):
            if name not in self._told:
                self._told.add(name)
                yield line

    def _arrivals(self, room: Room) -> Iterator[str]:
        """Say how many came, once nobody has come for a moment."""
        count = len(room.seats)
        if count != self._joined and count == self._steady:
            self._joined = count
            expected = f" of {room.expected}" if room.expected else ""
            yield f"{number(count, 'seat')}{expected} taken."
        self._steady = count

    def _of_room(self, room: Room) -> Iterator[tuple[str, str]]:
        here = attendance(room)
        if room.ballot is not None and here.joined and not here.waiting:
            yield "voted", "Everybody has voted. 'next' goes on."
        if room.clock.left(self._sitting.now()) == 0 and room.phase is not Phase.LOBBY:
            yield "time", "Time is up. 'next' goes on, 'more 1' gives a minute."
        if here.lost >= _LOST:
            yield "lost", f"{here.lost} phones are not heard of. Seats and votes are kept."
        if room.round is not None and room.round.waiting:
            yield "reasons", "Reasons wait for you: 'reasons'."
        if self._sitting.trouble:
            yield "trouble", self._sitting.trouble

    def _of_address(self, host: str) -> Iterator[tuple[str, str]]:
        self._looked = (self._looked + 1) % _LOOKS
        if self._looked or host == HERE or host in (there := addresses()):
            return
        now = f"It has {', '.join(there)} now" if there else "It has none now"
        yield (
            f"gone {host}",
            (
                f"This machine no longer has the address {host}. {now}. Type 'address' for a new "
                "QR code, or count hands: 'hand A 5 B 3'. Seats and votes are kept."
            ),
        )
