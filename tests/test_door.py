"""The door: the command as it is installed, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__

ROOT = Path(__file__).resolve().parent.parent


def door(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        cwd=ROOT, input=typed, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_version_is_told_without_opening_any_room() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "game", "--version"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout == f"otherside {__version__}\n"
    imported = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    rooms = {name for name in imported if name.startswith("game.")}
    assert not rooms
    assert not {"click", "textual", "rich", "yaml"} & imported


def test_a_pipe_is_played_in_plain_lines() -> None:
    told = door("play", typed="1\n")
    assert told.returncode == 0
    assert "Traceback" not in told.stderr
    assert "Number, or ? for help" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["check"], 0), (["--loud"], 2), (["play", "--part", "nowhere"], 2), (["explain", "L101"], 0)],
)
def test_the_exit_code_is_what_the_command_gives(arguments: list[str], code: int) -> None:
    told = door(*arguments)
    assert told.returncode == code
    assert "Traceback" not in told.stderr
