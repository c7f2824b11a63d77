"""This is the door of the server: how many connections there may be, and how long each may wait.

A class sits behind one address, so an address has no cap of its own: only connections that never
asked for anything are counted by it, since nobody needs sixty of those.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web
from aiohttp.web_protocol import RequestHandler
from multidict import CIMultiDict

from game.classroom.server.wire import HEADERS, Answer, TurnedAway

MOST: Final = 3000
"""Connections in all, whoever has them; each of a thousand phones needs two or three."""
MOST_SILENT: Final = 60
"""Connections of one address that have not asked for anything in their first two seconds."""
EARLY: Final = 2.0
STUCK: Final = 10.0
"""Seconds after which a client that takes nothing of its answer is let go."""

_ALWAYS: Final = CIMultiDict(HEADERS)


@dataclass(slots=True)
class Line:
    """One connection."""

    transport: asyncio.Transport
    address: str
    since: float
    silent: bool = True
    """It has not asked for anything yet."""
    full: float | None = None
    """Since when an answer waits to be taken."""


class Clerk(RequestHandler):
    """Serves one connection, and says of what goes wrong no more than that it did."""

    __slots__ = ()

    def handle_error(
        self,
        request: web.BaseRequest,  # noqa: ARG002 - aiohttp's own form
        status: int = 500,
        exc: BaseException | None = None,  # noqa: ARG002 - the same
        message: str | None = None,  # noqa: ARG002 - the same
    ) -> web.StreamResponse:
        """Answer in our own words; what was sent is not given back."""
        answer = TurnedAway(status, "unreadable", "That could not be read.", closes=True).answer
        return response(answer)


class Door(web.Server):
    """Counts connections, and lets go of those that only wait."""

    def __init__(self, *given: Any, most: int = MOST, **named: Any) -> None:  # noqa: ANN401 - aiohttp's
        """Open the door to so many connections at once."""
        super().__init__(*given, **named)
        self._most = most
        self._lines: dict[RequestHandler, Line] = {}
        self._clock = asyncio.get_running_loop().time

    def __call__(self) -> RequestHandler:
        """Take on somebody for a new connection."""
        return Clerk(self, loop=self._loop, **self._kwargs)

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        """Take a connection in; where the house is full, a silent one goes, or else this one."""
        super().connection_made(handler, transport)
        peer = transport.get_extra_info("peername") or ("",)
        self._lines[handler] = Line(transport, str(peer[0]), self._clock())
        if len(self._lines) > self._most:
            self._crowded(handler)

    def connection_lost(self, handler: RequestHandler, exc: BaseException | None = None) -> None:
        """Forget a connection."""
        self._lines.pop(handler, None)
        super().connection_lost(handler, exc)

    def asked(self, handler: RequestHandler) -> None:
        """Note that a connection is used for something."""
        line = self._lines.get(handler)
        if line is not None:
            line.silent = False

    def sweep(self) -> None:
        """Let go of who waits too long or too much; to be called every second."""
        now = self._clock()
        for line in tuple(self._lines.values()):
            waits = line.transport.get_write_buffer_size() > 0
            line.full = (now if line.full is None else line.full) if waits else None
            if line.full is not None and now - line.full > STUCK:
                line.transport.abort()
        held = [line for line in self._lines.values() if line.silent and now - line.since > EARLY]
        for address, count in _by_address(held).items():
            if count > MOST_SILENT:
                theirs = [line for line in held if line.address == address]
                for line in theirs[: count - MOST_SILENT]:
                    line.transport.abort()

    def _crowded(self, newest: RequestHandler) -> None:
        """Let go of the longest silent connection of the address that has most of them."""
        silent = [
            line
            for handler, line in self._lines.items()
            if line.silent and handler is not newest and not line.transport.is_closing()
        ]
        most = _by_address(silent).most_common(1)
        if not most:
            self._lines[newest].transport.abort()
            return
        next(line for line in silent if line.address == most[0][0]).transport.abort()


def response(answer: Answer) -> web.Response:
    """Give an answer as aiohttp sends it, with the headers that everything carries."""
    headers = _ALWAYS.copy()
    headers["Content-Type"] = answer.kind
    if answer.retry:
        headers["Retry-After"] = str(answer.retry)
    made = web.Response(body=answer.body, status=answer.status, headers=headers)
    if answer.closes:
        made.force_close()
    return made


def _by_address(lines: Iterable[Line]) -> Counter[str]:
    return Counter(line.address for line in lines)
