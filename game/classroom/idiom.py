"""This is how a teacher says it: whole words for what the desk knows by a letter."""

from __future__ import annotations

import re
from typing import Final

HELP: Final = (
    "next, or Enter   go on to the next step",
    "phase            say once more where the lesson stands",
    "pause · go       stop the clock · let it go on",
    "more 2           two minutes more; more 30s: thirty seconds",
    "close            close the vote now",
    "reopen           open the closed vote again",
    "talk             let them talk and vote once more, after a tie",
    "override B because …   decide against the vote; the reason goes into the log",
    "decide B         choose where the vote gives no winner",
    "skip             leave this decision to the line",
    "approve 3 · reject 3 · mute 3   a reason: on the screen · off it · no more from that seat",
    "reasons          the queue of reasons",
    "hide SCENE       pass over a scene, or show it again",
    "blank            darken the projector, or light it",
    "seats            who is here, by generated names",
    "rename 3 · remove 3 · block 3   a seat's name · the seat · the seat and its phone",
    "hand A 5 B 3     hands counted in the room, beside the phones",
    "expect 24        how many students there are",
    "lock             close the door to newcomers, or open it",
    "qr · code        the way in once more · another code, where the old one has got about",
    "address          where it is open; address 2: open it at another of this machine's addresses",
    "set NAME VALUE   roles, decision_roles, reasons, again, limits, large, easy: on or off;",
    "                 seats: a number; pace: hand or clock",
    "debrief          go to the debrief now",
    "report DIR       write the report so far: HTML, Markdown, CSV, JSON Lines",
    "wipe             forget everybody and everything, and end",
    "quit             leave; the lesson can be resumed",
)

_SINGLE: Final = {
    "next": "",
    "phase": "page",
    "pause": "p",
    "go": "p",
    "close": "c",
    "reopen": "o",
    "talk": "t",
    "skip": "s",
    "blank": "b",
    "debrief": "f",
    "quit": "q",
    "help": "?",
    "more": "+",
}
_FIRST: Final = {
    "override": "d",
    "decide": "d",
    "approve": "y",
    "reject": "n",
    "mute": "m",
    "hide": "h",
    "show": "h",
}
_MORE = re.compile(r"more ([0-9]{1,3}) ?(s|seconds?|m|min|minutes?)?\Z", re.ASCII)
_MINUTE = 60


def short(line: str) -> str:
    """Give a typed line as the desk knows it; what is no word of ours is left as it is."""
    typed = " ".join(line.split())
    if typed in _SINGLE:
        return _SINGLE[typed]
    more = _MORE.match(typed)
    if more is not None:
        seconds = (more[2] or "m").startswith("s")
        return f"+ {int(more[1]) * (1 if seconds else _MINUTE)}"
    first, blank, rest = typed.partition(" ")
    return f"{_FIRST[first]}{blank}{rest}" if first in _FIRST and rest else typed
