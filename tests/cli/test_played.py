"""Every page on what playing finds: its bad sample is caught by its code, its good one is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.page import Page
from game.cli.played import PLAYED
from game.engine.rules import Rules
from game.exploring.search import explore
from tests.linting.sample import read_sample

shown = pytest.mark.parametrize(
    "page", [page for page in PLAYED if not page.in_words], ids=lambda page: page.code
)

COMPANY = {"X101": {"X102"}, "X103": {"X102"}, "X701": {"X105"}}
"""What cannot but be found beside it: where a scene is never met, a choice is never open."""


def found(sample: str, folder: Path) -> set[tuple[str, str]]:
    reading = read_sample(sample, folder)
    assert [str(problem) for problem in reading.problems] == []
    assert reading.story is not None
    faults = explore(Rules(reading.story), 10_000).faults
    return {(fault.problem.code, fault.problem.severity.value) for fault in faults}


@shown
def test_the_bad_sample_is_caught_by_this_code(page: Page, tmp_path: Path) -> None:
    caught = found(page.bad, tmp_path)

    assert (page.code, page.severity) in caught
    assert {code for code, _ in caught} == {page.code} | COMPANY.get(page.code, set())


@shown
def test_the_good_sample_leaves_nothing_to_say(page: Page, tmp_path: Path) -> None:
    assert found(page.good, tmp_path) == set()
