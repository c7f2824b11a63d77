from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.saving import store
from game.saving.fault import Damaged, NoSave, SaveFault

posix_only = pytest.mark.skipif(os.name != "posix", reason="flushes folders and makes pipes")

OPERATIONS = ("open", "write", "fsync", "close", "link", "replace", "unlink")


class Tap:
    """Hears every call of the system's file operations, and fails one of them if told to."""

    def __init__(self, patch: pytest.MonkeyPatch, fails: int | None = None) -> None:
        self.heard: list[str] = []
        self._fails = fails
        for name in OPERATIONS:
            patch.setattr(os, name, self._tapped(name, getattr(os, name)))

    def _tapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            self.heard.append(name)
            if self._fails == len(self.heard):
                if name == "close":
                    real(*args, **kwargs)
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(*args, **kwargs)

        return call


def written(folder: Path) -> Path:
    path = folder / "slot1.json"
    store.write(path, b"first")
    store.write(path, b"old", older=folder / "slot1.json.bak")
    return path


def write_new(path: Path) -> None:
    older = path.with_name("slot1.json.bak")
    store.write(path, b"new" * 5000, older=older, oldest=path.with_name("slot1.json.ring-0"))


def steps(tmp_path: Path) -> int:
    """Count the operations of one save."""
    path = written(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        tap = Tap(patch)
        write_new(path)
    return len(tap.heard)


@posix_only
def test_a_save_is_flushed_before_it_is_named_and_its_folder_after(tmp_path: Path) -> None:
    path = written(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        tap = Tap(patch)
        write_new(path)
    last = [each for each in tap.heard if each in {"write", "fsync", "replace", "link"}]
    assert last == ["write", "fsync", "replace", "link", "replace", "fsync"]


@posix_only
def test_the_folder_itself_is_what_is_flushed_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[bool] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        flushed.append(os.path.isdir(f"/dev/fd/{descriptor}"))  # noqa: PTH112
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    store.write(tmp_path / "slot1.json", b"x")
    assert flushed == [False, True]


def test_a_fault_at_any_operation_leaves_the_old_save_or_the_new_one(tmp_path: Path) -> None:
    for number in range(1, steps(tmp_path / "count") + 1):
        path = written(tmp_path / str(number))
        with pytest.MonkeyPatch.context() as patch:
            Tap(patch, fails=number)
            try:
                write_new(path)
                done = True
            except SaveFault:
                done = False
        # where the fault fell on an operation that can be spared, the new save is there
        assert path.read_bytes() in ({b"new" * 5000} if done else {b"old", b"new" * 5000})


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_death_at_any_operation_leaves_a_whole_save(name: str, tmp_path: Path) -> None:
    class Death(BaseException):
        pass

    def die(*_args: object, **_kwargs: object) -> None:
        raise Death

    path = written(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, name, die)
        with pytest.raises(Death):
            write_new(path)
    assert path.read_bytes() == b"old"


def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path)

    def full(*_args: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SaveFault, match=r"^'slot1\.json' could not be written: no space left"):
        write_new(path)


def test_a_failed_write_leaves_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path)
    before = store.names(tmp_path)

    def failing(_descriptor: int) -> None:
        raise OSError(errno.EIO, "i/o")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(SaveFault):
        write_new(path)
    assert store.names(tmp_path) == before


def test_what_was_there_becomes_the_backup_and_the_backup_goes_into_the_ring(
    tmp_path: Path,
) -> None:
    path = written(tmp_path)
    write_new(path)
    assert (tmp_path / "slot1.json.bak").read_bytes() == b"old"
    assert (tmp_path / "slot1.json.ring-0").read_bytes() == b"first"


def test_a_disk_without_second_names_still_gets_its_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(*_args: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", unable)
    path = written(tmp_path)
    assert (path.read_bytes(), path.with_name("slot1.json.bak").read_bytes()) == (b"old", b"first")


def test_a_write_that_takes_only_some_bytes_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    store.write(tmp_path / "x.json", b"0123456789")
    assert (tmp_path / "x.json").read_bytes() == b"0123456789"


@posix_only
def test_a_folder_that_cannot_be_flushed_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if os.path.isdir(f"/dev/fd/{descriptor}"):  # noqa: PTH112
            raise OSError(errno.EINVAL, "not here")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    store.write(tmp_path / "x.json", b"x")
    assert (tmp_path / "x.json").read_bytes() == b"x"


def test_strays_older_than_a_minute_are_removed_and_nothing_else(tmp_path: Path) -> None:
    old, young = tmp_path / ".slot1.json.aaa.tmp", tmp_path / ".slot1.json.bbb.tmp"
    for path in (old, young, tmp_path / "slot1.json", tmp_path / "notes.tmp"):
        path.write_bytes(b"x")
    long_ago = time.time() - 120
    for path in (old, tmp_path / "slot1.json", tmp_path / "notes.tmp"):
        os.utime(path, (long_ago, long_ago))
    assert store.sweep(tmp_path) == 1
    assert store.names(tmp_path) == (young.name, "notes.tmp", "slot1.json")


def test_a_damaged_file_is_set_aside_under_the_first_free_number(tmp_path: Path) -> None:
    path = tmp_path / "slot1.json"
    for expected in ("slot1.json.damaged-1", "slot1.json.damaged-2"):
        path.write_bytes(b"x")
        aside = store.set_aside(path)
        assert aside is not None
        assert aside.name == expected


def test_a_file_that_is_not_there_is_no_save(tmp_path: Path) -> None:
    with pytest.raises(NoSave):
        store.read(tmp_path / "slot1.json")


def test_a_folder_in_a_save_s_place_is_damage(tmp_path: Path) -> None:
    (tmp_path / "slot1.json").mkdir()
    with pytest.raises(Damaged):
        store.read(tmp_path / "slot1.json")


@posix_only
def test_a_pipe_in_a_save_s_place_is_damage_and_does_not_hang(tmp_path: Path) -> None:
    assert sys.platform != "win32"
    os.mkfifo(tmp_path / "slot1.json")
    with pytest.raises(Damaged, match="it is no ordinary file"):
        store.read(tmp_path / "slot1.json")


def test_the_time_is_universal() -> None:
    assert store.now().endswith("+00:00")
