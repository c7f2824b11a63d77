"""This is what a teacher asked for: which lesson, where it is open, and how one is spoken with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from game.classroom.setting import USUAL_SEATS


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be held or made ready."""

    say: Callable[[str], None]
    hear: Callable[[str], str | None]
    """Ask for a line; ``None`` where no more will come."""
    draw: Callable[[Iterable[str]], None]
    """Draw a QR code's lines, dark on light."""
    folder: Path | None
    """Where the crash journal lies."""
    lesson: str = ""
    seats: int = USUAL_SEATS
    expected: int = 0
    resume: bool = False
    host: str = ""
    """Where to open; empty to be asked."""
    port: int = 8765
    farewell: float = 5.0
    """Seconds that the door stays open after the wipe, so that every phone hears of it."""
    asks: bool = True
    """Somebody is there who can be asked for an address."""
    kit: Path | None = None
    """Write what can be printed into this folder, and hold no lesson."""
    preview: bool = False
    """Say every hard passage, and hold no lesson."""
