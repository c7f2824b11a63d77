"""The report for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from game.classroom.phase import Phase
from game.classroom.report import report
from game.classroom.spreadsheet import HEADS, write
from tests.classroom.sample import Pretend, at


def rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_there_is_one_row_for_each_option_of_each_decision() -> None:
    heads, *body = rows(write(report(at(Phase.DEBRIEF))))
    assert tuple(heads) == HEADS
    assert len(body) == 6
    assert {len(row) for row in body} == {len(HEADS)}
    assert [dict(zip(heads, row, strict=True))["taken"] for row in body] == ["yes", "no", "no"] * 2


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@cmd", "\tx", "＝1"])
def test_no_cell_is_a_formula(words: str) -> None:
    first, *rest = Pretend().decisions
    option, *others = first.options
    named = replace(first, title=words, options=(replace(option, words=words), *others))
    _, body, *_ = rows(write(report(at(Phase.DEBRIEF, lesson=Pretend((named, *rest))))))
    assert body[3] == body[5] == f"'{words}"


def test_a_vote_that_was_not_held_is_empty_and_not_nought() -> None:
    heads, body, *_ = rows(write(report(at(Phase.DEBRIEF, lesson=Pretend(votes=1)))))
    found = dict(zip(heads, body, strict=True))
    assert (found["first_vote"], found["second_vote"]) == ("4", "")
