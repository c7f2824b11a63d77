"""This is a terminal without a window: a program runs in it until it shows what is waited for."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pyte

COLUMNS, ROWS = 80, 24
WIDE = (120, 40)
"""Columns and lines on which the record stands beside the page."""
PATIENCE = 30.0
BURST = 0.005
"""Seconds without a byte after which a repaint is over."""
UNHEARD = 2.0
"""Seconds after which a key was not heard."""
TRIES = 5
READING = 1.0
"""Seconds before a page is read on: it is deaf for a moment to the key that led to it."""
BEATS = 30
"""Times that a page is read on at most."""
SETTLED = 2.0
"""Seconds after which nothing of the start is still at work."""


class NothingReadableError(Exception):
    """The program ended, or time ran out, before the text that was waited for."""

    def __init__(self, command: Sequence[str], seen: str) -> None:
        super().__init__(
            f"{' '.join(command)} never showed what was waited for; it showed:\n{seen}"
        )


@dataclass(frozen=True, slots=True)
class FirstFrame:
    """What one start took."""

    milliseconds: float
    kilobytes: int
    """Resident memory at that moment."""


def first_frame(
    command: Sequence[str], wanted: re.Pattern[str], surroundings: Mapping[str, str]
) -> FirstFrame:
    """Start ``command`` on a screen of 80 by 24 and stop it when that shows ``wanted``."""
    begun = time.perf_counter()
    with _running(command, surroundings) as (program, ours):
        shown = _shown_after(ours, command, wanted, begun)
        return FirstFrame((shown - begun) * 1000, _resident(program.pid))


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key that is timed, and the one that makes it good again."""

    key: bytes
    back: bytes
    pause: float
    """Seconds before either: a page that has just come up is deaf to choices for a moment."""


def repaints(
    command: Sequence[str], ready: re.Pattern[str], surroundings: Mapping[str, str],
    stroke: Stroke, times: int,
) -> list[float]:  # fmt: skip
    """Press a key so many times once a wide page is read; give the milliseconds to its repaint."""
    with _running(command, surroundings, WIDE) as (_, ours):
        _read_on(ours, command, ready)
        taken = []
        for _ in range(times):
            _hush(ours, stroke.pause)
            taken.append(_repainted_after(ours, stroke.key, command) * 1000)
            _hush(ours, stroke.pause)
            os.write(ours, stroke.back)
        return taken


def idleness(
    command: Sequence[str], ready: re.Pattern[str], surroundings: Mapping[str, str], seconds: float
) -> float | None:
    """Give the milliseconds of a processor that a page takes while nobody does anything.

    Nothing is given where the system does not say.
    """
    with _running(command, surroundings, WIDE) as (program, ours):
        if not Path(f"/proc/{program.pid}/stat").exists():
            return None
        _read_on(ours, command, ready)
        _hush(ours, SETTLED)
        before = _processor(program.pid)
        _hush(ours, seconds)
        return _processor(program.pid) - before


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _read_on(ours: int, command: Sequence[str], ready: re.Pattern[str]) -> None:
    """Press space until a page shows that all of it was read."""
    screen = Watched(ours, command, WIDE)
    for _ in range(BEATS):
        screen.rest(READING)
        if ready.search(screen.text):
            return
        os.write(ours, b" ")
    raise NothingReadableError(command, screen.text.strip())


class Watched:
    """The screen of a program that goes on running."""

    def __init__(
        self, ours: int, command: Sequence[str], size: tuple[int, int] = (COLUMNS, ROWS)
    ) -> None:
        self._ours = ours
        self._command = command
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def text(self) -> str:
        """Give what stands on the screen."""
        return "\n".join(self._screen.display)

    def shown(self, wanted: re.Pattern[str]) -> float:
        """Wait until the screen shows something; give the time at which its last byte came."""
        begun = now = time.perf_counter()
        while not wanted.search(self.text):
            chunk = _read(self._ours)
            now = time.perf_counter()
            if chunk is None or now - begun > PATIENCE:
                raise NothingReadableError(self._command, self.text.strip())
            self._stream.feed(chunk)
        return now

    def rest(self, seconds: float) -> None:
        """Show whatever comes for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self._ours], [], [], left)[0]:
                self._stream.feed(_read(self._ours) or b"")


@contextmanager
def watched(
    command: Sequence[str], wanted: re.Pattern[str], surroundings: Mapping[str, str]
) -> Iterator[Watched]:
    """Run a program on a screen of 80 by 24, from when that shows ``wanted``."""
    with _running(command, surroundings) as (_, ours):
        screen = Watched(ours, command)
        screen.shown(wanted)
        yield screen


def _repainted_after(ours: int, key: bytes, command: Sequence[str]) -> float:
    """Give the seconds to the repaint; a key that came too early is not heard, and comes again."""
    for _ in range(TRIES):
        begun = last = time.perf_counter()
        os.write(ours, key)
        while select.select([ours], [], [], BURST if last > begun else UNHEARD)[0]:
            if _read(ours) is None:
                break
            last = time.perf_counter()
        if last > begun:
            return last - begun
    raise NothingReadableError(command, f"nothing after {key!r}")


def _hush(ours: int, seconds: float) -> None:
    """Read whatever comes for so long."""
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        if select.select([ours], [], [], left)[0]:
            _read(ours)


@contextmanager
def _running(
    command: Sequence[str],
    surroundings: Mapping[str, str],
    size: tuple[int, int] = (COLUMNS, ROWS),
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    ours, theirs = pty.openpty()
    columns, rows = size
    termios.tcsetwinsize(theirs, (rows, columns))
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=surroundings,
        start_new_session=True,
    ) as program:
        os.close(theirs)
        try:
            yield program, ours
        finally:
            _stop(program, ours)
            os.close(ours)


def _shown_after(ours: int, command: Sequence[str], wanted: re.Pattern[str], begun: float) -> float:
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    while time.perf_counter() - begun < PATIENCE:
        chunk = _read(ours)
        now = time.perf_counter()
        if chunk is None:
            break
        stream.feed(chunk)
        if wanted.search("\n".join(screen.display)):
            return now
    raise NothingReadableError(command, "\n".join(line.rstrip() for line in screen.display).strip())


def _read(ours: int) -> bytes | None:
    """Return what came, nothing for a quiet moment, None when the program has hung up."""
    if not select.select([ours], [], [], 0.1)[0]:
        return b""
    try:
        return os.read(ours, 65536) or None
    except OSError:  # Linux says EIO where others say end of file
        return None


def _resident(pid: int) -> int:
    kept_by_linux = Path(f"/proc/{pid}/status")
    if kept_by_linux.exists():
        (line,) = (line for line in kept_by_linux.read_text().splitlines() if "VmRSS" in line)
        return int(line.split()[1])
    told = subprocess.run(
        ["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True
    )
    return int(told.stdout)


def _stop(program: subprocess.Popen[bytes], ours: int) -> None:
    program.terminate()
    end = time.perf_counter() + 3
    while program.poll() is None and time.perf_counter() < end:
        _read(ours)  # a program that says goodbye must be listened to, or it waits
    with suppress(ProcessLookupError):
        program.kill()
