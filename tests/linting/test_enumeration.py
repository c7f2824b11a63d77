from __future__ import annotations

import pytest

from game.linting.enumeration import combinations, value
from game.model.expression import (
    Arithmetic,
    Compare,
    Every,
    Expression,
    Label,
    Negative,
    Not,
    Read,
    Some,
    Times,
    Truth,
    Visited,
    Whole,
)
from tests.builders import one_of, scene, story, whole, yes_no

TALE = story(
    scene("hall.door"),
    variables=[whole("knocks", 0, 3), yes_no("torn"), one_of("escort", "one", "two")],
)


def counted(*expressions: Expression, here: str = "") -> int:
    found = combinations(TALE, expressions, here=here)
    assert found is not None
    return len(list(found))


def test_every_value_of_every_variable_is_tried() -> None:
    assert counted(Every((Read("torn"), Compare("<", Read("knocks"), Whole(2))))) == 8


def test_an_expression_that_names_nothing_has_one_combination() -> None:
    assert counted(Truth(True)) == 1


def test_visits_are_tried_past_every_number_at_hand() -> None:
    found = combinations(TALE, (Compare(">", Times("hall.door"), Whole(2)),))
    assert [values["hall.door"] for values in found or ()] == [0, 1, 2, 3]


def test_a_scene_that_was_entered_has_at_least_one_visit() -> None:
    found = combinations(TALE, (Visited("hall.door"),), here="hall.door")
    assert min(values["hall.door"] for values in found or ()) == 1


def test_with_too_many_combinations_nothing_is_said() -> None:
    wide = story(scene("hall.door"), variables=[whole("far", 0, 10_000)])
    assert combinations(wide, (Read("far"),)) is None


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        (Arithmetic("%", Negative(Whole(7)), Whole(3)), 2),
        (Arithmetic("-", Read("knocks"), Whole(1)), 1),
        (Compare("==", Read("escort"), Label("escort", "two", 1)), 1),
        (Not(Read("torn")), 1),
        (Every((Read("torn"), Truth(True))), 0),
        (Some((Read("torn"), Visited("hall.door"))), 1),
        (Times("hall.door"), 4),
    ],
)
def test_an_expression_comes_to_what_it_comes_to_in_play(
    expression: Expression, result: int
) -> None:
    values = {"knocks": 2, "torn": 0, "escort": 1, "hall.door": 4}
    assert value(expression, values) == result


def test_and_stops_at_the_first_that_is_false() -> None:
    nought = Compare("==", Arithmetic("%", Whole(1), Whole(0)), Whole(0))
    assert value(Every((Truth(False), nought)), {}) == 0
    with pytest.raises(ZeroDivisionError):
        value(nought, {})
