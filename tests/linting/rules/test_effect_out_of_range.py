from __future__ import annotations

from game.linting.rules.effect_out_of_range import check
from game.model.expression import Condition, Effect
from tests.builders import choice, compares, effect, end, scene, story, whole


def found(*effects: Effect, condition: Condition | None = None) -> list[str]:
    door = scene(
        "hall.door", choice("knock", to="hall.street", effects=effects, condition=condition)
    )
    tale = story(door, end("hall.street"), variables=[whole("knocks", 0, 3)])
    return [problem.statement for problem in check(tale)]


def test_an_effect_that_some_state_allows_is_let_be() -> None:
    assert not found(effect("knocks", "+=", 3))


def test_a_value_outside_the_range_is_always_outside() -> None:
    assert len(found(effect("knocks", "=", 4))) == 1


def test_a_step_longer_than_the_range_is_always_outside() -> None:
    assert len(found(effect("knocks", "-=", 4))) == 1


def test_the_condition_of_the_choice_counts() -> None:
    assert found(effect("knocks", "+=", 1), condition=compares("knocks", ">=", 3))
    assert not found(effect("knocks", "+=", 1), condition=compares("knocks", ">=", 2))


def test_the_effects_before_it_count() -> None:
    assert len(found(effect("knocks", "=", 3), effect("knocks", "+=", 1))) == 1
    assert not found(effect("knocks", "=", 2), effect("knocks", "+=", 1))


def test_behind_a_fault_nothing_more_is_said() -> None:
    assert len(found(effect("knocks", "=", 9), effect("knocks", "=", 8))) == 1


def test_what_a_scene_does_on_entry_is_tried_too() -> None:
    door = scene("hall.door", effects=[effect("knocks", "=", 4)])
    assert list(check(story(door, variables=[whole("knocks", 0, 3)])))
