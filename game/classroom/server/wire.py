"""This is what goes over the wire: JSON in, held to its bounds; answers out, with their headers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NoReturn, TypeVar

from game.classroom.form import Json, Misshapen, value
from game.classroom.refusal import Code, Refusal
from game.problem import GameError

T = TypeVar("T")

LARGEST: Final = 16_384
"""Bytes of a body."""
DEEPEST: Final = 4
"""Brackets within brackets; nothing that is asked for here needs more than two."""
JSON: Final = "application/json; charset=utf-8"
HEADERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cache-Control": "no-store",
        "Server": "otherside",
    }
)
"""What every answer carries."""

_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_BY_CODE: Final[Mapping[Code, int]] = {
    Code.NO_SEAT: 401,
    Code.WRONG_CODE: 403,
    Code.LOCKED: 403,
    Code.BLOCKED: 403,
    Code.MUTED: 403,
    Code.NO_OPTION: 422,
    Code.NO_ANSWER: 422,
    Code.NO_ACCOUNT: 422,
    Code.NO_SETTING: 422,
    Code.EMPTY: 422,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered to one request."""

    body: bytes
    kind: str = JSON
    status: int = 200
    retry: int = 0
    """Seconds after which it may be tried again; 0 where nothing has to be waited for."""
    closes: bool = False
    """The connection ends with it."""


class TurnedAway(GameError):
    """A request that is not answered as it wishes."""

    def __init__(
        self, status: int, code: str, sentence: str, *, retry: int = 0, closes: bool = False
    ) -> None:
        """Say with which status, and why, for a program and for people."""
        super().__init__(sentence)
        self.answer = Answer(
            packed({"code": code, "sentence": sentence}),
            status=status,
            retry=retry,
            closes=closes,
        )


def turned_away(refusal: Refusal) -> TurnedAway:
    """Give what answers to a refusal of the room."""
    return TurnedAway(_BY_CODE.get(refusal.code, 409), refusal.code.value, refusal.sentence)


def packed(found: Json) -> bytes:
    """Write a value as JSON."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def read(kind: type[T], body: bytes) -> T:
    """Read what a phone sent as a value of a kind. Raises ``TurnedAway``."""
    if len(body) > LARGEST:
        raise TurnedAway(413, "too-large", "That is too much at once.", closes=True)
    try:
        text = body.decode()
        if _depth(text) > DEEPEST:
            raise _unread()
        found = json.loads(text, parse_constant=_no_number, object_pairs_hook=_once_each)
        for word in _words(found):
            word.encode()
        return value(kind, found)
    except (ValueError, Misshapen) as fault:
        raise _unread() from fault


def _unread() -> TurnedAway:
    return TurnedAway(400, "unreadable", "That could not be read. Load the page anew.")


def _depth(text: str) -> int:
    """Count brackets within brackets, before anything reads them."""
    deepest = depth = 0
    for sign in _QUOTED.sub("", text):
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth = max(0, depth - 1)
    return deepest


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _once_each(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _words(found: Json) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, list):
        for each in found:
            yield from _words(each)
    elif isinstance(found, dict):
        for key, each in found.items():
            yield key
            yield from _words(each)
