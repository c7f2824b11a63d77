"""This is the start-up bench: how long until one can read, against the least Textual needs."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.terminal import (
    FirstFrame,
    NothingReadableError,
    Stroke,
    first_frame,
    idleness,
    repaints,
)
from game.playing.opening import new_session, open_story
from game.playing.session import Session

HERE = Path(__file__).resolve().parent
OTHERSIDE = str(Path(sys.executable).parent / "otherside")
BARE = (sys.executable, str(HERE / "bare.py"))
TITLE = re.compile(r"(?i)o.?t.?h.?e.?r\W+s.?i.?d.?e")
TITLED = ([OTHERSIDE], re.compile("Begin"))
RESUMED = ([OTHERSIDE, "play", "--slot", "bench"], re.compile("You are at"))
ARROW = Stroke(b"\x1b[B", b"\x1b[A", 0.05)
CHOICE = Stroke(b"1", b"u", 0.45)
READY = re.compile(r"1.\d choose.*saved", re.DOTALL)
"""A page that was read to its end, with several choices, and is on disk."""
STROKES = 40
IDLE = 5.0
"""Seconds for which nothing is done."""
FRAME_REACH, RESUMED_REACH, VERSION_REACH, MEMORY_REACH = 1.35, 1.6, 5.0, 48 * 1024
ARROW_REACH, CHOICE_REACH, IDLE_REACH = 6, 16, 0
TWO = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table and the same as JSON; 1 when something never became readable."""
    asked = _parser().parse_args(arguments)
    try:
        figures = _figures(asked.runs)
    except (NothingReadableError, FileNotFoundError) as fault:
        print(fault, file=sys.stderr)
        return 1
    print(_table(figures))
    line = json.dumps(figures)
    print(line)
    if asked.json:
        asked.json.write_text(line + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=7, help="starts of each kind; medians are taken"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    return parser


def _figures(runs: int) -> dict[str, float | int | str]:
    with tempfile.TemporaryDirectory() as saves:
        here = _surroundings(saves)
        bare, game, whole = _frames(runs, here, (BARE, TITLE), ([OTHERSIDE], TITLE), TITLED)
        nothing, told = _commands(runs, here)
        _play_on(here, saves)
        bare_again, resumed = _frames(runs, here, (BARE, TITLE), RESUMED)
        arrows = repaints(RESUMED[0], READY, here, ARROW, STROKES)
        choices = repaints(RESUMED[0], READY, here, CHOICE, STROKES)
        idle = idleness(RESUMED[0], READY, here, IDLE)
    return {
        "runs": runs,
        "python": platform.python_version(),
        "textual": version("textual"),
        "frame_ms": _median_time(game),
        "bare_frame_ms": _median_time(bare),
        "frame_ratio": round(_median_time(game) / _median_time(bare), 3),
        "title_ms": _median_time(whole),
        "title_ratio": round(_median_time(whole) / _median_time(bare), 3),
        "resumed_ms": _median_time(resumed),
        "bare_again_ms": _median_time(bare_again),
        "resumed_ratio": round(_median_time(resumed) / _median_time(bare_again), 3),
        "arrow_p95_ms": _nineteen_of_twenty(arrows),
        "choice_p95_ms": _nineteen_of_twenty(choices),
        "idle_cpu_ms": "not told" if idle is None else round(idle, 1),
        "version_ms": round(statistics.median(told), 1),
        "nothing_ms": round(statistics.median(nothing), 1),
        "version_ratio": round(statistics.median(told) / statistics.median(nothing), 3),
        "resident_kb": _median_memory(resumed),
        "title_resident_kb": _median_memory(whole),
        "bare_resident_kb": _median_memory(bare),
        "resident_ratio": round(_median_memory(resumed) / _median_memory(bare), 3),
    }


def _frames(
    runs: int, surroundings: dict[str, str], *kinds: tuple[Sequence[str], re.Pattern[str]]
) -> list[list[FirstFrame]]:
    """Start all kinds in turn, so that a busy moment falls on each; the first round compiles."""
    rounds = [
        [first_frame(command, wanted, surroundings) for command, wanted in kinds]
        for _ in range(runs + 1)
    ][1:]
    return [list(each) for each in zip(*rounds, strict=True)]


def _play_on(surroundings: dict[str, str], saves: str) -> None:
    """Leave a play in the slot that is resumed, at a page with the margin full and two ways on.

    Nothing on that page or behind its first choice is asked about before it is read.
    """
    session = new_session(open_story(), slot="bench", folder=Path(saves))
    while not _is_full(session):
        session.choose(1)
    session.save()
    session.close()
    # the first start compiles what is not compiled yet
    first_frame(*RESUMED, surroundings)


def _is_full(session: Session) -> bool:
    page = session.page
    if page.last is None or not page.last.findings or len(page.offers) < TWO:
        return False
    if session.hard:
        return False
    session.choose(1)
    asks = bool(session.hard)
    session.undo()
    return not asks


def _commands(runs: int, surroundings: dict[str, str]) -> tuple[list[float], list[float]]:
    pairs = [
        (
            _seconds([sys.executable, "-c", "pass"], surroundings),
            _seconds([OTHERSIDE, "--version"], surroundings),
        )
        for _ in range(runs + 1)
    ][1:]
    return [1000 * nothing for nothing, _ in pairs], [1000 * told for _, told in pairs]


def _seconds(command: Sequence[str], surroundings: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, env=surroundings, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _surroundings(saves: str) -> dict[str, str]:
    """Return an environment that allows compiled files and holds nobody's saves or likings."""
    left_out = ("PYTHON", "OTHERSIDE_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    for liking in ("ACCESSIBLE", "NO_COLOR", "COLUMNS", "LINES"):
        kept.pop(liking, None)
    ours = {"OTHERSIDE_SAVES": saves, "OTHERSIDE_SETTINGS": f"{saves}/settings.json"}
    return {**kept, "TERM": "xterm-256color", **ours}


def _median_time(frames: Sequence[FirstFrame]) -> float:
    return round(statistics.median(frame.milliseconds for frame in frames), 1)


def _nineteen_of_twenty(milliseconds: Sequence[float]) -> float:
    """Give the 95th percentile."""
    return round(statistics.quantiles(milliseconds, n=20)[-1], 1)


def _median_memory(frames: Sequence[FirstFrame]) -> int:
    return round(statistics.median(frame.kilobytes for frame in frames))


def _table(figures: dict[str, float | int | str]) -> str:
    head = f"{'':32}{'otherside':>12}{'against':>12}{'ratio':>8}   reach"
    rows = (
        ("first readable frame, ms", "frame_ms", "bare_frame_ms", "frame_ratio", f"{FRAME_REACH}×"),
        ("title with all it offers, ms", "title_ms", "bare_frame_ms", "title_ratio", ""),
        ("resumed play, first frame, ms", "resumed_ms", "bare_again_ms", "resumed_ratio",
         f"{RESUMED_REACH}×"),
        ("--version, ms", "version_ms", "nothing_ms", "version_ratio", f"{VERSION_REACH:g}×"),
        ("resident memory of it, kB", "resident_kb", "bare_resident_kb", "resident_ratio",
         f"{MEMORY_REACH} kB"),
    )  # fmt: skip
    lines = [
        f"{name:32}{figures[ours]:>12}{figures[theirs]:>12}{figures[ratio]:>8}   {reach}"
        for name, ours, theirs, ratio, reach in rows
    ]
    latencies = (
        ("arrow to repaint, p95, ms", "arrow_p95_ms", ARROW_REACH),
        ("choice to repaint, p95, ms", "choice_p95_ms", CHOICE_REACH),
        (f"processor in {IDLE:g} idle seconds, ms", "idle_cpu_ms", IDLE_REACH),
    )
    lines += [f"{name:32}{figures[ours]:>12}{'':20}   {reach}" for name, ours, reach in latencies]
    return "\n".join([head, *lines])


if __name__ == "__main__":
    raise SystemExit(main())
