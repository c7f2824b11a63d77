"""`otherside class` as a program of its own: led by typed lines, killed, and gone on with."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner

from game.cli.play import Faces, Teaching
from game.cli.teach import teach
from game.model.story import Story
from tests.classroom.server.house import Found, Phone

STORY = Path(__file__).resolve().parents[1] / "stories" / "sample"
CLASS = 5


@dataclass
class Program:
    """The program, with a teacher's hands on its keyboard."""

    process: asyncio.subprocess.Process
    said: str = ""

    def type(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())

    async def hears(self, pattern: str) -> re.Match[str]:
        """Read on until this was said, since the last that was waited for."""
        assert self.process.stdout is not None
        async with asyncio.timeout(30):
            while (found := re.search(pattern, self.said)) is None:
                data = await self.process.stdout.read(65536)
                assert data, self.said
                self.said += data.decode()
        self.said = self.said[found.end() :]
        return found


@asynccontextmanager
async def running(saves: Path, *given: str) -> AsyncIterator[Program]:
    here = dict(os.environ) | {"COLUMNS": "200", "PYTHONUNBUFFERED": "1"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "game", "class", str(STORY)),
        *("--host", "127.0.0.1", "--port", "0", "--saves", str(saves), *given),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=here,
    )
    try:
        yield Program(process)
    finally:
        if process.returncode is None:
            process.kill()
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
        await asyncio.sleep(0)


async def opened(program: Program) -> tuple[str, str]:
    """Give where the lesson is, and its code."""
    found = await program.hears(r"Students: (http://\S+)/\s+Code: (\w+)")
    await program.hears(r"> \s*$")
    return found[1], found[2]


async def see(phone: Phone) -> tuple[Found, Found]:
    phone.mark = ""
    assert await phone.poll() == 200
    return phone.common, phone.own


@pytest.mark.slow
async def test_killed_in_any_phase_a_lesson_goes_on_with_the_same_seats_and_votes(
    tmp_path: Path,
) -> None:
    phases: list[str] = []
    kept: dict[int, str] = {}
    ids: list[str] = []
    async with aiohttp.ClientSession() as session:
        students: tuple[Phone, ...] = ()
        before: list[tuple[Found, Found]] = []
        while not phases or phases[-1] != "export":
            async with running(tmp_path, *(("--resume",) if phases else ())) as program:
                url, code = await opened(program)
                ids.append(code)
                for student in students:
                    student.url = url
                if not students:
                    students = tuple(Phone(session, url, code) for _ in range(CLASS))
                    for number, student in enumerate(students):
                        assert await student.join(number) == 200
                        kept[number] = student.token
                else:
                    assert [await see(student) for student in students] == before
                    await move_on(program, students)
                before = [await see(student) for student in students]
                phases.append(students[0].phase)
                program.process.send_signal(signal.SIGKILL)
                await program.process.wait()
        assert {each: student.token for each, student in enumerate(students)} == kept
    assert len(set(ids)) == 1
    assert set(phases) >= {
        *("lobby", "read", "vote", "talk", "again", "close"),
        *("reveal", "discuss", "debrief", "export"),
    }


async def move_on(program: Program, students: tuple[Phone, ...]) -> None:
    """Go on a step; where that opens a vote, all but one vote, three against one."""
    stamp = students[0].common["head"]["stamp"]
    program.type("debrief" if students[0].phase == "discuss" else "next")
    for _ in range(200):
        await students[0].poll()
        if students[0].common["head"]["stamp"] != stamp:
            break
        await asyncio.sleep(0.05)
    for number, student in enumerate(students[:-1]):
        await student.poll()
        asked: Mapping[str, object] | None = student.common["asked"]
        if asked and asked["ballot"]:
            known = "agree" if asked["known"] else ""
            assert await student.vote(min(number, 1), known) == 200


@pytest.mark.slow
async def test_after_the_wipe_nothing_is_on_the_disk_and_the_phones_are_told(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as program, aiohttp.ClientSession() as session:
        url, code = await opened(program)
        student = Phone(session, url, code)
        await student.join()
        await student.poll()
        held = tmp_path / "class"
        assert [each.suffix for each in sorted(held.iterdir())] == [".jsonl", ".lock"]
        program.type("wipe sure")
        await program.hears("Wiped")
        assert list(held.iterdir()) == []
        status, found = await student.ask("GET", "/api/state")
        assert (status, found["code"]) == (410, "over")
        async with asyncio.timeout(15):
            assert await program.process.wait() == 0


def test_nothing_that_was_interrupted_is_said_in_a_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "game", "class", str(STORY)),
            *("--resume", "--host", "127.0.0.1", "--saves", str(tmp_path)),
        ],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 2
    assert "No interrupted lesson" in done.stderr
    assert "Traceback" not in done.stderr


def asked(*arguments: str) -> Teaching:
    """What the door is handed."""
    handed: list[Teaching] = []

    def hold(_: Story, wish: Teaching) -> int:
        handed.append(wish)
        return 0

    faces = Faces(lambda *_: 0, lambda *_: 0, teach=hold)
    done = CliRunner().invoke(teach, [str(STORY), *arguments], obj=faces)
    assert done.exception is None, done.output
    return handed[0]


def test_the_journal_lies_with_the_saves(tmp_path: Path) -> None:
    assert asked("--saves", str(tmp_path)).folder == tmp_path / "class"


def test_without_a_terminal_nobody_is_asked_for_an_address() -> None:
    assert not asked().asks


def test_more_than_a_thousand_seats_are_not_given() -> None:
    faces = Faces(lambda *_: 0, lambda *_: 0)
    done = CliRunner().invoke(teach, [str(STORY), "--seats", "1001"], obj=faces)
    assert done.exit_code == 2
