from __future__ import annotations

from pathlib import Path

import pytest

from game.playing.memory import Memory
from game.saving.past import NAME, Past


def test_what_was_met_now_stands_beside_what_was_met_before(tmp_path: Path) -> None:
    Past(tmp_path, "crossing").add({"a.b"})
    memory = Memory(Past(tmp_path, "crossing"))
    memory.meet(["a.c"])
    assert memory.seen == {"a.b", "a.c"}
    assert memory.fresh == {"a.c"}


def test_what_was_kept_is_not_fresh(tmp_path: Path) -> None:
    memory = Memory(Past(tmp_path, "crossing"))
    memory.meet(["a.c"])
    memory.keep()
    assert memory.fresh == frozenset()
    assert Past(tmp_path, "crossing").scenes() == {"a.c"}


def test_a_scene_that_was_renamed_since_is_still_met(tmp_path: Path) -> None:
    Past(tmp_path, "crossing").add({"a.old"})
    assert Memory(Past(tmp_path, "crossing"), {"a.old": "a.new"}).seen == {"a.new"}


def test_without_a_folder_nothing_is_kept() -> None:
    memory = Memory()
    memory.meet(["a.c"])
    memory.keep()
    assert memory.fresh == {"a.c"}


def test_a_disk_that_refuses_keeps_nobody_from_playing_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory(Past(tmp_path, "crossing"))
    memory.meet(["a.c"])

    def full(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", full)
        memory.keep()
    assert memory.fresh == {"a.c"}
    memory.keep()
    assert (tmp_path / NAME).exists()
