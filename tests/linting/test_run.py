from __future__ import annotations

from pathlib import Path

from game.linting.rules import constant_condition, unreachable_scene, unused_variable
from game.linting.run import run
from tests.linting.sample import read_sample


def left(sample: str, folder: Path) -> list[str]:
    story = read_sample(sample, folder).story
    assert story is not None
    return [problem.code for problem in run(story)]


def waived(sample: str, code: str, at: str) -> str:
    head = "" if "# story.yaml" in sample else "# story.yaml\n"
    return f'{sample}{head}waive:\n  - {{code: {code}, at: {at}, why: "It is meant."}}\n'


def test_problems_are_sorted_by_place(tmp_path: Path) -> None:
    sample = f"{unreachable_scene.BAD}# story.yaml\nstate:\n  torn: {{yes_no: false}}\n"
    assert left(sample, tmp_path) == ["S101", "L104"]


def test_a_waived_rule_says_nothing_at_that_id(tmp_path: Path) -> None:
    assert left(waived(unreachable_scene.BAD, "S101", "hall.attic"), tmp_path) == []


def test_a_waiver_is_for_its_id_alone(tmp_path: Path) -> None:
    assert left(waived(unreachable_scene.BAD, "S101", "hall.street"), tmp_path) == ["S101"]


def test_a_waiver_is_for_its_rule_alone(tmp_path: Path) -> None:
    assert left(waived(unreachable_scene.BAD, "S102", "hall.attic"), tmp_path) == ["S101"]


def test_a_waiver_at_a_scene_is_for_its_choices_too(tmp_path: Path) -> None:
    assert left(waived(constant_condition.BAD, "L101", "hall.door"), tmp_path) == []


def test_a_waiver_at_one_choice_leaves_the_next_alone(tmp_path: Path) -> None:
    assert left(waived(constant_condition.BAD, "L101", "hall.door/open"), tmp_path) == ["L101"]


def test_a_variable_can_be_waived_by_its_name(tmp_path: Path) -> None:
    assert left(waived(unused_variable.BAD, "L104", "torn"), tmp_path) == []
