from __future__ import annotations

from game.linting.rules.constant_condition import check
from game.model.expression import Compare, Condition, Every, Times, Truth, Whole
from game.model.prose import Arm, Stretch, Words
from game.model.story import Story
from tests.builders import (
    choice,
    compares,
    end,
    holds,
    paragraph,
    paragraphs,
    scene,
    story,
    was_at,
    when,
    whole,
    yes_no,
)

VARIABLES = (whole("knocks", 0, 3), yes_no("torn"))


def with_condition(condition: Condition) -> Story:
    door = scene("hall.door", choice("open", to="hall.street", condition=condition))
    return story(door, end("hall.street"), variables=VARIABLES)


def with_arms(*conditions: Condition) -> Story:
    arms = tuple(Arm(each, (Words("So."),)) for each in conditions)
    return story(scene("hall.door", text=paragraphs(paragraph(Stretch(arms)))), variables=VARIABLES)


def words(story: Story) -> list[str]:
    return ["always" if "always" in problem.statement else "never" for problem in check(story)]


def test_a_condition_that_some_state_changes_is_let_be() -> None:
    assert words(with_condition(compares("knocks", ">=", 3))) == []


def test_a_condition_beyond_the_range_never_holds() -> None:
    assert words(with_condition(compares("knocks", ">", 3))) == ["never"]


def test_two_conditions_that_exclude_each_other_never_hold() -> None:
    low, high = compares("knocks", "<", 1).test, compares("knocks", ">", 2).test
    assert words(with_condition(when(Every((low, high))))) == ["never"]


def test_a_truth_written_down_always_holds() -> None:
    assert words(with_condition(when(Truth(True)))) == ["always"]


def test_in_its_own_scene_a_visit_has_always_been_made() -> None:
    assert words(with_condition(was_at("hall.door"))) == ["always"]
    assert words(with_condition(was_at("hall.street"))) == []


def test_how_often_a_scene_was_entered_has_no_known_end() -> None:
    assert words(with_condition(when(Compare("<", Times("hall.door"), Whole(50))))) == []


def test_an_arm_is_asked_only_where_the_earlier_ones_failed() -> None:
    assert words(with_arms(holds("torn"), holds("torn"))) == ["never"]
    assert words(with_arms(compares("knocks", "<", 2), compares("knocks", ">=", 2))) == ["always"]
