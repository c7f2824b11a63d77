from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.playing.writing.snippet import WIDTH, primary_first, snippet
from game.position import Position
from game.problem import Problem, Severity


def _at(column: int, line: int = 7) -> Position:
    return Position("a.yaml", line, column)


def test_the_caret_stands_under_the_column() -> None:
    shown = snippet("  if: watched <", _at(7))
    assert shown is not None
    assert shown.lines == ("   7 |   if: watched <", "     |       ^")


def test_wide_letters_count_as_two() -> None:
    shown = snippet("雾 x", _at(3))
    assert shown is not None
    assert shown.caret == "     |    ^"


def test_a_tab_and_what_cannot_be_seen_are_shown_as_blanks() -> None:
    shown = snippet("\ta\x1b[2Jb", _at(2))
    assert shown is not None
    assert shown.line == "   7 |  a [2Jb"


def test_a_column_behind_the_end_has_its_caret_at_the_end() -> None:
    shown = snippet("short", _at(90))
    assert shown is not None
    assert shown.caret == "     |      ^"


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_line_is_not_shown(text: str) -> None:
    assert snippet(text, _at(1)) is None


@given(
    st.text(st.sampled_from("ab 雾\u0301"), min_size=1), st.integers(1, 300), st.integers(40, 90)
)
def test_however_long_a_line_is_the_caret_is_in_sight(text: str, column: int, width: int) -> None:
    shown = snippet(f"x{text * 4}", _at(column), width)
    assert shown is not None
    assert len(shown.caret) <= width + 1
    assert shown.caret.endswith("^")


def test_a_long_line_is_cut_on_the_left_where_the_caret_is_far_out() -> None:
    text = "x" * 200 + "!" + "y" * 50
    shown = snippet(text, _at(201))
    assert shown is not None
    assert shown.line[shown.caret.index("^")] == "!"
    assert shown.line[7] == "…"
    assert len(shown.line) <= WIDTH


def test_faults_of_files_come_before_those_that_may_follow_from_them() -> None:
    def fault(code: str, line: int) -> Problem:
        return Problem(_at(1, line), code, Severity.ERROR, "It is so.")

    found = primary_first([fault("N001", 1), fault("Y010", 9), fault("F001", 2)])
    assert [each.code for each in found] == ["Y010", "N001", "F001"]
