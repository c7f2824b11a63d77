"""This is the gate: what a request must be before anybody looks at what it wants.

A page of another site in the teacher's or a student's browser can send requests here. It cannot set
our header, it says where it comes from, and it names another host: each of these is looked at.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from game.classroom.server.wire import TurnedAway

_OURS: Final = frozenset({"", "same-origin", "none"})


@dataclass(frozen=True, slots=True)
class Visit:
    """One request."""

    method: str
    path: str
    address: str
    """Where it comes from; never written anywhere."""
    host: str
    token: str = ""
    """The phone's token or the projector's key, from its header."""
    seen: str = ""
    """The mark of what was seen last."""
    origin: str = ""
    site: str = ""
    """What the browser says of the page that asks: ``same-origin``, ``cross-site`` ..."""
    mode: str = ""
    """``navigate`` where a page is opened, by a link or by hand."""
    kind: str = ""
    """Of the body."""
    coding: str = ""
    """How the body is packed."""
    body: bytes = b""


def admit(visit: Visit, hosts: Collection[str]) -> None:
    """Let a request through. Raises ``TurnedAway``."""
    if visit.host.lower() not in hosts:
        raise _away("host", "This is not the address of the lesson. Look at the board.")
    if visit.origin and visit.origin.lower() != f"http://{visit.host.lower()}":
        raise _away("origin", "Another page asked for this.")
    opens = visit.method == "GET" and visit.mode == "navigate" and not is_call(visit.path)
    if visit.site not in _OURS and not opens:
        raise _away("origin", "Another page asked for this.")
    if visit.method not in {"GET", "POST"}:
        raise TurnedAway(405, "method", "Only pages and votes are to be had here.", closes=True)
    if visit.method == "POST" and not _is_json(visit):
        raise TurnedAway(415, "kind", "Only JSON is taken here.", closes=True)


def is_call(path: str) -> bool:
    """Tell whether a program asks, and not somebody who opens a page."""
    return path.startswith("/api/")


def _is_json(visit: Visit) -> bool:
    kind = visit.kind.partition(";")[0].strip().lower()
    return kind == "application/json" and visit.coding in {"", "identity"}


def _away(code: str, sentence: str) -> TurnedAway:
    return TurnedAway(403, code, sentence, closes=True)
