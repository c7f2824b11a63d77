"""This is the engine bench: text of the scene, offers, choose; beside inkjs on the same story.

    python -m benchmarks.walk --scenes 1000 --inkjs FOLDER

``FOLDER`` is where ``npm install inkjs@2.4.0`` was run; without it ours is measured alone.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks import generated
from game.engine.rules import Rules
from game.loading.folder import read_story
from game.model.prose import plain

HERE = Path(__file__).resolve().parent
REACH, LEAST = 5.0, 80_000


def ours(folder: Path, choices: int) -> dict[str, float]:
    """Walk in our engine; give the time to read in milliseconds and choices a second."""
    begun = time.perf_counter()
    story = read_story(folder).story
    load = (time.perf_counter() - begun) * 1000
    if story is None:
        raise SystemExit("The generated story has faults.")
    gc.collect()
    gc.freeze()  # as the game does once a story stands
    rules = Rules(story)
    turn = rules.start()
    seed, length, restarts = 1, 0, 0
    begun = time.perf_counter()
    for _ in range(choices):
        length += _read(rules, turn.entered)
        offers = rules.offers(turn.state)
        if not offers:
            turn = rules.start()
            restarts += 1
            length += _read(rules, turn.entered)
            offers = rules.offers(turn.state)
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        turn = rules.choose(turn.state, offers[(seed >> 8) % len(offers)].choice)
    seconds = time.perf_counter() - begun
    return {"load": load, "rate": choices / seconds, "length": length, "restarts": restarts}


def _read(rules: Rules, entered: tuple) -> int:  # type: ignore[type-arg]
    return sum(len(plain(line)) for each in entered for beat in rules.beats(each) for line in beat)


def theirs(folder: Path, scenes: int, choices: int, inkjs: Path) -> dict[str, float]:
    """Walk in inkjs."""
    file = folder / "story.ink"
    file.write_text(generated.ink(scenes), encoding="utf-8")
    command = ["node", str(HERE / "walk.mjs"), str(inkjs), str(file), str(choices)]
    found: dict[str, float] = json.loads(subprocess.check_output(command, text=True))
    return found


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, default=1000)
    parser.add_argument("--choices", type=int, default=100_000)
    parser.add_argument("--inkjs", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "story"
        generated.write(folder, asked.scenes)
        mine = ours(folder, asked.choices)
        print(f"ours   {mine['rate']:>10,.0f} choices a second ({LEAST:,} to reach)")
        if asked.inkjs:
            other = theirs(Path(place), asked.scenes, asked.choices, asked.inkjs)
            ratio = mine["rate"] / other["rate"]
            print(f"inkjs  {other['rate']:>10,.0f} choices a second, load {other['load']:,.0f} ms")
            print(f"ratio  {ratio:>10.1f} ({REACH} to reach)")
            print(f"walked the same: {mine['restarts'] == other['restarts']}")


if __name__ == "__main__":
    main()
