from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_every_place_is_named_and_whether_anything_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "saves").mkdir()
    told = run("locate")
    assert told.code == 0
    lines = told.out.splitlines()
    assert lines[0] == f"Saves: {tmp_path / 'saves'}"
    assert lines[1] == f"Settings: {tmp_path / 'settings.json'} (nothing yet)"
    assert lines[2].startswith("Story: ")
    assert Path(lines[2].removeprefix("Story: "), "story.yaml").is_file()
    assert lines[3] == f"Reports of faults: {tmp_path / 'reports'} (nothing yet)"
    assert lines[4] == f"Stories read before: {os.devnull}"


def test_programs_get_the_same_as_an_object(run: Run, tmp_path: Path) -> None:
    found = json.loads(run("locate", "--json", "--saves", tmp_path / "elsewhere").out)
    assert list(found) == ["saves", "settings", "story", "reports", "cache"]
    assert found["saves"] == str(tmp_path / "elsewhere")


def test_without_other_words_everything_lies_with_the_user(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OTHERSIDE_SETTINGS", "OTHERSIDE_REPORTS", "OTHERSIDE_CACHE"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    found = json.loads(run("locate", "--json").out)
    assert all("otherside" in found[name] for name in ("settings", "reports", "cache"))
