"""This is driving the app in a test: keys, waiting, and pictures of the screen in text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from textual.pilot import Pilot

from game.tui.app import OtherSideApp

SNAPSHOTS = Path(__file__).parent / "snapshots"
NARROW, BROAD = (80, 24), (120, 40)


async def kept(running: OtherSideApp, pilot: Pilot[None], turn: int) -> None:
    """Wait until a turn is on disk and the screen says so."""
    for _ in range(200):
        sitting = running._sitting
        if sitting is None or (sitting.kept is not None and sitting.kept.turn == turn):
            break
        await pilot.pause(0.01)
    await pilot.pause()


async def press(pilot: Pilot[None], keys: Iterable[str]) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def compare(name: str, text: str) -> None:
    """Compare a screen with its picture in text; ``SNAPSHOTS=update`` writes the picture anew."""
    file = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("SNAPSHOTS") == "update":
        file.write_text(text + "\n", encoding="utf-8")
    assert text + "\n" == file.read_text(encoding="utf-8")
