"""This is the teacher's lectern in plain lines: it opens the door, leads the lesson, and ends it.

A screen would stand in its place: it needs a ``Sitting``, a ``Hall`` and a ``Service`` as made
here, ``console(room, now)`` to show and ``sitting.act`` to do.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from threading import Event as Flag
from threading import Thread

from game.classroom import sitting as sittings
from game.classroom.console import console
from game.classroom.desk import Word, queue, said, seats, understood
from game.classroom.event import Event
from game.classroom.export import write
from game.classroom.idiom import HELP, short
from game.classroom.journal import NothingToResume
from game.classroom.order import Order
from game.classroom.phase import Phase
from game.classroom.refusal import Refusal
from game.classroom.report import report
from game.classroom.room import Room
from game.classroom.server.address import HERE, addresses, chosen
from game.classroom.server.hall import Hall
from game.classroom.server.poster import blocks, poster
from game.classroom.server.service import Service
from game.classroom.sitting import Sitting
from game.classroom.watch import Watch
from game.model.story import Story
from game.problem import GameError
from game.reporting.phrase import wrapped

PROMPT = "> "
_EVERY = 1.0
_SWITCH = 0.001
"""Seconds between the threads: what is typed waits for votes, and votes for what is typed."""

NO_NETWORK = (
    "Only this machine can reach the lesson: no network was found.",
    (
        "Three ways on: switch a phone's hotspot on and join it with this machine, then type "
        "'address'; use a cable or another network; or count hands: 'hand A 12 B 9' works without "
        "any phone, and so do paper ballots."
    ),
)


def teach(story: Story, wish: Order) -> int:
    """Hold a lesson and give the exit code.

    Raises ``NoLesson``, ``NothingToResume``, ``OtherWords``, ``JournalFault``, ``NotAnAddress`` and
    ``NoPort``.
    """
    host = chosen(wish.host) if wish.host else _asked(wish)
    held = _held(story, wish)
    lectern = Lectern(held, wish)
    gc.freeze()  # the story stays: looking through it for what is left over would hold up votes
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    try:
        lectern.open(host, wish.port)
        lectern.lead()
    finally:
        lectern.close()
        gc.unfreeze()
        sys.setswitchinterval(usual)
    return 0


class Lectern:
    """A lesson being led."""

    def __init__(self, held: Sitting, wish: Order) -> None:
        """Lead this lesson."""
        self._sitting = held
        self._wish = wish
        self._hall = Hall(held)
        self._service = Service(self._hall)
        self._left = False
        self._stop = Flag()
        self._watch = Watch(held)
        self._watcher = Thread(target=self._keep_watch, name="watch", daemon=True)

    def open(self, host: str, port: int) -> None:
        """Open the door and say how one comes in."""
        self._service.open(host, port)
        found = self._service.port
        if port and found != port:
            self._say((f"Port {port} is taken, so it is open at port {found}.",))
        if host == HERE and not addresses():
            self._say(NO_NETWORK)
        elif host == HERE:
            self._say(
                ("Only this machine can reach the lesson. Type 'address' to open it to the room.",)
            )
        self._way_in()
        self._page()
        self._watcher.start()

    def close(self) -> None:
        """Close the door; the lesson can be resumed unless it was wiped."""
        self._stop.set()
        if self._watcher.is_alive():
            self._watcher.join()
        self._service.close()
        self._sitting.close()

    def lead(self) -> None:
        """Do what is typed, until the teacher leaves or wipes."""
        while not self._left and self._sitting.room.phase is not Phase.WIPED:
            self.obey(self._wish.hear(PROMPT))

    def obey(self, line: str | None) -> None:
        """Do what a typed line says; the end of the lines is leaving."""
        if line is None:
            self._left = True
            return
        first, _, rest = " ".join(line.split()).partition(" ")
        match first:
            case "qr":
                self._way_in()
            case "code":
                self._new_code()
            case "reasons":
                self._reasons()
            case "address":
                self._address(rest)
            case "report":
                self._report(rest)
            case _:
                self._obey(short(line))

    def _obey(self, typed: str) -> None:
        sitting = self._sitting
        wanted = understood(typed, sitting.room, sitting.now())
        match wanted:
            case Word.QUIT:
                self._left = True
                self._say(("Left. 'otherside class --resume' goes on with it.",))
            case Word.HELP:
                self._say(HELP)
            case Word.SEATS:
                self._say(seats(console(sitting.room, sitting.now())))
            case Word.PAGE:
                self._page()
            case Word.UNKNOWN:
                self._say(("That means nothing here. ? says what does.",))
            case _:
                self._do(wanted)

    def _do(self, event: Event) -> None:
        before = self._sitting.room
        after = self._sitting.act(event)
        if isinstance(after, Refusal):
            self._say((after.sentence,))
        elif after.phase is Phase.WIPED:
            self._say(("Wiped. Nothing about anybody is left here. The phones are told so.",))
            self._stop.wait(self._wish.farewell)
        elif after.stamp != before.stamp:
            self._page()
        else:
            self._say(("Done.", *self._changed(after)))

    def _changed(self, room: Room) -> Iterable[str]:
        view = console(room, self._sitting.now())
        yield f"Time: {view.clock.words}."
        yield from queue(view)

    def _page(self) -> None:
        sitting = self._sitting
        self._say(said(console(sitting.room, sitting.now())))
        if sitting.trouble:
            self._say((sitting.trouble,))
        if sitting.room.phase is Phase.EXPORT:
            self._say(("Type 'report FOLDER' to keep the report, then 'wipe'.",))

    def _reasons(self) -> None:
        sitting = self._sitting
        waiting = tuple(queue(console(sitting.room, sitting.now())))
        self._say(waiting or ("No reasons are there yet.",))

    def _way_in(self) -> None:
        """Show how one joins, and where the projector's page is."""
        service, hall = self._service, self._hall
        hall.poster = poster(service.host, service.port, hall.code)
        if service.host != HERE:
            self._wish.draw(blocks(hall.poster.rows))
        self._say(
            (
                f"Students: http://{hall.poster.address}/  Code: {hall.code}",
                f"Projector, on this machine: http://{HERE}:{service.port}/screen#{hall.key}",
                "Keep the second line to yourself. ? says what can be typed.",
            )
        )

    def _new_code(self) -> None:
        self._hall.new_code()
        self._way_in()

    def _address(self, wanted: str) -> None:
        """Say where it can be open, or open it there: phones scan anew and come back by seat."""
        there = (HERE, *addresses())
        if not wanted:
            self._say(_listed(there, self._service.host))
            return
        host = there[int(wanted) - 1] if _is_place(wanted, there) else wanted
        try:
            self._service.open(chosen(host), self._service.port)
        except GameError as fault:
            self._say((str(fault),))
            return
        self._way_in()
        self._say(("Phones at the old address scan once more, then: seat number and code.",))

    def _report(self, folder: str) -> None:
        today = date.today().isoformat()  # noqa: DTZ011 - the day as it is in the classroom
        made = report(self._sitting.room, date=today)
        try:
            paths = write(made, Path(folder or "lesson-report").expanduser())
        except GameError as fault:
            self._say((str(fault),))
            return
        self._say(f"Written: {path}" for path in paths)

    def _keep_watch(self) -> None:
        while not self._stop.wait(_EVERY):
            for line in self._watch.news(self._service.host):
                self._wish.say(wrapped(f"* {line}"))

    def _say(self, lines: Iterable[str]) -> None:
        self._wish.say("\n".join(("", *(wrapped(line) for line in lines))))


def _held(story: Story, wish: Order) -> Sitting:
    if wish.resume:
        if wish.folder is None:
            raise NothingToResume
        return sittings.resume(story, wish.folder)
    return sittings.begin(story, sittings.Wish(wish.lesson, wish.seats, wish.expected), wish.folder)


def _asked(wish: Order) -> str:
    """Ask where to open; this machine alone unless another address is picked."""
    there = addresses()
    if not there or not wish.asks:
        return HERE
    places = (HERE, *there)
    for line in ("Where shall the lesson be open?", *_listed(places, "")):
        wish.say(line)
    typed = (wish.hear("Number, or Enter for 1: ") or "").strip()
    return places[int(typed) - 1] if _is_place(typed, places) else HERE


def _listed(places: tuple[str, ...], current: str) -> Iterable[str]:
    for number, place in enumerate(places, 1):
        what = "only this machine" if place == HERE else "whoever is on this network"
        yield f"{number}. {place}, {what}{' (open now)' if place == current else ''}"


def _is_place(typed: str, places: tuple[str, ...]) -> bool:
    return typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(places)
