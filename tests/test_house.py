"""This is what holds the house together: mirror, names, locks, wheel and installation."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GAME = ROOT / "game"
TESTS = ROOT / "tests"
LOCKS = [ROOT / "lock" / "run.txt", ROOT / "lock" / "dev.txt"]
BINS = {"base", "common", "helper", "helpers", "manager", "misc", "tool", "util", "utils"}

posix_only = pytest.mark.skipif(os.name != "posix", reason="the install script is for sh")


def in_a_room(test: Path) -> bool:
    return test.relative_to(TESTS).parts[0] in {room.name for room in GAME.iterdir()}


def subject(test: Path) -> Path:
    return GAME / test.relative_to(TESTS).parent / test.stem.removeprefix("test_")


MIRRORED = [test for test in sorted(TESTS.glob("*/**/test_*.py")) if in_a_room(test)]
MODULES = sorted(GAME.rglob("*.py"))


@pytest.mark.parametrize("test", MIRRORED, ids=lambda test: str(test.relative_to(TESTS)))
def test_a_test_in_a_room_mirrors_a_module(test: Path) -> None:
    assert subject(test).with_suffix(".py").is_file() or subject(test).is_dir()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_no_module_is_a_bin(module: Path) -> None:
    assert not BINS & set(module.relative_to(GAME).with_suffix("").parts)


def pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==([^ ;\\]+)", lock.read_text(), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_place(lock: Path) -> None:
    assert not re.search(r"://|^\s*-(?!-hash)|[/@]", lock.read_text(), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_a_hash(lock: Path) -> None:
    entries = re.split(r"^(?=[a-z])", lock.read_text(), flags=re.MULTILINE)[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_playing_and_developing_use_the_same_versions() -> None:
    run, dev = map(pins, LOCKS)
    assert run.items() <= dev.items()


def test_the_locks_hold_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    names = {re.split(r"[^a-z0-9-]", requirement)[0] for requirement in asked}
    assert names <= set(pins(LOCKS[0]))


def test_the_wheel_carries_the_whole_story(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    words = {path.relative_to(ROOT / "story") for path in (ROOT / "story").rglob("*.yaml")}
    assert {f"game/shipped_story/{path.as_posix()}" for path in words} <= shipped


def preparation(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    shutil.copytree(ROOT / "lock", folder / "lock")
    shutil.copy(ROOT / "pyproject.toml", folder)
    command = ["sh", "lock/install.sh", "run"]
    environment = {**os.environ, "PYTHON": python}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@posix_only
def test_a_missing_python_is_said_in_one_line(tmp_path: Path) -> None:
    told = preparation(tmp_path, python="no-such-python")
    assert told.returncode == 1
    assert re.fullmatch(r"Python 3\.11 or newer is needed .*no-such-python.*\n", told.stderr)


@posix_only
def test_a_missing_venv_module_is_said_in_one_line(tmp_path: Path) -> None:
    bare = tmp_path / "bare-python"
    bare.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n')
    bare.chmod(0o755)
    told = preparation(tmp_path, python=str(bare))
    assert told.returncode == 1
    assert re.fullmatch(r".* on Debian and Ubuntu .*python3-venv is missing\.\n", told.stderr)


WITHOUT_SCREEN = """
import sys
from game.__main__ import main
sys.argv = ["otherside", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(*sorted({"textual", "rich", "aiohttp"} & set(sys.modules)))
"""


@pytest.mark.parametrize("command", ["--version", "check"])
def test_a_tool_leaves_the_screen_alone(command: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_SCREEN, command], cwd=ROOT, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert told.stdout.splitlines()[-1] == ""
