"""A lesson that is open at a port of this machine, and phones that come to it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from game.classroom.event import Advance
from game.classroom.room import Room
from game.classroom.server.address import HERE
from game.classroom.server.connection import MOST
from game.classroom.server.hall import Hall
from game.classroom.server.service import Service
from game.classroom.sitting import Sitting
from tests.classroom import sample

Found = dict[str, Any]


@dataclass
class House:
    """A lesson, open."""

    sitting: Sitting
    hall: Hall
    service: Service

    @property
    def url(self) -> str:
        return f"http://{HERE}:{self.service.port}"

    @property
    def room(self) -> Room:
        return self.sitting.room

    def advance(self) -> None:
        after = self.sitting.act(Advance(self.sitting.now()))
        assert isinstance(after, Room), after


@contextmanager
def opened(sitting: Sitting | None = None, *, most: int = MOST) -> Iterator[House]:
    """A lesson that is open while this lasts."""
    held = sitting or Sitting(sample.room())
    hall = Hall(held)
    service = Service(hall, most=most)
    service.open(HERE, 0)
    try:
        yield House(held, hall, service)
    finally:
        service.close()
        held.close()


@dataclass
class Phone:
    """One student's page, as it asks."""

    session: aiohttp.ClientSession
    url: str
    code: str
    token: str = ""
    mark: str = ""
    common: Found = field(default_factory=dict)
    own: Found = field(default_factory=dict)
    bytes: bytes = b""
    """All that ever came."""

    async def ask(self, method: str, path: str, body: object = None) -> tuple[int, Found]:
        headers = {"X-Seat": self.token} if self.token else {}
        async with self.session.request(method, self.url + path, json=body, headers=headers) as got:
            data = await got.read()
            self.bytes += data
            found = await got.json()
            return got.status, found

    async def join(self, number: int = 1) -> int:
        status, found = await self.ask(
            "POST", "/api/join", {"code": self.code, "once": f"{number:032}"}
        )
        self.token = found.get("token", "")
        return status

    async def poll(self) -> int:
        status, found = await self.ask("GET", f"/api/state?seen={self.mark}")
        self.take(found)
        return status

    async def vote(self, place: int = 0, known: str = "") -> int:
        asked = self.common["asked"]
        status, found = await self.ask(
            "POST",
            f"/api/vote?seen={self.mark}",
            {
                "ballot": asked["ballot"],
                "option": asked["options"][place]["choice"],
                "known": known,
            },
        )
        self.take(found)
        return status

    def take(self, found: Found) -> None:
        self.mark = found.get("mark", self.mark)
        self.common = found.get("common", self.common)
        self.own = found.get("own", self.own)

    @property
    def phase(self) -> str:
        return str(self.common["head"]["phase"])


@asynccontextmanager
async def phones(house: House, count: int) -> AsyncIterator[tuple[Phone, ...]]:
    """So many phones that have not joined yet, each with its own connection."""
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        yield tuple(Phone(session, house.url, house.hall.code) for _ in range(count))


async def raw(house: House, sent: bytes, *, seconds: float = 20) -> tuple[bytes, float]:
    """Send bytes, and give all that comes until the other side closes, with how long it took."""
    reader, writer = await asyncio.open_connection(HERE, house.service.port)
    began = asyncio.get_running_loop().time()
    writer.write(sent)
    await writer.drain()
    try:
        async with asyncio.timeout(seconds):
            data = await reader.read()
    finally:
        writer.close()
    return data, asyncio.get_running_loop().time() - began


def silent(house: House) -> socket.socket:
    """A connection that says nothing."""
    return socket.create_connection((HERE, house.service.port), timeout=5)
