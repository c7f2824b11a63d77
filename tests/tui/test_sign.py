from __future__ import annotations

import pytest

from game.record.status import Status
from game.tui.sign import ASCII, FINE, signs_for


@pytest.mark.parametrize(
    ("surroundings", "encoding"),
    [
        ({"TERM": "linux"}, "utf-8"),
        ({"TERM": "vt220"}, "utf-8"),
        ({"TERM": "xterm-256color", "LANG": "ja_JP.UTF-8"}, "utf-8"),
        ({"TERM": "xterm-256color", "LC_ALL": "ko_KR.UTF-8", "LANG": "en_GB.UTF-8"}, "utf-8"),
        ({"TERM": "xterm-256color"}, "iso8859-1"),
    ],
)
def test_old_terminals_and_wide_scripts_get_ascii_marks(
    surroundings: dict[str, str], encoding: str
) -> None:
    assert signs_for(surroundings, encoding) is ASCII


def test_others_get_fine_marks() -> None:
    assert signs_for({"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}, "utf-8") is FINE


def test_ascii_marks_are_ascii() -> None:
    marks = [ASCII.caret, ASCII.rule, ASCII.wall, ASCII.dot, ASCII.more, ASCII.cut, ASCII.dash]
    assert "".join([*marks, *(ASCII.status(each) for each in Status)]).isascii()
