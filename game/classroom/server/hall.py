"""This is the hall: it takes each request to the room and gives back what may be seen.

It knows no sockets and is asked from one thread. No command of the teacher's comes in here: they
are typed at the lectern and do not travel over the network.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Final

from game.classroom.event import Back, Event, Join, Lost, Return, Tick
from game.classroom.form import Json, plain
from game.classroom.phase import Phase
from game.classroom.projector import projector
from game.classroom.refusal import Code, Refusal
from game.classroom.room import Room
from game.classroom.seat import Seat
from game.classroom.server.gate import Visit, admit
from game.classroom.server.poster import Poster
from game.classroom.server.request import Again, Entry, act, is_act
from game.classroom.server.secret import (
    LONGEST,
    SHORTEST,
    Mint,
    hashed,
    is_code,
    is_key,
    join_code,
    new_key,
)
from game.classroom.server.throttle import Throttle
from game.classroom.server.wire import Answer, TurnedAway, packed, read, turned_away
from game.classroom.showing import clock, common
from game.classroom.sitting import Sitting
from game.classroom.student import mark, own
from game.classroom.wording import DOING

SILENT: Final = 12.0
"""Seconds after which a phone counts as not heard of."""
WRONG: Final = (20, 60.0)
"""Wrong codes from one address; a whole class may sit behind it."""
WRONG_SEAT: Final = (5, 300.0)
"""Wrong digits for one seat: in a lesson one guesser in twenty would find them."""
ASKS: Final = (40, 20.0)
"""Requests of one phone; it polls fourteen times in that while."""

_TEXTS: Final[Mapping[str, str]] = {
    "class.css": "text/css; charset=utf-8",
    "class.js": "text/javascript; charset=utf-8",
    "page.html": "text/html; charset=utf-8",
    "screen.html": "text/html; charset=utf-8",
}
_WITH_CODE: Final = re.compile(r"/[A-Za-z0-9]{1,12}\Z", re.ASCII)


class Hall:
    """A lesson, as it is asked for."""

    def __init__(self, sitting: Sitting, *, seconds: Callable[[], float] = time.monotonic) -> None:
        """Open the hall of a lesson."""
        self.sitting = sitting
        self.key = new_key()
        """Opens the projector's page; what is shown there is not for who is not in the room."""
        self.hosts: frozenset[str] = frozenset()
        """What the lesson may be called in a request's ``Host``."""
        self.poster = Poster("", "")
        self._seed = sitting.room.seed
        self._codes = 0
        self.code = join_code(self._seed, 0)
        self._run = secrets.token_hex(3)
        self._seconds = seconds
        self._mint = Mint()
        self._texts = _texts()
        self._wrong = Throttle(*WRONG, seconds)
        self._wrong_seat = Throttle(*WRONG_SEAT, seconds)
        self._asks = Throttle(*ASKS, seconds)
        self._heard: dict[int, float] = {}
        self._common: tuple[int, bytes] = (-1, b"")

    def new_code(self) -> str:
        """Take another code for the wall, where the old one has got about."""
        self._codes += 1
        self.code = join_code(self._seed, self._codes)
        return self.code

    def answer(self, visit: Visit) -> Answer:
        """Answer a request."""
        try:
            admit(visit, self.hosts)
            if visit.method == "GET":
                return self._shown(visit)
            return self._done(visit)
        except TurnedAway as away:
            return away.answer

    def tick(self) -> None:
        """Let time go by, and note which phones are not heard of; to be called every second."""
        sitting, now = self.sitting, self._seconds()
        for seat in sitting.room.seats.values():
            heard = self._heard.setdefault(seat.number, now)
            if not seat.lost and now - heard > SILENT:
                sitting.act(Lost(sitting.now(), seat.number))
        sitting.act(Tick(sitting.now()))

    def _shown(self, visit: Visit) -> Answer:
        match visit.path:
            case "/api/state":
                return self._state(visit)
            case "/api/screen":
                return self._screen(visit)
            case "/class.css" | "/class.js":
                return self._texts[visit.path[1:]]
            case "/screen":
                return self._texts["screen.html"]
            case "/favicon.ico":
                return Answer(b"", "text/plain", 204)
            case path if path == "/" or _WITH_CODE.match(path):
                return self._texts["page.html"]
            case _:
                raise TurnedAway(404, "nothing", "There is nothing here.")

    def _done(self, visit: Visit) -> Answer:
        if visit.path == "/api/join":
            return self._join(visit)
        if visit.path == "/api/return":
            return self._come_back(visit)
        if not is_act(visit.path):
            raise TurnedAway(404, "nothing", "There is nothing here.")
        seat = self._seat(visit)
        at = self.sitting.now()
        self._act(act(visit.path, visit.body, at, seat.number))
        return self._seen(visit, self.sitting.room.seats.get(seat.number, seat))

    def _state(self, visit: Visit) -> Answer:
        return self._seen(visit, self._seat(visit))

    def _seen(self, visit: Visit, seat: Seat) -> Answer:
        """Give what a phone shows, without what it has: often no more than its clock is left."""
        room = self.sitting.room
        shared = f"{self._run}.{room.shown}."
        found = f"{self._run}.{mark(room, seat.number)}"
        head = {"mark": found, "clock": plain(clock(room, self.sitting.now(), seat.pace))}
        if visit.seen == found:
            return Answer(packed(head))
        its_own = packed({**head, "own": plain(own(room, seat))})
        if visit.seen.startswith(shared):
            return Answer(its_own)
        return Answer(its_own[:-1] + b',"common":' + self._for_all(room) + b"}")

    def _for_all(self, room: Room) -> bytes:
        """Give what is the same for every phone, written once for all of them."""
        if self._common[0] != room.shown:
            self._common = (room.shown, packed(plain(common(room))))
        return self._common[1]

    def _screen(self, visit: Visit) -> Answer:
        if not is_key(visit.token, self.key):
            raise TurnedAway(
                401, "no-key", "Open the projector's page with the address that the lectern says."
            )
        room = self.sitting.room
        found = f"{self._run}.{room.turn}.{self._codes}.{self.poster.address}"
        head: Json = {"mark": found, "clock": plain(clock(room, self.sitting.now()))}
        if visit.seen != found:
            head["view"] = plain(projector(room, self.sitting.now()))
            head["poster"] = self._poster(room)
        return Answer(packed(head))

    def _poster(self, room: Room) -> Json:
        if room.phase in {Phase.EXPORT, Phase.WIPED}:
            return None
        return {**plain(self.poster), "code": self.code, "rows": self.poster.rows}

    def _join(self, visit: Visit) -> Answer:
        asked = read(Entry, visit.body)
        self._let_in(visit, asked.code)
        token = self._token(asked.once)
        try:
            self._act(Join(self.sitting.now(), hashed(token)))
        except TurnedAway:
            if self.sitting.room.seat_of(hashed(token)) is None:
                raise
        return self._seated(token)

    def _come_back(self, visit: Visit) -> Answer:
        asked = read(Again, visit.body)
        self._let_in(visit, asked.code)
        seat = str(asked.seat)
        if self._wrong_seat.is_spent(seat):
            raise _slow_down(self._wrong_seat.wait(seat))
        token = self._token(asked.once)
        try:
            self._act(Return(self.sitting.now(), asked.seat, asked.digits, hashed(token)))
        except TurnedAway as away:
            if away.answer.status == _WRONG_STATUS:
                self._wrong_seat.spend(seat)
                self._wrong.spend(visit.address)
            if self.sitting.room.seat_of(hashed(token)) != asked.seat:
                raise
        return self._seated(token)

    def _seated(self, token: str) -> Answer:
        number = self.sitting.room.seat_of(hashed(token))
        if number is not None:
            self._hear(self.sitting.room.seats[number])
        return Answer(packed({"token": token, "seat": number}))

    def _let_in(self, visit: Visit, code: str) -> None:
        """Ask for the code on the wall."""
        if self._wrong.is_spent(visit.address):
            raise _slow_down(self._wrong.wait(visit.address))
        if not is_code(code, self.code):
            self._wrong.spend(visit.address)
            raise TurnedAway(
                403, "wrong-code", "That is not the code. Look at the board once more."
            )

    def _token(self, once: str) -> str:
        if not SHORTEST <= len(once) <= LONGEST:
            raise TurnedAway(422, "once", "Load the page anew.")
        return self._mint.token(once)

    def _seat(self, visit: Visit) -> Seat:
        """Find whose phone it is."""
        room = self.sitting.room
        if room.phase is Phase.WIPED:
            raise TurnedAway(410, "over", DOING[Phase.WIPED])
        number = room.seat_of(hashed(visit.token[:LONGEST])) if visit.token else None
        if number is None:
            raise TurnedAway(
                401, Code.NO_SEAT.value, "This phone has no seat. Join, or come back to your seat."
            )
        if not self._asks.spend(str(number)):
            raise _slow_down(self._asks.wait(str(number)))
        seat = room.seats[number]
        self._hear(seat)
        return seat

    def _hear(self, seat: Seat) -> None:
        self._heard[seat.number] = self._seconds()
        if seat.lost:
            self.sitting.act(Back(self.sitting.now(), seat.number))

    def _act(self, event: Event) -> None:
        after = self.sitting.act(event)
        if isinstance(after, Refusal):
            raise turned_away(after)


_WRONG_STATUS: Final = 403


def _slow_down(wait: int) -> TurnedAway:
    return TurnedAway(429, "slow-down", f"That was too often. Wait {wait} seconds.", retry=wait)


def _texts() -> Mapping[str, Answer]:
    folder = files("game.classroom.server") / "static"
    return {name: Answer((folder / name).read_bytes(), kind) for name, kind in _TEXTS.items()}
