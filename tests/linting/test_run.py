from __future__ import annotations

from pathlib import Path

from game.linting.rules import (
    constant_condition,
    idle_lesson,
    only_cited,
    unheard_victims,
    unreachable_scene,
    unused_variable,
)
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


def test_once_it_is_told_to_stop_no_more_rules_are_asked(tmp_path: Path) -> None:
    story = read_sample(unreachable_scene.BAD, tmp_path).story
    assert story is not None
    assert run(story)
    assert run(story, stopped=lambda: True) == ()


def test_a_waived_rule_says_nothing_at_that_id(tmp_path: Path) -> None:
    assert left(waived(unreachable_scene.BAD, "S101", "hall.attic"), tmp_path) == []


def test_a_waiver_is_for_its_id_alone(tmp_path: Path) -> None:
    assert left(waived(unreachable_scene.BAD, "S101", "hall.street"), tmp_path) == ["S101", "E113"]


def test_a_waiver_is_for_its_rule_alone(tmp_path: Path) -> None:
    assert left(waived(unreachable_scene.BAD, "S102", "hall.attic"), tmp_path) == ["S101", "E113"]


def test_a_waiver_at_a_scene_is_for_its_choices_too(tmp_path: Path) -> None:
    assert left(waived(constant_condition.BAD, "L101", "hall.door"), tmp_path) == []


def test_a_waiver_at_one_choice_leaves_the_next_alone(tmp_path: Path) -> None:
    found = left(waived(constant_condition.BAD, "L101", "hall.door/open"), tmp_path)
    assert found == ["L101", "E113"]


def test_a_variable_can_be_waived_by_its_name(tmp_path: Path) -> None:
    assert left(waived(unused_variable.BAD, "L104", "torn"), tmp_path) == []


def test_what_is_said_of_the_story_as_a_whole_can_be_waived_by_its_id(tmp_path: Path) -> None:
    assert left(waived(unheard_victims.BAD, "H101", "sample"), tmp_path) == []


def test_a_lesson_can_be_waived_by_its_id(tmp_path: Path) -> None:
    assert left(waived(idle_lesson.BAD, "A108", "20"), tmp_path) == []


def test_a_waiver_of_what_only_playing_finds_is_left_to_those_who_play(tmp_path: Path) -> None:
    assert left(waived("", "X101", "hall.door"), tmp_path) == []


def test_a_waiver_of_a_code_that_no_rule_has_drops_nothing(tmp_path: Path) -> None:
    for number, code in enumerate(("L999", "Y011", "X005")):
        assert left(waived("", code, "hall.door"), tmp_path / str(number)) == ["E113"]


def test_an_unused_waiver_stands_where_it_was_written(tmp_path: Path) -> None:
    story = read_sample(waived("", "P101", "hall.door/open"), tmp_path).story
    assert story is not None
    (problem,) = run(story)
    assert problem.position == story.waivers[0].position
    assert problem.statement == "Nothing is waived here: P101 finds nothing at 'hall.door/open'."
    assert problem.hint


def test_advice_is_left_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    story = read_sample(only_cited.BAD, tmp_path).story
    assert story is not None
    assert run(story) == ()
    assert [problem.code for problem in run(story, advice=True)] == ["E110"]


def test_a_waiver_of_advice_is_used_though_the_advice_is_not_shown(tmp_path: Path) -> None:
    assert left(waived(only_cited.BAD, "E110", "way/door"), tmp_path) == []
