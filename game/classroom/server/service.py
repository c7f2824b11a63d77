"""This is the server: a thread of its own, so that nothing at the lectern ever stalls a vote."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import Awaitable
from threading import Thread
from typing import Final

from aiohttp import web

from game.classroom.server.address import HERE, listen
from game.classroom.server.connection import MOST, Door, response
from game.classroom.server.gate import Visit
from game.classroom.server.hall import Hall
from game.classroom.server.poster import USUAL, poster
from game.classroom.server.wire import LARGEST, Answer, TurnedAway

PATIENCE: Final = 5.0
"""Seconds that a request may take, its body included."""
IDLE: Final = 10.0
"""Seconds after which a connection that asks for nothing, or only begins to, is closed."""
_LINGER: Final = 2.0
_EVERY: Final = 1.0
_FILES: Final = 4096
_LONGEST_LINE: Final = 4096
_SEEN: Final = 64

_quiet: Final = logging.getLogger("otherside.class")
"""Nothing is logged: a line of it would hold an address."""
_quiet.addHandler(logging.NullHandler())
_quiet.propagate = False


class Service:
    """A hall, open at an address."""

    def __init__(self, hall: Hall, *, most: int = MOST) -> None:
        """Make ready; nothing is open before ``open``."""
        self._hall = hall
        self._most = most
        self._loop = asyncio.new_event_loop()
        self._door: Door | None = None
        self._listening: list[asyncio.Server] = []
        self._thread = Thread(target=self._run, name="class", daemon=True)
        self.host = ""
        self.port = 0

    def open(self, host: str, port: int) -> None:
        """Open at an address; from then on also after it was open at another.

        Raises ``NoPort``.
        """
        found, sockets = listen(host, port)
        if not self._thread.is_alive():
            _allow_files()
            self._thread.start()
        self.host, self.port = host, found
        self._hall.hosts = _names(host, found)
        self._hall.poster = poster(host, found, self._hall.code)
        self._wait_for(self._move(sockets))

    def close(self) -> None:
        """Close the door. What was asked for and not answered is lost."""
        if self._thread.is_alive():
            self._wait_for(self._end())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def _wait_for(self, done: Awaitable[None]) -> None:
        async def waited() -> None:
            await done

        asyncio.run_coroutine_threadsafe(waited(), self._loop).result()

    async def _move(self, sockets: tuple[socket.socket, ...]) -> None:
        if self._door is None:
            self._door = _door(self._hall, self._most)
            self._pulse = asyncio.create_task(_beat(self._hall, self._door))
        before = self._listening
        self._listening = [
            await self._loop.create_server(self._door, sock=each, backlog=512) for each in sockets
        ]
        for each in before:
            each.close()

    async def _end(self) -> None:
        for each in self._listening:
            each.close()
        if self._door is None:
            return
        self._pulse.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._pulse
        self._door.pre_shutdown()
        await self._door.shutdown(_EVERY)


def _door(hall: Hall, most: int) -> Door:
    door: Door

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        door.asked(request.protocol)
        return response(await _answered(hall, request))

    door = Door(
        handle,
        most=most,
        keepalive_timeout=IDLE,
        lingering_time=_LINGER,
        auto_decompress=False,
        max_line_size=_LONGEST_LINE,
        max_field_size=_LONGEST_LINE,
        max_headers=64,
        read_bufsize=LARGEST,
        logger=_quiet,
        access_log=None,
    )
    return door


async def _answered(hall: Hall, request: web.BaseRequest) -> Answer:
    if not request.can_read_body:
        return hall.answer(_visit(request, b""))
    try:
        async with asyncio.timeout(PATIENCE):
            body = await _body(request)
    except TurnedAway as away:
        return away.answer
    except TimeoutError:
        return TurnedAway(408, "slow", "That took too long.", closes=True).answer
    except (ValueError, web.PayloadAccessError, web.RequestPayloadError):
        return TurnedAway(400, "unreadable", "That could not be read.", closes=True).answer
    return hall.answer(_visit(request, body))


async def _body(request: web.BaseRequest) -> bytes:
    """Read a body up to its bound. Raises ``TurnedAway`` as soon as it is sure to be over it."""
    if (request.content_length or 0) > LARGEST:
        raise _too_large()
    body = bytearray()
    async for piece in request.content.iter_any():
        body += piece
        if len(body) > LARGEST:
            raise _too_large()
    return bytes(body)


def _too_large() -> TurnedAway:
    return TurnedAway(413, "too-large", "That is too much at once.", closes=True)


def _visit(request: web.BaseRequest, body: bytes) -> Visit:
    said = request.headers.get
    return Visit(
        method=request.method,
        path=request.rel_url.path,
        address=request.remote or "",
        host=said("Host", ""),
        token=said("X-Seat", ""),
        seen=request.rel_url.query.get("seen", "")[:_SEEN],
        origin=said("Origin", ""),
        site=said("Sec-Fetch-Site", ""),
        mode=said("Sec-Fetch-Mode", ""),
        kind=said("Content-Type", ""),
        coding=said("Content-Encoding", ""),
        body=body,
    )


async def _beat(hall: Hall, door: Door) -> None:
    """Let time go by in the room, sweep the door, and hand the votes to the disk."""
    while True:
        await asyncio.sleep(_EVERY)
        hall.tick()
        door.sweep()
        await asyncio.to_thread(hall.sitting.flush)


def _names(host: str, port: int) -> frozenset[str]:
    """Give what the lesson is called in a request; the usual port is left out there."""
    bare = {host, HERE, "localhost"}
    full = {f"{each}:{port}" for each in bare}
    return frozenset(full | bare if port == USUAL else full)


def _allow_files() -> None:
    """Let this process have a connection for each phone, where the system gives fewer at first."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
