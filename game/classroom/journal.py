"""This is the crash journal: what happened in a lesson, a line each, so that a kill loses nothing.

It alone of the class writes to the disk. A line is handed to the system as soon as it has happened
and outlives the program from then on; a flush makes it outlive the machine. Wiping erases it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game import __version__
from game.classroom.event import Event
from game.classroom.form import Json, Misshapen, event_as_json, event_from_json, plain, value
from game.problem import GameError
from game.saving import lock
from game.saving.store import flush_folder

FORMAT: Final = 1
OLDEST: Final = 12 * 3600
"""Seconds after which a journal that nobody went on with is erased."""
_NAME = re.compile(r"lesson-([0-9]{1,9})\.jsonl\Z")
_LARGEST: Final = 64 * 1024 * 1024


class JournalFault(GameError):
    """The crash journal cannot be written, or not be gone on with."""

    def __init__(self, why: str) -> None:
        """Say why, and what it means for the lesson."""
        super().__init__(
            f"The crash journal of the lesson cannot be kept: {why}. The lesson goes on without "
            "it, but not after a crash."
        )


class NothingToResume(GameError):
    """No lesson lies there that was interrupted."""

    exit_code = 2

    def __init__(self) -> None:
        """There is nothing to name."""
        super().__init__("No interrupted lesson is there to go on with. Begin a new one.")


@dataclass(frozen=True, slots=True)
class Opening:
    """The first line of a journal: what a room is opened with."""

    story: str
    fingerprint: str
    lesson: str
    seed: int
    seats: int
    expected: int
    app: str = __version__


@dataclass(frozen=True, slots=True)
class Kept:
    """A journal as it lies there."""

    path: Path
    opening: Opening
    events: tuple[Event, ...]
    whole: int
    """So many bytes of it can be read; what follows was being written when it stopped."""


class Journal:
    """One lesson's journal, open to be written."""

    def __init__(self, path: Path, *, whole: int = 0) -> None:
        """Open a journal, or with ``whole`` go on with one after its last good line.

        Raises ``JournalFault``, also where another program has it open.
        """
        self.path = path
        self._trouble = ""
        try:
            self._lock = lock.take(path.with_suffix(".lock"))
            if self._lock is None:
                raise JournalFault("another program holds this lesson")
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            os.ftruncate(self._file, whole)
            os.lseek(self._file, 0, os.SEEK_END)
            flush_folder(path.parent)
        except OSError as fault:
            raise JournalFault(_said(fault)) from fault

    @property
    def trouble(self) -> str:
        """Why nothing is written any more, in a sentence; empty where all is well."""
        return self._trouble

    def open(self, opening: Opening) -> None:
        """Write the first line, and flush it."""
        self._write({"format": FORMAT, **plain(opening)})
        self.flush()

    def append(self, event: Event) -> None:
        """Write an event. Never raises: a lesson goes on without its journal, see ``trouble``."""
        self._write(event_as_json(event))

    def flush(self) -> None:
        """Come back once the disk has all that was written."""
        if self._trouble:
            return
        try:
            os.fsync(self._file)
        except OSError as fault:
            self._trouble = str(JournalFault(_said(fault)))

    def close(self) -> None:
        """Let go of it; the file stays."""
        with contextlib.suppress(OSError):
            os.close(self._file)
        if self._lock is not None:
            lock.let_go(self._lock)
            self._lock = None

    def erase(self) -> None:
        """Let go of it and leave nothing of it."""
        self.close()
        _erase(self.path)

    def _write(self, found: Json) -> None:
        if self._trouble:
            return
        line = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
        try:
            _write_all(self._file, line.encode())
        except OSError as fault:
            self._trouble = str(JournalFault(_said(fault)))


def new_journal(folder: Path, opening: Opening) -> Journal:
    """Begin a journal in a folder, and erase those that nobody will go on with.

    Raises ``JournalFault``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as fault:
        raise JournalFault(_said(fault)) from fault
    sweep(folder)
    number = max((each for each, _ in _there(folder)), default=0) + 1
    journal = Journal(folder / f"lesson-{number}.jsonl")
    journal.open(opening)
    return journal


def newest(folder: Path) -> Kept:
    """Read the newest lesson that was interrupted. Raises ``NothingToResume``."""
    for _, path in sorted(_there(folder), reverse=True):
        kept = read(path)
        if kept is not None and not _is_held(path):
            return kept
    raise NothingToResume


def read(path: Path) -> Kept | None:
    """Read a journal as far as its lines are whole; ``None`` where not even the first is."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError:
        return None
    first, *rest = data.split(b"\n")[:-1] or [b""]
    opening = _opening(first)
    if opening is None:
        return None
    events: list[Event] = []
    whole = len(first) + 1
    for line in rest:
        event = _event(line)
        if event is None:
            break
        events.append(event)
        whole += len(line) + 1
    return Kept(path, opening, tuple(events), whole)


def sweep(folder: Path, *, older_than: float = OLDEST) -> int:
    """Erase the journals that nobody has written to for half a day, and say how many."""
    erased = 0
    for _, path in _there(folder):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > older_than and not _is_held(path):
                _erase(path)
                erased += 1
    return erased


def _erase(path: Path) -> None:
    """Empty a file before its name goes, so that nothing of it is left behind another name."""
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.ftruncate(descriptor, 0)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        path.unlink()
        path.with_suffix(".lock").unlink(missing_ok=True)
        flush_folder(path.parent)


def _there(folder: Path) -> Iterator[tuple[int, Path]]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        found = _NAME.match(path.name)
        if found is not None and path.is_file():
            yield int(found[1]), path


def _is_held(path: Path) -> bool:
    try:
        held = lock.take(path.with_suffix(".lock"))
    except OSError:
        return False
    if held is None:
        return True
    lock.let_go(held)
    return False


def _opening(line: bytes) -> Opening | None:
    found = _loaded(line)
    if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
        return None
    try:
        return value(Opening, found)
    except Misshapen:
        return None


def _event(line: bytes) -> Event | None:
    try:
        return event_from_json(_loaded(line))
    except Misshapen:
        return None


def _loaded(line: bytes) -> Json:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _said(fault: OSError) -> str:
    return (fault.strerror or type(fault).__name__).lower()
