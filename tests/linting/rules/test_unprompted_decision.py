from __future__ import annotations

from dataclasses import replace

from game.linting.rules.unprompted_decision import check
from game.model.scene import Ask, Scene
from game.model.story import Lesson
from tests.builders import choice, effect, end, leaves, scene, story, yes_no

BOTH = (Ask("evidence", "Who says so?"), Ask("perspective", "Who gains?"))
SETS = choice("lamp", to="hall.street", effects=[effect("lit", "=", True)])
OFF = choice("stay", to="hall.street", leaves=leaves(1))
TURNS = choice("read", to="hall.street")


def found(*scenes: Scene, lessons: bool = True) -> list[str]:
    tale = story(*scenes, end("hall.street"), variables=[yes_no("lit")])
    lesson = Lesson("45", "hall.door", "diary", ("hall.door",))
    tale = replace(tale, lessons={"45": lesson} if lessons else {})
    return [problem.statement for problem in check(tale)]


def test_a_choice_that_sets_something_asks_for_both_prompts() -> None:
    (statement,) = found(scene("hall.door", SETS))
    assert statement.endswith("'hall.door', and it has no prompt on evidence or perspective.")


def test_so_does_one_that_leaves_the_record() -> None:
    assert len(found(scene("hall.door", OFF, TURNS))) == 1


def test_two_prompts_of_one_kind_are_not_both() -> None:
    twice = replace(scene("hall.door", SETS), asks=(BOTH[0], BOTH[0]))
    assert found(twice) == [
        "Something follows from the choices of 'hall.door', and it has no prompt on perspective."
    ]


def test_with_both_nothing_is_said() -> None:
    assert found(replace(scene("hall.door", SETS), asks=BOTH)) == []


def test_a_scene_from_which_nothing_follows_needs_none() -> None:
    assert found(scene("hall.door", TURNS)) == []


def test_a_story_without_prompts_and_lessons_is_not_for_a_class() -> None:
    assert found(scene("hall.door", SETS), lessons=False) == []
    asked = replace(scene("hall.yard", TURNS), asks=BOTH)
    assert len(found(scene("hall.door", SETS), asked, lessons=False)) == 1
