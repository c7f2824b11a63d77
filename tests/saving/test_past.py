from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.saving import shelf, store
from game.saving.fault import SaveFault
from game.saving.past import NAME, Past


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path, "crossing")


def test_what_was_never_kept_is_nothing(past: Past, tmp_path: Path) -> None:
    assert past.scenes() == frozenset()
    assert store.names(tmp_path) == ()


def test_what_was_added_is_there_the_next_time(past: Past, tmp_path: Path) -> None:
    assert past.add({"a.b", "a.c"}) == {"a.b", "a.c"}
    assert past.add({"a.d"}) == {"a.b", "a.c", "a.d"}
    assert Past(tmp_path, "crossing").scenes() == {"a.b", "a.c", "a.d"}


def test_stories_do_not_mix(past: Past, tmp_path: Path) -> None:
    past.add({"a.b"})
    Past(tmp_path, "other").add({"z.z"})
    assert past.scenes() == {"a.b"}


def test_nothing_is_written_where_nothing_is_new(past: Past, tmp_path: Path) -> None:
    past.add({"a.b"})
    before = (tmp_path / NAME).stat().st_ino
    past.add({"a.b"})
    assert (tmp_path / NAME).stat().st_ino == before


def test_the_file_holds_ids_of_stories_and_scenes_alone(past: Past, tmp_path: Path) -> None:
    past.add({"a.b"})
    written = json.loads((tmp_path / NAME).read_text("utf-8"))
    assert written == {"magic": "otherside-met", "schema": 1, "stories": {"crossing": ["a.b"]}}


def test_it_is_no_slot(past: Past, tmp_path: Path) -> None:
    past.add({"a.b"})
    assert shelf.shelf(tmp_path) == ()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"magic": "otherside-save"}',
        b'{"magic": "otherside-met", "schema": 1}',
        b'{"magic": "otherside-met", "schema": 1, "stories": {"a": "b.c"}}',
        b'{"magic": "otherside-met", "schema": 1, "stories": {"a": [1]}}',
        b'{"magic": "otherside-met", "schema": 1, "stories": {"a": ["../b"]}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_counts_as_none_and_is_set_aside(
    past: Past, tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / NAME).write_bytes(damage)
    assert past.scenes() == frozenset()
    assert past.add({"a.b"}) == {"a.b"}
    assert past.scenes() == {"a.b"}
    assert (tmp_path / f"{NAME}.damaged-1").read_bytes() == damage


def test_a_file_of_a_later_form_is_left_alone(past: Past, tmp_path: Path) -> None:
    later = b'{"magic": "otherside-met", "schema": 2, "met": "otherwise"}'
    (tmp_path / NAME).write_bytes(later)
    assert past.scenes() == frozenset()
    past.add({"a.b"})
    assert (tmp_path / NAME).read_bytes() == later


def test_a_disk_that_refuses_leaves_what_was_there(
    past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    past.add({"a.b"})

    def full(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", full)
        with pytest.raises(SaveFault):
            past.add({"a.c"})
    assert past.scenes() == {"a.b"}
