from __future__ import annotations

import pytest

from game.engine.evaluate import DividedByNought, Places, meaning
from game.model.expression import (
    Arithmetic,
    Compare,
    Comparison,
    Every,
    Expression,
    Label,
    Negative,
    Not,
    Operator,
    Read,
    Some,
    Times,
    Truth,
    Visited,
    Whole,
)

PLACES = Places({"watched": 0, "escort": 1}, {"line.walk": 0})
VALUES, VISITS = (3, 1), (2,)


def worth(expression: Expression) -> int:
    return meaning(expression, PLACES)(VALUES, VISITS)


@pytest.mark.parametrize(
    ("operator", "expected"),
    [("+", 1), ("-", -15), ("*", -56), ("%", 1)],
)
def test_arithmetic_is_pythons(operator: Operator, expected: int) -> None:
    assert worth(Arithmetic(operator, Negative(Whole(7)), Whole(8))) == expected


def test_a_remainder_by_nought_is_said_plainly() -> None:
    with pytest.raises(DividedByNought, match="divides by nought"):
        worth(Arithmetic("%", Whole(1), Whole(0)))


@pytest.mark.parametrize(
    ("operator", "expected"),
    [("==", False), ("!=", True), ("<", False), ("<=", False), (">", True), (">=", True)],
)
def test_comparisons(operator: Comparison, expected: bool) -> None:
    assert bool(worth(Compare(operator, Read("watched"), Whole(2)))) is expected
    assert bool(worth(Compare(operator, Whole(3), Whole(2)))) is expected


def test_labels_compare_by_their_place_among_the_values() -> None:
    assert worth(Compare("==", Read("escort"), Label("escort", "two", 1)))
    assert not worth(Compare("==", Read("escort"), Label("escort", "one", 0)))


def test_and_or_and_not() -> None:
    yes, no = Truth(value=True), Truth(value=False)
    assert worth(Every((yes, yes, Not(no))))
    assert not worth(Every((yes, no)))
    assert worth(Some((no, no, yes)))
    assert not worth(Some((no, no)))


def test_visits_are_counted() -> None:
    assert worth(Times("line.walk")) == 2
    assert worth(Visited("line.walk"))
