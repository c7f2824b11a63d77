"""This is waiting for a save: a story's folder is watched, and whoever asks is woken.

With ``watchfiles`` (the extra ``write``) the system says when a file was written; without it, or
where the system does not say, the files' times are looked at again and again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Final, TypeAlias

EVERY: Final = 0.1
"""Seconds between two looks at the files' times."""
SETTLED: Final = 0.02
"""Seconds for which nothing may change before a save counts as whole."""
_STEP: Final = 20
_MOST: Final = 100
_ANYWAY: Final = 500
"""Milliseconds after which the times are looked at even if the system said nothing."""

Times: TypeAlias = frozenset[tuple[str, int, int, int]]


def saves(folder: Path, stop: Event, *, told: bool | None = None) -> Iterator[None]:
    """Yield once to begin with, and then after every save, until ``stop`` is set.

    ``told=False`` looks at the times although the system could tell.
    """
    if told is None:
        told = has_watchfiles()
    seen = times(folder)
    yield
    for _ in _nudges(folder, stop, told=told):
        now = times(folder)
        if now == seen:
            continue
        # The system speaks up only once nothing has changed for a moment.
        while not told and not stop.wait(SETTLED) and (later := times(folder)) != now:
            now = later
        if stop.is_set():
            return
        seen = now
        yield


def has_watchfiles() -> bool:
    """Tell whether the extra ``write`` is there."""
    from importlib.util import find_spec  # noqa: PLC0415 - asked once

    return find_spec("watchfiles") is not None


def times(folder: Path) -> Times:
    """Give what the files of a story look like from outside: when written, how long, which."""
    found: list[tuple[str, int, int, int]] = []
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.name.lower().endswith((".yaml", ".yml")):
                        stat = entry.stat(follow_symlinks=False)
                        found.append((entry.path, stat.st_mtime_ns, stat.st_size, stat.st_ino))
        except OSError:
            continue  # a folder or a file that went while we looked
    return frozenset(found)


def _nudges(folder: Path, stop: Event, *, told: bool) -> Iterator[None]:
    """Yield whenever it may be worth while to look."""
    if told:
        from watchfiles import watch  # noqa: PLC0415 - an extra

        for _ in watch(
            folder,
            debounce=_MOST,
            step=_STEP,
            stop_event=stop,
            rust_timeout=_ANYWAY,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            yield
    while not stop.wait(EVERY):
        yield
