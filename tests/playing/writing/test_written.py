from __future__ import annotations

import pytest

from game.loading.expression import parse_condition
from game.playing.writing.written import written
from tests.builders import one_of, whole, yes_no

KNOWN = {
    each.variable: each
    for each in (whole("n", 0, 9), whole("m", 0, 9), yes_no("asked"), one_of("way", "door", "wall"))
}
CONDITIONS = (
    "asked",
    "not asked",
    "asked == false",
    "n >= 3 and not asked",
    "(n >= 3 or asked) and m < 2",
    "n >= 3 or asked and m < 2",
    "not (asked or n == 1)",
    "n + m > 4",
    "(n + 1) % 3 == 0",
    "-n < 2",
    "-(n + m) < 2",
    "n - (m - 1) == 2",
    "way == wall",
    "visited('a.b') and times('a.c') < 4",
    "1 < n and n < 4",
)


@pytest.mark.parametrize("source", CONDITIONS)
def test_a_condition_is_written_as_its_author_would(source: str) -> None:
    parsed = parse_condition(source, KNOWN).value
    assert parsed is not None
    assert written(parsed) == source


@pytest.mark.parametrize("source", ["((asked))", "0 < n < 4", "n - m - 1 > 0", "n * m + 1 > 0"])
def test_what_is_written_otherwise_means_the_same(source: str) -> None:
    parsed = parse_condition(source, KNOWN).value
    assert parsed is not None
    assert parse_condition(written(parsed), KNOWN).value == parsed
