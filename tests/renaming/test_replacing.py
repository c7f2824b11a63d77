from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from game.renaming.replacing import NotWritten, replace_all
from game.renaming.request import NotRenamed

BEFORE = {"a.yaml": b"one\r\n", "b/c.yaml": b"two\n"}
AFTER = {"a.yaml": b"1\r\n", "b/c.yaml": b"2\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file, data in BEFORE.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(data)
    return tmp_path


def _lying(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def test_all_files_are_replaced_and_nothing_else_is_left_behind(folder: Path) -> None:
    replace_all(folder, BEFORE, AFTER)
    assert _lying(folder) == AFTER


def test_a_file_that_was_changed_meanwhile_stops_all_of_it(folder: Path) -> None:
    (folder / "b" / "c.yaml").write_bytes(b"three\n")
    with pytest.raises(NotRenamed, match=r"'b/c.yaml' was changed while"):
        replace_all(folder, BEFORE, AFTER)
    assert _lying(folder) == {**BEFORE, "b/c.yaml": b"three\n"}


def test_a_file_that_went_meanwhile_stops_all_of_it(folder: Path) -> None:
    (folder / "a.yaml").unlink()
    with pytest.raises(NotRenamed, match=r"'a.yaml' was changed while"):
        replace_all(folder, BEFORE, AFTER)


def test_a_disk_that_fails_half_way_has_all_files_as_they_were(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if target.name == "c.yaml":
            raise OSError(28, "No space left on device")
        return swap(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(NotWritten, match=r"no space left on device. They are as they were"):
        replace_all(folder, BEFORE, AFTER)
    assert _lying(folder) == BEFORE


def test_a_disk_that_is_full_before_anything_was_named_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(NotWritten):
        replace_all(folder, BEFORE, AFTER)
    assert _lying(folder) == BEFORE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_file_keeps_its_rights(folder: Path) -> None:
    (folder / "a.yaml").chmod(0o640)
    replace_all(folder, BEFORE, AFTER)
    assert stat.S_IMODE((folder / "a.yaml").stat().st_mode) == 0o640
