"""This is the bench of the class: a thousand phones, and a thousand votes within two seconds.

The server is the real program, led by typed lines; the phones are this process. Beside it the same
phones ask a bare aiohttp server, so that the machine's own share can be seen.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

Found: TypeAlias = dict[str, Any]

OK = 200
STORY = Path(__file__).resolve().parents[1] / "tests" / "stories" / "sample"
EVERY, VOTING, SETTLING = 1.5, 2.0, 6.0
VOTE_REACH, KEY_REACH, CORE_REACH, JOIN_REACH = 50.0, 20.0, 50.0, 30.0
CLASS = 40
STEPS = 4
"""From the lobby on, before anything has to be decided."""
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100

BARE = """
import asyncio
from aiohttp import web

BODY = b'{"mark":"0.0.0","clock":{"left":null,"stopped":false,"words":"no time limit"}}'

async def main():
    async def answer(request):
        return web.Response(body=BODY, content_type="application/json")
    server = await asyncio.get_running_loop().create_server(
        web.Server(answer, access_log=None), "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main())
"""


@dataclass
class Taken:
    """What was measured of one kind of request, in milliseconds, and what went wrong."""

    times: list[float] = field(default_factory=list)
    wrong: int = 0

    def part(self, share: float) -> float:
        """Give the time within which this share came back."""
        ordered = sorted(self.times)
        return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 2)


class Line:
    """One connection, kept as a browser keeps it.

    Written by hand: who measures must cost less than what is measured.
    """

    def __init__(self, url: str) -> None:
        """Ask this server."""
        self._host = url.removeprefix("http://").rstrip("/")
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._free = asyncio.Lock()

    async def ask(
        self, method: str, path: str, token: str, body: object = None
    ) -> tuple[int, Found]:
        """Ask once; again where the connection had been closed meanwhile."""
        data = json.dumps(body).encode() if body is not None else b""
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\nX-Seat: {token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
        )
        async with self._free:
            try:
                return await self._asked(head.encode() + data)
            except (ConnectionError, asyncio.IncompleteReadError):
                self.close()
                return await self._asked(head.encode() + data)

    async def _asked(self, sent: bytes) -> tuple[int, Found]:
        if self._streams is None:
            host, port = self._host.split(":")
            self._streams = await asyncio.open_connection(host, int(port))
        reader, writer = self._streams
        writer.write(sent)
        head = await reader.readuntil(b"\r\n\r\n")
        found = re.search(rb"(?i)content-length: (\d+)", head)
        body = await reader.readexactly(int(found[1]) if found else 0)
        return int(head.split(b" ", 2)[1]), json.loads(body)

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


@dataclass
class Phone:
    """One student's page."""

    url: str
    token: str = ""
    mark: str = ""
    ballot: str = ""
    options: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Keep one connection."""
        self.line = Line(self.url)

    async def join(self, code: str, number: int) -> None:
        """Take a seat."""
        body = {"code": code, "once": f"{number:032}"}
        _, found = await self.line.ask("POST", "/api/join", "", body)
        self.token = str(found["token"])

    async def poll(self, taken: Taken) -> None:
        """Ask once how things stand."""
        await self._timed(taken, "GET", f"/api/state?seen={self.mark}")

    async def vote(self, place: int, taken: Taken) -> None:
        """Vote once."""
        option = self.options[place % len(self.options)]
        body = {"ballot": self.ballot, "option": option, "known": ""}
        await self._timed(taken, "POST", f"/api/vote?seen={self.mark}", body)

    async def _timed(self, taken: Taken, method: str, path: str, body: object = None) -> None:
        began = time.perf_counter()
        try:
            status, found = await self.line.ask(method, path, self.token, body)
        except (OSError, asyncio.IncompleteReadError):
            taken.wrong += 1
            return
        taken.times.append((time.perf_counter() - began) * 1000)
        taken.wrong += status != OK
        self.mark = found.get("mark", self.mark)
        asked = found.get("common", {}).get("asked")
        if asked:
            self.ballot = asked["ballot"]
            self.options = tuple(each["choice"] for each in asked["options"])


@dataclass
class Program:
    """The class, with a teacher's hands on its keyboard."""

    process: asyncio.subprocess.Process
    url: str = ""
    code: str = ""
    key: str = ""

    async def answered(self, line: str, until: bytes) -> float:
        """Type a line, and give the milliseconds until it was answered."""
        began = time.perf_counter()
        self.type(line)
        await self._heard(until)
        return (time.perf_counter() - began) * 1000

    def type(self, line: str) -> None:
        """Type a line."""
        if self.process.stdin is not None:
            self.process.stdin.write(f"{line}\n".encode())

    async def _heard(self, until: bytes) -> bytes:
        if self.process.stdout is None:
            return b""
        async with asyncio.timeout(60):
            return await self.process.stdout.readuntil(until)

    async def opened(self) -> None:
        """Wait until it is open, and read where."""
        said = (await self._heard(b"\n> ")).decode()
        found = re.search(r"Students: (\S+)/\s+Code: (\w+)[\s\S]*?screen#(\S+)", said)
        if found is None:
            raise SystemExit(said)
        self.url, self.code, self.key = found[1], found[2], found[3]

    async def counted(self) -> int:
        """Ask the projector how many have voted."""
        line = Line(self.url)
        _, found = await line.ask("GET", "/api/screen", self.key)
        line.close()
        return int(found["view"]["attendance"]["voted"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a table and the same as JSON."""
    parser = argparse.ArgumentParser(prog="make bench-class", description=__doc__)
    parser.add_argument("--phones", type=int, default=1000)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    asked = parser.parse_args(arguments)
    figures = asyncio.run(_measured(asked.phones))
    print(_table(figures))
    line = json.dumps(figures)
    print(line)
    if asked.json:
        asked.json.write_text(line + "\n", encoding="utf-8")
    return 0


async def _measured(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as saves:
        async with _program(Path(saves), CLASS) as program:
            small = await _class(program)
        async with _program(Path(saves), count) as program:
            large = await _crowd(program, count)
    bare = await _bare(count)
    return {
        **small,
        **large,
        **bare,
        "poll_core_ratio": round(large["poll_core_percent"] / bare["bare_core_percent"], 2),
        "poll_p99_ratio": round(large["poll_p99_ms"] / bare["bare_p99_ms"], 2),
    }


async def _class(program: Program) -> dict[str, float]:
    """Let forty students come in, and see how long each step takes to reach the last of them."""
    phones = [Phone(program.url) for _ in range(CLASS)]
    began = time.perf_counter()
    for number, phone in enumerate(phones):
        await phone.join(program.code, number)
    joined = time.perf_counter() - began
    slowest = 0.0
    for _ in range(STEPS):
        taken = Taken()
        polling = asyncio.gather(*(_until_new(phone, taken) for phone in phones))
        await asyncio.sleep(EVERY)
        began = time.perf_counter()
        program.type("next")
        await polling
        slowest = max(slowest, time.perf_counter() - began)
    return {"class_join_s": round(joined, 3), "class_phase_s": round(slowest, 3)}


async def _until_new(phone: Phone, taken: Taken) -> None:
    await asyncio.sleep(EVERY * Random(id(phone)).random())  # noqa: S311 - spreads the phones
    await phone.poll(taken)
    shown = phone.mark
    while phone.mark == shown:
        await asyncio.sleep(EVERY)
        await phone.poll(taken)


async def _crowd(program: Program, count: int) -> dict[str, float]:
    phones = [Phone(program.url) for _ in range(count)]
    began = time.perf_counter()
    for first in range(0, count, 20):
        crowd = enumerate(phones[first : first + 20], first)
        await asyncio.gather(*(phone.join(program.code, number) for number, phone in crowd))
    joined = time.perf_counter() - began
    while not phones[0].ballot:
        program.type("next")
        await asyncio.sleep(0.5)
        await phones[0].poll(Taken())
    polls, stop = Taken(), asyncio.Event()
    polling = [
        asyncio.create_task(_polls(phone, polls, stop, at)) for at, phone in enumerate(phones)
    ]
    figures = {
        "phones": count,
        "join_s": round(joined, 2),
        **await _quiet(program, polls),
        **await _voting(program, phones),
        **_against(count, await program.counted()),
        "memory_mb": _memory(program),
    }
    stop.set()
    await asyncio.gather(*polling)
    return {**figures, "polls_failed": polls.wrong}


async def _quiet(program: Program, polls: Taken) -> dict[str, float]:
    """Measure while everybody polls and nobody votes."""
    await asyncio.sleep(SETTLING)
    polls.times.clear()
    used, began = _cpu(program), time.perf_counter()
    await asyncio.sleep(SETTLING)
    core = (_cpu(program) - used) / (time.perf_counter() - began)
    return {
        "polls_a_second": round(len(polls.times) / SETTLING),
        "poll_p50_ms": polls.part(0.5),
        "poll_p99_ms": polls.part(0.99),
        "poll_core_percent": round(100 * core, 1),
    }


async def _voting(program: Program, phones: Sequence[Phone]) -> dict[str, float]:
    """Measure while everybody votes, and the teacher types."""
    votes, keys = Taken(), Taken()
    typing = asyncio.create_task(_keys(program, keys))
    used, began = _cpu(program), time.perf_counter()
    count = len(phones)
    await asyncio.gather(*(_votes(phone, votes, at, count) for at, phone in enumerate(phones)))
    core = (_cpu(program) - used) / (time.perf_counter() - began)
    typing.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await typing
    return {
        "vote_p50_ms": votes.part(0.5),
        "vote_p99_ms": votes.part(0.99),
        "vote_max_ms": votes.part(1),
        "vote_core_percent": round(100 * core, 1),
        "votes_refused": votes.wrong,
        "key_p95_ms": keys.part(0.95),
    }


def _against(count: int, counted: int) -> dict[str, float]:
    return {"votes_lost": max(0, count - counted), "votes_double": max(0, counted - count)}


async def _polls(phone: Phone, taken: Taken, stop: asyncio.Event, number: int) -> None:
    spread = Random(number)  # noqa: S311 - spreads the phones
    await asyncio.sleep(EVERY * spread.random())
    while not stop.is_set():
        await phone.poll(taken)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), EVERY * (0.9 + 0.2 * spread.random()))


async def _votes(phone: Phone, taken: Taken, number: int, count: int) -> None:
    await asyncio.sleep(VOTING * number / count)
    await phone.vote(number, taken)


async def _keys(program: Program, keys: Taken) -> None:
    while True:
        keys.times.append(await program.answered("reasons", b"there yet."))
        await asyncio.sleep(0.2)


async def _bare(count: int) -> dict[str, float]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", BARE, stdout=asyncio.subprocess.PIPE
    )
    try:
        port = int(await process.stdout.readline()) if process.stdout else 0
        polls, stop = Taken(), asyncio.Event()
        phones = [Phone(f"http://127.0.0.1:{port}") for _ in range(count)]
        polling = [
            asyncio.create_task(_polls(phone, polls, stop, at)) for at, phone in enumerate(phones)
        ]
        quiet = await _quiet(Program(process), polls)
        stop.set()
        await asyncio.gather(*polling)
    finally:
        process.kill()
        await process.wait()
    return {"bare_p99_ms": quiet["poll_p99_ms"], "bare_core_percent": quiet["poll_core_percent"]}


@asynccontextmanager
async def _program(saves: Path, seats: int) -> AsyncIterator[Program]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "game", "class", str(STORY), "--host", "127.0.0.1"),
        *("--port", "0", "--seats", str(seats), "--saves", str(saves)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env=dict(os.environ) | {"COLUMNS": "200", "PYTHONUNBUFFERED": "1"},
    )
    program = Program(process)
    try:
        await program.opened()
        yield program
    finally:
        process.kill()
        await process.wait()


def _cpu(program: Program) -> float:
    """Give the seconds that a process has used of a core."""
    fields = Path(f"/proc/{program.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _memory(program: Program) -> float:
    status = Path(f"/proc/{program.process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return round(int(found[1]) / 1024, 1) if found else 0.0


def _table(figures: dict[str, float]) -> str:
    reaches: dict[str, tuple[float, Callable[[float, float], bool]]] = {
        "class_join_s": (JOIN_REACH, float.__le__),
        "class_phase_s": (1.65, float.__le__),
        "vote_p99_ms": (VOTE_REACH, float.__le__),
        "poll_core_percent": (CORE_REACH, float.__lt__),
        "vote_core_percent": (CORE_REACH, float.__lt__),
        "key_p95_ms": (KEY_REACH, float.__le__),
    }
    lines = []
    for name, value in figures.items():
        reach = ""
        if name in reaches:
            most, holds = reaches[name]
            reach = f"   reach {most:g}: {'held' if holds(float(value), most) else 'NOT held'}"
        lines.append(f"{name:20} {value:>10}{reach}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
