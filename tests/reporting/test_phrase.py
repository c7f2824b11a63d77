from __future__ import annotations

import pytest

from game.record.finding import Finding
from game.record.status import Status
from game.reporting.phrase import listing, place, status_line, wrapped
from tests.builders import account, telling


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (Finding(None), "Turns a page; no status."),
        (Finding(Status.NOT_KNOWN), "NOT KNOWN."),
        (
            Finding(
                Status.DISPUTED,
                witnesses_for=1,
                witnesses_against=2,
                silent=(account("essay"),),
            ),
            "DISPUTED. 1 for, 2 against, 1 silent.",
        ),
        (
            Finding(Status.ONE_TELLER, witnesses_for=1, remark="3 accounts, one witness"),
            "ONE TELLER. 1 for. 3 accounts, one witness.",
        ),
        (
            Finding(Status.INVENTED, why="Nobody tells of a window."),
            "INVENTED. Nobody tells of a window.",
        ),
    ],
)
def test_a_status_is_a_word_with_its_numbers_and_reasons(finding: Finding, line: str) -> None:
    assert status_line(finding) == line


def test_a_place_has_the_state_before_it() -> None:
    assert place(telling("article", "line 28", state="early")) == ", early state, line 28"
    assert place(telling("article", "")) == ""


def test_a_listing_reads_as_in_a_sentence() -> None:
    assert listing(["one"]) == "one"
    assert listing(["one", "two", "three"]) == "one, two and three"


def test_a_wrapped_line_hangs_under_its_first_word() -> None:
    lines = wrapped("word " * 40, "1. ").splitlines()
    assert lines[0].startswith("1. word")
    assert all(line.startswith("   word") for line in lines[1:])
    assert max(map(len, lines)) <= 78
