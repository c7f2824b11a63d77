"""This is putting changed files on the disk: all of them, or none.

Each is first written beside the old one, whole and flushed; only when all are there do they take
their names. What fails half-way is taken back.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from game.problem import GameError
from game.renaming.request import NotRenamed


class NotWritten(GameError):
    """The files could not be written; they are as they were."""

    def __init__(self, why: str) -> None:
        """Say what the system said."""
        super().__init__(f"The files could not be written: {why}. They are as they were.")


def replace_all(folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Put new bytes in the place of files that are still as they were read.

    Raises ``NotRenamed`` where one was changed meanwhile, and ``NotWritten`` where the disk fails.
    """
    for file in after:
        if _bytes(folder / file) != before[file]:
            raise NotRenamed(
                f"'{file}' was changed while this was worked out, so nothing was written. "
                "Save your editor's files and try again."
            )
    ready: dict[Path, Path] = {}
    try:
        for file, data in after.items():
            ready[folder / file] = _beside(folder / file, data)
        _swap(ready, {folder / file: before[file] for file in after})
    except OSError as fault:
        raise NotWritten((fault.strerror or type(fault).__name__).lower()) from fault
    finally:
        for temporary in ready.values():
            _forget(temporary)


def _swap(ready: Mapping[Path, Path], before: Mapping[Path, bytes]) -> None:
    done: list[Path] = []
    try:
        for path, temporary in ready.items():
            temporary.replace(path)
            done.append(path)
    except OSError:
        for path in done:
            _beside(path, before[path]).replace(path)
        raise


def _beside(path: Path, data: bytes) -> Path:
    """Write bytes into a file that nobody reads yet, with the rights of the one it is to follow."""
    mode = path.stat().st_mode & 0o777
    descriptor, name = tempfile.mkstemp(".tmp", f".{path.name}.", path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
    except OSError:
        _forget(temporary)
        raise
    return temporary


def _forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
