"""This is the disk and the clock: the only module that writes saves.

A save is written beside, flushed, and only then given its name; the folder is flushed after it. So
whoever looks, whenever the machine stopped, finds a whole save: the old one or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from game.saving.fault import Damaged, NoSave, SaveFault
from game.saving.form import LARGEST

RING = 3
"""How many states older than the backup are kept."""
STALE = 60
"""After so many seconds a file that was never given its name is a stray."""

_TEMPORARY = re.compile(r"\.[a-z0-9_-]+\.json\.[^/]+\.tmp\Z")
_NO_FOLDER_FLUSH = {errno.EINVAL, errno.ENOTSUP}


def now() -> str:
    """Give the time, universal, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def read(path: Path) -> bytes:
    """Give the bytes of a save, at most one more than a save can have.

    Raises ``NoSave`` where there is none, and ``Damaged`` where something else lies in its place.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags)
        try:
            return _content(path, descriptor)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise NoSave(path.name) from None
    except OSError as fault:
        raise Damaged(path.name, f"it cannot be read ({_said(fault)})") from fault


def write(
    path: Path, data: bytes, *, older: Path | None = None, oldest: Path | None = None
) -> None:
    """Put bytes in a file's place, so that a whole file lies there at every moment.

    What lay there becomes ``older``, and what lay at ``older`` becomes ``oldest``. Comes back only
    once the disk has it, name and all. Raises ``SaveFault`` with the old file still in its place,
    or, if only the folder could not be flushed, with the new one.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _written_beside(path, data)
        try:
            if older is not None:
                _hand_down(path, older, oldest)
            os.replace(temporary, path)  # noqa: PTH105 - said with os, as all of this module
        except BaseException:
            _forget(temporary)
            raise
        flush_folder(path.parent)
    except OSError as fault:
        raise SaveFault(path.name, _said(fault)) from fault


def keep_copy(path: Path, copy: Path) -> None:
    """Keep the bytes of a file under a second name, unless that name is taken."""
    if path.exists() and not copy.exists():
        write(copy, read(path))


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder. Windows has no such thing: there the file's flush must do."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        # some network folders cannot be flushed; nothing more can be had from them
        if fault.errno not in _NO_FOLDER_FLUSH:
            raise
    finally:
        os.close(descriptor)


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file to the first free ``.damaged-<n>``; ``None`` where that fails."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if aside.exists():
            continue
        try:
            os.rename(path, aside)  # noqa: PTH104 - as above
        except OSError:
            return None
        return aside
    return None


def sweep(folder: Path) -> int:
    """Remove strays: files that were never given their name, older than a minute."""
    removed = 0
    for name in names(folder):
        path = folder / name
        if _TEMPORARY.match(name) and _age(path) > STALE:
            removed += _forget(path)
    return removed


def names(folder: Path) -> tuple[str, ...]:
    """Give the names in a folder, sorted; none where there is no folder."""
    try:
        return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 - as above
    except OSError:
        return ()


def _content(path: Path, descriptor: int) -> bytes:
    # a folder, a pipe or a device could be opened, and would not end
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise Damaged(path.name, "it is no ordinary file")
    parts: list[bytes] = []
    left = LARGEST + 1
    while left > 0 and (part := os.read(descriptor, left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _written_beside(path: Path, data: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(".tmp", f".{path.name}.", path.parent)
    temporary = Path(name)
    try:
        try:
            _write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        _forget(temporary)
        raise
    return temporary


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        written = os.write(descriptor, left)
        left = left[written:]


def _hand_down(path: Path, older: Path, oldest: Path | None) -> None:
    """Make the file its own backup without a moment in which neither is there."""
    if not path.exists():
        return
    if oldest is not None and older.exists():
        os.replace(older, oldest)  # noqa: PTH105 - as above
    _forget(older)
    try:
        os.link(path, older)
    except OSError:
        # no second names on this disk; a backup is found where the save is missing
        os.replace(path, older)  # noqa: PTH105 - as above


def _forget(path: Path) -> bool:
    with contextlib.suppress(OSError):
        os.unlink(path)  # noqa: PTH108 - as above
        return True
    return False


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _said(fault: OSError) -> str:
    return (fault.strerror or type(fault).__name__).lower()
