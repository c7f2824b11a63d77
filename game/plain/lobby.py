"""This is what stands before a play in lines: the opening, and what can be begun or opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from game.plain import outlook, phrasing, record
from game.plain.reading import Speaker, Streams
from game.plain.settling import listed, settle
from game.playing.house import House
from game.playing.opening import Slip
from game.playing.session import Session
from game.playing.wayin import WayIn
from game.problem import GameError
from game.settings.likings import Likings

Opened: TypeAlias = "tuple[Session, tuple[str, ...]]"

PROMPT = "Number, or ? for help: "
BACK = "Number, or Enter to go back: "
PART = "Number of the part, or Enter to go back: "
HELP = (
    "Type the number of what you want. Besides that you may type:",
    "settings  all that can be settled; settings marks clean settles one thing",
    "endings  those met in any play, and how many there are",
    "x  the opening and this list again",
    "q  quit",
)
_SETTINGS = re.compile(r"settings?\b\s*(.*)\Z", re.IGNORECASE | re.DOTALL)


class Lobby:
    """Offers what a title offers, until a play is opened or the reader leaves."""

    def __init__(self, house: House, likings: Likings, streams: Streams) -> None:
        """Stand at the door of a house."""
        self._house = house
        self._likings = likings
        self._speaker = Speaker(streams)
        self._opened: Opened | None = None
        self._over = False

    def greet(self) -> None:
        """Say who he was, what is reported, and what is to be said of the settings."""
        self._speaker.say(phrasing.front(self._house.front), first=True)
        self._speaker.say(self._likings.told)

    def enter(self) -> Opened | None:
        """Ask until a play is opened; ``None`` where the reader leaves instead."""
        self._opened, self._over = None, False
        while not self._over:
            doings = self._doings()
            self._speaker.say(_numbered([said for said, _ in doings]), hang=3)
            line = self._speaker.hear(PROMPT)
            if line is None:
                return None
            try:
                self._act(line, doings)
            except GameError as fault:
                self._speaker.say([str(fault)])
        return self._opened

    def _enter(self, opened: Opened) -> None:
        self._opened, self._over = opened, True

    def _act(self, line: str, doings: list[tuple[str, Callable[[], None]]]) -> None:
        word = line.casefold()
        settling = _SETTINGS.match(line)
        number = _number(line, len(doings))
        if word in {"q", "quit"}:
            self._over = True
        elif word in {"x", "again"}:
            self._speaker.say(phrasing.front(self._house.front))
        elif word in {"?", "h", "help"}:
            self._speaker.say(HELP, hang=3)
        elif word == "endings":
            self._endings()
        elif settling:
            self._settle(settling[1])
        elif number:
            doings[number - 1][1]()
        else:
            self._speaker.say([f"Type 1 to {len(doings)}, or ? for help."])

    def _doings(self) -> list[tuple[str, Callable[[], None]]]:
        slips = self._house.shelf()
        newest = next((slip for slip in slips if slip.opens), None)
        found: list[tuple[str, Callable[[], None]]] = []
        if newest is not None:
            found.append((f"Continue: {_slip(newest)}", lambda: self._resume(newest)))
        found.append(("Begin.", self._begin))
        if self._house.story.lines:
            found.append(("Begin at a part.", self._begin_at))
        if slips:
            found.append(("Open a save.", lambda: self._open(slips)))
        endings = self._house.endings(slips)
        if endings.met:
            said = f"Endings met: {endings.tally}."
            found.append((said, self._endings))
        found += [
            ("What is invented.", self._accuracy),
            ("Settings.", lambda: self._settle("")),
            ("Quit.", self._quit),
        ]
        return found

    def _begin(self) -> None:
        self._enter(self._house.begin())

    def _resume(self, slip: Slip) -> None:
        self._enter(self._house.resume(slip.slot))

    def _quit(self) -> None:
        self._over = True

    def _begin_at(self) -> None:
        """Ask for a part, then for a line that leads there."""
        ways = {way.number: way for way in self._house.ways_in()}
        self._speaker.say((_way(way) for way in ways.values()), hang=4)
        line = self._speaker.hear(PART)
        way = ways.get(int(line)) if line and line.isascii() and line.isdigit() else None
        if way is None:
            self._speaker.say(["No part was chosen."])
        elif not way.guides:
            self._begin()
        else:
            self._led_to(way)

    def _led_to(self, way: WayIn) -> None:
        said = [f"{guide.teller}." for guide in way.guides]
        self._speaker.say(
            [f"Whose way leads you to {way.number} {way.title}?", *_numbered(said)], hang=3
        )
        picked = _number(self._speaker.hear(BACK) or "", len(said))
        if picked:
            self._enter(self._house.begin_at(way.part, way.guides[picked - 1].line))
        else:
            self._speaker.say(["No way was chosen."])

    def _open(self, slips: tuple[Slip, ...]) -> None:
        self._speaker.say(_numbered([f"{slip.slot}: {_slip(slip)}" for slip in slips]), hang=3)
        picked = _number(self._speaker.hear(BACK) or "", len(slips))
        if picked:
            self._resume(slips[picked - 1])
        else:
            self._speaker.say(["No save was chosen."])

    def _accuracy(self) -> None:
        self._speaker.say(record.departures(self._house.reference().departures()), hang=2)

    def _endings(self) -> None:
        self._speaker.say(outlook.endings(self._house.endings(self._house.shelf())))

    def _settle(self, about: str) -> None:
        if about:
            self._speaker.say([settle(self._likings, about, self._house.tags)])
        else:
            self._speaker.say(listed(self._likings.settings, self._house.tags), hang=3)


def _way(way: WayIn) -> str:
    when = way.when or ("" if way.guides else "Where every play begins")
    return f"{way.number}. {way.title}.{f' {when}.' if when else ''}"


def _slip(slip: Slip) -> str:
    """Say where a kept play stands, or what is the matter with it."""
    turn = f"choice {slip.turn}" if slip.turn else "at the beginning"
    off = "off the record" if slip.off_record else ""
    said = [each for each in (slip.part, slip.scene, turn, off, slip.when) if each]
    where = f"{'. '.join(said)}." if slip.opens else ""
    return " ".join(each for each in (where, slip.trouble) if each)


def _numbered(lines: list[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, start=1)]


def _number(line: str, last: int) -> int:
    """Read the number of an entry; nought where it is none."""
    if not (line.isascii() and line.isdigit() and len(line) < len("1000")):
        return 0
    return int(line) if int(line) <= last else 0
