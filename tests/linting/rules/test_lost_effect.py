from __future__ import annotations

import pytest

from game.linting.rules.lost_effect import check
from game.model.expression import Effect, Read
from tests.builders import choice, effect, end, scene, story, whole


def found(*effects: Effect) -> list[str]:
    tale = story(
        scene("hall.door", choice("go", to="hall.street", effects=effects)),
        end("hall.street"),
        variables=[whole("m", 0, 9), whole("n", 0, 9)],
    )
    return [problem.statement for problem in check(tale)]


SET = effect("m", "=", 1)


def test_what_is_set_again_at_once_was_never_there() -> None:
    assert found(SET, effect("m", "=", 2)) == [
        "What 'm = Whole(value=1)' sets is set again at once."
    ]


@pytest.mark.parametrize(
    "later",
    [
        effect("m", "+=", 2),
        effect("m", "=", Read("m")),
        effect("n", "=", 2),
    ],
)
def test_what_is_built_upon_is_not_lost(later: Effect) -> None:
    assert not any("set again" in statement for statement in found(SET, later))


def test_what_another_variable_took_before_is_not_lost() -> None:
    assert found(SET, effect("n", "=", Read("m")), effect("m", "=", 2)) == []


@pytest.mark.parametrize("idle", [effect("m", "+=", 0), effect("m", "=", Read("m"))])
def test_an_effect_that_changes_nothing_is_found(idle: Effect) -> None:
    assert [statement.endswith("changes nothing.") for statement in found(idle)] == [True]


def test_effects_on_entering_a_scene_are_looked_at_too() -> None:
    tale = story(end("hall.street"), variables=[whole("m", 0, 9)])
    entered = scene("hall.door", then="hall.street", effects=[SET, SET])
    tale = story(entered, *tale.scenes.values(), variables=[whole("m", 0, 9)])
    assert len(list(check(tale))) == 1
