from __future__ import annotations

from itertools import product

import pytest

from game.engine.evaluate import Places, meaning
from game.exporting.expression import bounds, tree
from game.model.expression import (
    Arithmetic,
    Compare,
    Every,
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
from tests.builders import end, story, whole

TOLD = story(end("hall.end"), variables=[whole("v", -3, 4), whole("w", 0, 2)])


def test_a_tree_names_the_operator_first() -> None:
    asked = Every(
        (
            Compare(">=", Read("v"), Negative(Whole(2))),
            Not(Some((Visited("hall.end"), Truth(value=False)))),
            Compare("==", Read("mood"), Label("mood", "low", 0)),
            Compare("<", Times("hall.end"), Whole(3)),
        )
    )
    assert tree(asked) == [
        "and",
        [">=", ["read", "v"], ["negative", 2]],
        ["not", ["or", ["visited", "hall.end"], False]],
        ["==", ["read", "mood"], ["value", "mood", "low"]],
        ["<", ["times", "hall.end"], 3],
    ]


@pytest.mark.parametrize("operator", ["+", "-", "*", "%"])
def test_no_value_lies_outside_the_bounds(operator: Operator) -> None:
    asked = Negative(Arithmetic(operator, Read("v"), Arithmetic("+", Read("w"), Whole(1))))
    low, high = bounds(asked, TOLD)
    worth = meaning(asked, Places({"v": 0, "w": 1}, {}))
    values = [worth((v, w), ()) for v, w in product(range(-3, 5), range(3))]
    assert low <= min(values)
    assert max(values) <= high
