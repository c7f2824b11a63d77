from __future__ import annotations

from pathlib import Path

import pytest

from game.plain.script import LARGEST, NoScript, choices, read_script, still_to_take


def test_choices_stand_on_lines_or_are_parted_by_spaces() -> None:
    assert choices("1 2\nhall.door/climb\n\n  look  ") == ("1", "2", "hall.door/climb", "look")


def test_what_follows_a_hash_is_a_remark() -> None:
    assert choices("# all of it\n1 # the first\n2") == ("1", "2")


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "choices.txt"
    path.write_bytes(b"\xef\xbb\xbf1\r\n2\r\n")
    assert read_script(path) == ("1", "2")


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"\xff\xfe1", "it is not UTF-8 text"), (b"1" * (LARGEST + 1), "it is too long")],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "choices.txt"
    path.write_bytes(content)
    with pytest.raises(NoScript, match=why):
        read_script(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoScript, match="no such file"):
        read_script(tmp_path / "nowhere")


def test_what_a_resumed_play_took_already_is_left_out() -> None:
    assert still_to_take(("a.b/c", "a.b/d", "a.b/e"), ("a.b/c", "a.b/d")) == ("a.b/e",)


def test_what_a_resumed_play_did_not_take_is_all_to_be_taken() -> None:
    assert still_to_take(("a.b/c", "a.b/d"), ("a.b/x",)) == ("a.b/c", "a.b/d")


def test_a_fresh_play_takes_everything() -> None:
    assert still_to_take(("1", "2"), ()) == ("1", "2")
