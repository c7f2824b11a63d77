from __future__ import annotations

from game.linting.rules.skippable_tag import check
from game.model.scene import Scene
from tests.builders import scene, skippable, story


def found(each: Scene) -> list[str]:
    return [problem.statement for problem in check(story(each))]


def test_a_hard_tag_needs_a_summary_to_skip_to() -> None:
    assert found(scene("hall.door", tags=["suicide"])) == [
        "'hall.door' has the tag 'suicide' and cannot be skipped for it."
    ]


def test_a_tag_that_is_only_named_needs_none() -> None:
    assert found(scene("hall.door", tags=["arrest"])) == []


def test_a_summary_for_the_tags_that_are_there_is_right() -> None:
    summary = skippable("suicide", summary="A death is told.")
    assert found(scene("hall.door", tags=["arrest", "suicide"], skippable=summary)) == []


def test_a_summary_for_a_tag_that_is_not_there_is_found() -> None:
    summary = skippable("torture", summary="A death is told.")
    assert found(scene("hall.door", skippable=summary)) == [
        "'hall.door' can be skipped for 'torture', which is not among its tags."
    ]
