"""This is the reload bench: how long from a save in an editor until the preview shows it.

A story is opened with `otherside write` in a terminal of 80 by 24, a word of the scene on the
screen is changed in its file, and the clock runs until the screen has it. Beside it stand the same
for a bare program that watches the folder and prints the line, on the same machine in the same run,
and how long the screen was deaf at worst, in a preview without a terminal whose clock ticks.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from benchmarks.generated import write as write_story
from benchmarks.terminal import NothingReadableError, Watched, watched
from game.loading.cover import shipped_story
from game.loading.folder import read_story
from game.tui.writing.app import WritingApp
from game.tui.writing.command import taking_turns

OTHERSIDE = str(Path(sys.executable).parent / "otherside")
BARE = """
import sys
from watchfiles import watch
print("no faults", flush=True)
for _ in watch(sys.argv[1], step=20, debounce=100, raise_interrupt=False):
    print(open(sys.argv[2], encoding="utf-8").read().split(chr(10))[int(sys.argv[3])], flush=True)
"""
"""The least a preview could be: it reads one file, and judges nothing."""
SCENES = 2000
REACH, DEAF_REACH = 300, 100
TICK = 0.005
CALM = (0.3, 0.8, 1.3)
"""Seconds between two saves, in turn: they meet a preview that rests, judges or seeks."""
_CALM = cycle(CALM)


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of prose that the preview shows first."""

    file: Path
    line: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table and the same as JSON; 1 when something was never shown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reload", description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="saves of each kind")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        stories = {"shipped": Path(home) / "shipped", f"{SCENES} scenes": Path(home) / "long"}
        shutil.copytree(shipped_story(), stories["shipped"])
        write_story(stories[f"{SCENES} scenes"], SCENES)
        try:
            figures = {name: _figures(folder, asked.runs) for name, folder in stories.items()}
        except NothingReadableError as fault:
            print(fault, file=sys.stderr)
            return 1
    print(_table(figures))
    line = json.dumps(figures)
    print(line)
    if asked.json:
        asked.json.write_text(line + "\n", encoding="utf-8")
    return 0


def _figures(folder: Path, runs: int) -> dict[str, float]:
    spot = _spot(folder)
    here = {**os.environ, "TERM": "xterm-256color", "OTHERSIDE_SETTINGS": os.devnull}
    command = [OTHERSIDE, "write", str(folder)]
    with watched(command, re.compile("no faults"), here) as screen:
        saves = _saves(screen, spot, runs)
        broken, mended = _broken(screen, spot, runs)
    bare = [sys.executable, "-c", BARE, str(folder), str(spot.file), str(spot.line)]
    with watched(bare, re.compile("no faults"), here) as screen:
        floor = _saves(screen, spot, runs)
    with taking_turns():
        deaf = asyncio.run(_deaf(folder, spot, runs))
    return {
        "bare_ms": round(statistics.median(floor), 1),
        "median_ms": round(statistics.median(saves), 1),
        "worst_ms": round(max(saves), 1),
        "broken_ms": round(statistics.median(broken), 1),
        "mended_ms": round(statistics.median(mended), 1),
        "deaf_ms": round(deaf, 1),
    }


def _spot(folder: Path) -> Spot:
    story = read_story(folder).story
    if story is None:
        raise NothingReadableError([str(folder)], "the story has faults")
    where = story.scenes[story.first].position
    lines = (folder / where.file).read_text(encoding="utf-8").split("\n")
    at = next(n for n in range(where.line - 1, len(lines)) if lines[n].strip() == "text: |")
    return Spot(folder / where.file, at + 1)


def _saves(screen: Watched, spot: Spot, runs: int) -> list[float]:
    """Change the first word of the scene again and again; give the milliseconds to each."""
    before = spot.file.read_text(encoding="utf-8")
    taken = []
    for number in range(runs):
        word = f"Zq{number}z"
        taken.append(_shown(screen, spot, _marked(before, spot, word), word))
    spot.file.write_text(before, encoding="utf-8")
    screen.rest(CALM[-1])
    return taken


def _broken(screen: Watched, spot: Spot, runs: int) -> tuple[list[float], list[float]]:
    """Break the file and mend it; give the milliseconds to the fault and to its end."""
    before = spot.file.read_text(encoding="utf-8")
    faulty = _marked(before, spot, "{")
    broken, mended = [], []
    for _ in range(runs):
        broken.append(_shown(screen, spot, faulty, "P001"))
        mended.append(_shown(screen, spot, before, "no faults"))
    return broken, mended


def _shown(screen: Watched, spot: Spot, text: str, wanted: str) -> float:
    screen.rest(next(_CALM))
    begun = time.perf_counter()
    spot.file.write_text(text, encoding="utf-8")
    return (screen.shown(re.compile(re.escape(wanted))) - begun) * 1000


def _marked(text: str, spot: Spot, word: str) -> str:
    """Put a word before the first of the scene."""
    lines = text.split("\n")
    bare = lines[spot.line].lstrip(" ")
    lines[spot.line] = lines[spot.line].removesuffix(bare) + f"{word} {bare}"
    return "\n".join(lines)


async def _deaf(folder: Path, spot: Spot, runs: int) -> float:
    """Give the longest time in milliseconds for which a preview answered nothing while saved to."""
    before = spot.file.read_text(encoding="utf-8")
    app = WritingApp(folder)
    worst = 0.0
    over = False

    async def tick() -> None:
        nonlocal worst
        last = time.perf_counter()
        while not over:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            worst = max(worst, now - last - TICK)
            last = now

    async with app.run_test(size=(80, 24)) as pilot:
        while app.bench.tried is None:
            await pilot.pause(TICK)
        ticking = asyncio.create_task(tick())
        for number in range(runs):
            spot.file.write_text(_marked(before, spot, f"Zq{number}z"), encoding="utf-8")
            await asyncio.sleep(next(_CALM))
        over = True
        await ticking
        app.close_play()
    spot.file.write_text(before, encoding="utf-8")
    return worst * 1000


def _table(figures: dict[str, dict[str, float]]) -> str:
    rows = (
        ("a bare watcher, median, ms", "bare_ms", ""),
        ("save to repaint, median, ms", "median_ms", REACH),
        ("save to repaint, worst, ms", "worst_ms", REACH),
        ("save to the fault, median, ms", "broken_ms", REACH),
        ("mended to repaint, median, ms", "mended_ms", REACH),
        ("longest time deaf, ms", "deaf_ms", DEAF_REACH),
    )
    head = f"{'':32}" + "".join(f"{name:>14}" for name in figures) + "   reach"
    lines = [
        f"{said:32}" + "".join(f"{each[key]:>14}" for each in figures.values()) + f"   {reach}"
        for said, key, reach in rows
    ]
    return "\n".join([head, *lines])


if __name__ == "__main__":
    raise SystemExit(main())
