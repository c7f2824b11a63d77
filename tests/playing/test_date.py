from __future__ import annotations

import pytest

from game.playing.date import in_words, moment
from tests.builders import interval


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1938-06-12", "12 June 1938"),
        ("1938-06-01", "1 June 1938"),
        ("1938-06-12/1938-06-13", "12 to 13 June 1938"),
        ("1938-05-26/1938-05-28", "26 to 28 May 1938"),
        ("1938-05-30/1938-06-02", "30 May to 2 June 1938"),
        ("1938-06-12/1938-07-12", "12 June to 12 July 1938"),
        ("1937-12-31/1938-01-01", "31 December 1937 to 1 January 1938"),
        ("1938-06-12/1939-06-12", "12 June 1938 to 12 June 1939"),
        ("1938-06", "June 1938"),
        ("1938-05/1938-06", "May to June 1938"),
        ("1938", "1938"),
        ("1937/1938", "1937 to 1938"),
        ("1938/1938-06-12", "1938 to 12 June 1938"),
    ],
)
def test_a_date_is_said_in_words_and_what_is_shared_is_said_once(written: str, words: str) -> None:
    assert in_words(interval(written)) == words


def test_no_date_is_no_words() -> None:
    assert in_words(None) == ""


def test_a_moment_is_said_to_the_minute() -> None:
    assert moment("2026-01-02T03:04:05+00:00") == "2 January 2026, 03:04 UTC"


def test_what_is_no_moment_is_itself() -> None:
    assert moment("long ago") == "long ago"
