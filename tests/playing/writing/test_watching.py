from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from game.playing.writing.watching import has_watchfiles, saves, times

PATIENCE = 10


class Watch:
    """Counts what a watch yields, in a thread of its own."""

    def __init__(self, folder: Path, *, told: bool) -> None:
        self.stop = Event()
        self.seen = 0
        self._nudged = Event()
        self._thread = Thread(target=self._run, args=(folder, told))
        self._thread.start()

    def _run(self, folder: Path, told: bool) -> None:
        for _ in saves(folder, self.stop, told=told):
            self.seen += 1
            self._nudged.set()

    def wait(self) -> None:
        assert self._nudged.wait(PATIENCE)
        self._nudged.clear()

    def end(self) -> None:
        self.stop.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture(params=[True, False], ids=["told", "looking"])
def watch(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Watch]:
    (tmp_path / "a.yaml").write_text("a: 1\n")
    watch = Watch(tmp_path, told=request.param)
    watch.wait()
    yield watch
    watch.end()


def test_the_extra_is_there_when_tests_run() -> None:
    assert has_watchfiles()


def test_it_yields_to_begin_with_and_after_a_save(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 22\n")
    watch.wait()
    assert watch.seen == 2


def test_a_file_that_is_put_in_the_place_of_another_is_a_save(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("a: 2\n")
    os.utime(tmp_path / "new", (1, 1))
    (tmp_path / "new").replace(tmp_path / "a.yaml")
    watch.wait()


def test_a_new_file_in_a_new_folder_is_a_save(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.yaml").write_text("b: 1\n")
    watch.wait()


def test_a_file_that_goes_is_a_save(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").unlink()
    watch.wait()


def test_what_editors_leave_beside_is_no_save(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / ".a.yaml.swp").write_text("x")
    (tmp_path / "a.yaml~").write_text("x")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "a.yaml").write_text("a: 333\n")
    watch.wait()
    assert watch.seen == 2


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert times(tmp_path / "nowhere") == frozenset()


def test_a_link_to_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.yaml").write_text("b: 1\n")
    (tmp_path / "in" / "away").symlink_to(tmp_path / "out", target_is_directory=True)
    assert times(tmp_path / "in") == frozenset()
