from __future__ import annotations

import getpass
import os
from pathlib import Path

import pytest

from game.playing.mishap import MOST, keep_report, report, reports_folder


def failing(said: str) -> BaseException:
    try:
        try:
            Path(said).read_text()
        except OSError as fault:
            raise KeyError(said) from fault
    except KeyError as fault:
        return fault
    raise AssertionError(said)


def test_a_report_says_where_it_happened_and_what_led_to_it() -> None:
    told = report(failing("/nowhere/at/all"))
    assert told.startswith("otherside ")
    assert told.index("KeyError\n  tests/playing/test_mishap.py:") < told.index("FileNotFoundError")
    assert " failing\n" in told


def test_a_report_has_neither_what_was_typed_nor_where_anybody_lives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/home/genrikh")
    told = report(failing("/home/genrikh/diary of Nina"))
    for private in ("genrikh", "Nina", str(Path.home()), str(Path(__file__).parents[2])):
        assert private not in told
    assert f"/{getpass.getuser()}/" not in told


def test_a_report_is_kept_and_the_place_is_said() -> None:
    said = keep_report(failing("x"))
    path = reports_folder() / "otherside-fault-1.txt"
    assert said == f"Where it happened is kept in {path}; nothing about you is in it."
    assert "KeyError" in path.read_text()
    assert os.name != "posix" or path.stat().st_mode & 0o077 == 0


def test_no_report_is_written_over_another() -> None:
    for number in (1, 2, 3):
        assert f"fault-{number}.txt" in keep_report(failing("x"))


def test_a_folder_that_cannot_be_had_leaves_the_system_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reports").write_text("in the way")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert str(tmp_path / "otherside-fault-1.txt") in keep_report(failing("x"))


def test_where_nothing_can_be_written_nothing_is_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reports").write_text("in the way")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "reports"))
    assert keep_report(failing("x")) == ""


def test_a_heap_of_reports_does_not_grow_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = reports_folder()
    folder.mkdir()
    for number in range(1, MOST + 1):
        (folder / f"otherside-fault-{number}.txt").touch()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    keep_report(failing("x"))
    assert len(list(folder.iterdir())) == MOST


def test_a_fault_that_is_its_own_cause_ends() -> None:
    fault = KeyError()
    fault.__cause__ = fault
    assert report(fault).count("KeyError") == 10


def test_there_is_a_report_even_of_nothing() -> None:
    assert report(None).startswith("otherside ")
