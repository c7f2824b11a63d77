"""This is a report of a fault of the game's own: where it happened, and nothing about who played.

No message of a fault is kept, for it may hold what was typed or where somebody's files lie; nor is
any folder of this machine.
"""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from game import __version__

MOST = 100
"""So many reports are kept side by side; beyond that none is written in the usual place."""
_LONGEST_CHAIN = 10
_OURS = frozenset({"game", "site-packages", "tests"})


def reports_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Give where reports lie: as ``OTHERSIDE_REPORTS`` says, or with the user's logs."""
    told = environment.get("OTHERSIDE_REPORTS")
    if told:
        return Path(told)
    import platformdirs  # noqa: PLC0415 - hardly anybody who plays needs it

    return Path(platformdirs.user_log_dir("otherside", appauthor=False))


def keep_report(fault: BaseException | None) -> str:
    """Write a report of a fault; say where it is, or nothing where it cannot be written."""
    text = report(fault).encode()
    for folder in (reports_folder(), Path(tempfile.gettempdir())):
        with suppress(OSError):
            path = _written(folder, text)
            return f"Where it happened is kept in {path}; nothing about you is in it."
    return ""


def report(fault: BaseException | None) -> str:
    """Give the text of a report."""
    lines = [
        f"otherside {__version__}",
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}",
        f"TERM={os.environ.get('TERM', '')[:40]!r}",
    ]
    for each in _chain(fault):
        lines += ["", type(each).__qualname__, *_frames(each)]
    return "\n".join(lines) + "\n"


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    """Give a fault and those that led to it, the newest first."""
    for _ in range(_LONGEST_CHAIN):
        if fault is None:
            return
        yield fault
        fault = fault.__cause__ or fault.__context__


def _frames(fault: BaseException) -> list[str]:
    return [
        f"  {_within(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(fault.__traceback__, limit=-40)
    ]


def _within(file: str) -> str:
    """Give a source file without the folders of this machine."""
    parts = Path(file).parts
    anchors = [index for index, part in enumerate(parts) if part in _OURS]
    return "/".join(parts[anchors[-1] :] if anchors else parts[-1:])


def _written(folder: Path, text: bytes) -> Path:
    """Put a report into the first free place of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in range(1, MOST + 1):
        path = folder / f"otherside-fault-{number}.txt"
        with suppress(FileExistsError):
            descriptor = os.open(path, flags, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(text)
            return path
    raise FileExistsError(folder)
