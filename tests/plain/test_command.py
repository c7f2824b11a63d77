from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.saving import form
from game.saving.shelf import verify
from tests.drivers import STORIES, told

CROSSING = STORIES / "crossing"
CHOICES = ("map", "look", "map", "map") * 9 + ("second", "map", "climb", "over")
KILLS = 20


def program(*options: str) -> list[str]:
    return [sys.executable, "-m", "game", "play", str(CROSSING), "--plain", *options]


def run(*options: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        program(*options),
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def acknowledged(words: str) -> int:
    return max((int(each) for each in re.findall(r"^SAVED (\d+)$", words, re.MULTILINE)), default=0)


def turn_on_disk(folder: Path) -> int:
    file = folder / "slot1.json"
    return form.read(file.read_bytes(), file.name).save.turn if file.exists() else 0


def killed(folder: Path, typed: str, after: int, pause: float) -> str:
    """Play, and kill the game a moment after so many acknowledged saves; give what it said."""
    with subprocess.Popen(
        program("--slot", "1", "--saves", str(folder)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as game:
        assert game.stdin is not None
        assert game.stdout is not None
        game.stdin.write(typed)
        game.stdin.close()
        words = ""
        while words.count("\nSAVED ") < after and (line := game.stdout.readline()):
            words += line
        time.sleep(pause)
        game.kill()
        return words + game.stdout.read()


@pytest.mark.slow
def test_a_play_killed_twenty_times_never_loses_an_acknowledged_save(tmp_path: Path) -> None:
    dice = random.Random(1938)  # noqa: S311 - where to strike, no secret
    saved = 0
    for _ in range(KILLS):
        typed = "\n".join(CHOICES[saved:]) + "\n"
        words = killed(tmp_path, typed, dice.randint(0, 2), dice.uniform(0, 0.004))
        on_disk = turn_on_disk(tmp_path)
        assert on_disk >= max(saved, acknowledged(words))
        saved = on_disk
    last = run("--slot", "1", "--saves", str(tmp_path), typed="\n".join(CHOICES[saved:]) + "\n")
    assert "was damaged" not in last.stdout
    assert acknowledged(last.stdout) == len(CHOICES) == turn_on_disk(tmp_path)
    assert verify(tmp_path / "slot1.json", told(CROSSING)).remarks == ()


def test_the_words_go_to_standard_output_and_nothing_to_standard_error() -> None:
    done = run(typed="climb\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "You chose: Go up with one man." in done.stdout


def test_a_file_of_choices_is_taken(tmp_path: Path) -> None:
    (tmp_path / "choices").write_text("4 # up\nhill.marker/over\n")
    done = run("--choices", str(tmp_path / "choices"))
    assert done.returncode == 0
    assert "The end: The far side." in done.stdout


def test_choices_can_come_from_standard_input() -> None:
    done = run("--choices", "-", typed="climb over\n")
    assert "The end: The far side." in done.stdout


def test_a_choice_in_a_file_that_is_not_on_offer_ends_with_two() -> None:
    done = run("--choices", "-", typed="fly\n")
    assert done.returncode == 2
    assert "'fly' is not on offer" in done.stdout


def test_the_same_file_of_choices_goes_on_where_a_slot_stands(tmp_path: Path) -> None:
    (tmp_path / "part").write_text("hill.hut/second\n")
    (tmp_path / "whole").write_text("hill.hut/second hill.hut/climb\n")
    for file in ("part", "whole"):
        done = run("--slot", "1", "--saves", str(tmp_path), "--choices", str(tmp_path / file))
        assert done.returncode == 0
    assert turn_on_disk(tmp_path) == 2


def test_an_old_alphabet_gets_the_story_all_the_same() -> None:
    done = run(typed="climb\n", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
