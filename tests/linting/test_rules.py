"""Every rule: its bad sample is caught by it alone, its good one is clean under all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.linting import rules
from game.linting.rule import Rule
from game.linting.rules import ALL
from game.linting.run import run
from game.loading.fault import CODES
from tests.linting.sample import read_sample

EVERY = pytest.mark.parametrize("rule", ALL, ids=lambda rule: f"{rule.CODE}-{rule.NAME}")


def codes(sample: str, folder: Path) -> set[str]:
    reading = read_sample(sample, folder)
    assert [str(problem) for problem in reading.problems] == []
    assert reading.story is not None
    return {problem.code for problem in run(reading.story, advice=True)}


@EVERY
def test_the_bad_sample_is_caught_by_this_rule_alone(rule: Rule, tmp_path: Path) -> None:
    assert codes(rule.BAD, tmp_path) == {rule.CODE}


@EVERY
def test_the_good_sample_is_clean_under_all_rules(rule: Rule, tmp_path: Path) -> None:
    assert codes(rule.GOOD, tmp_path) == set()


@EVERY
def test_a_problem_has_a_place_and_a_hint(rule: Rule, tmp_path: Path) -> None:
    story = read_sample(rule.BAD, tmp_path).story
    assert story is not None
    for problem in rule.check(story):
        assert (tmp_path / problem.position.file).is_file()
        assert problem.statement.endswith(".")
        assert problem.hint
        assert problem.severity is rule.SEVERITY


@EVERY
def test_the_manual_says_the_fault_and_then_why_it_matters(rule: Rule) -> None:
    first, blank, *rest = (rule.__doc__ or "").strip().splitlines()
    assert first.endswith(".")
    assert blank == ""
    assert len(" ".join(rest)) > 60


def test_no_rule_file_is_left_out_of_the_list() -> None:
    folder = Path(rules.__file__).parent
    written = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {rule.NAME.replace("-", "_") for rule in ALL} == written


def test_codes_and_names_are_each_rules_own() -> None:
    found = [rule.CODE for rule in ALL]
    assert len(set(found)) == len(found)
    assert not set(found) & set(CODES)
    assert all(re.fullmatch(r"[SLEPAH]\d{3}", code) for code in found)


def test_codes_stand_in_the_order_of_the_manual() -> None:
    found = [("SLEPAH".index(rule.CODE[0]), rule.CODE) for rule in ALL]
    assert found == sorted(found)
