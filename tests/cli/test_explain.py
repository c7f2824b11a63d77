from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import exploring
from game.cli.explain import READ, SEARCHED
from game.linting.rules import ALL
from game.loading.fault import CODES
from tests.cli.conftest import Run


@pytest.mark.parametrize("code", [rule.CODE for rule in ALL])
def test_a_rule_is_explained_with_a_bad_and_a_good_sample(code: str, run: Run) -> None:
    told = run("explain", code)
    assert told.code == 0
    assert told.out.startswith(f"{code} ")
    assert "\nBad:\n" in told.out
    assert "\nGood:\n" in told.out


def test_a_code_may_be_written_small(run: Run) -> None:
    assert run("explain", "s101").out == run("explain", "S101").out


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_of_the_reader_is_known_too(code: str, run: Run) -> None:
    assert run("explain", code).out.startswith(f"{code} {CODES[code]}\n")


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_of_the_reader_says_what_its_family_is_about(code: str, run: Run) -> None:
    _, family, where = run("explain", code).out.split("\n\n")
    assert " ".join(family.split()) == READ[code[0]]
    assert where == "Found by reading the files: the hint printed with it says what to try.\n"


def test_a_code_of_the_search_is_known_too(run: Run) -> None:
    assert "no play reaches" in run("explain", "X101").out


def test_no_code_of_the_search_is_left_out() -> None:
    sources = Path(exploring.__file__).parent.glob("*.py")
    written = {code for path in sources for code in re.findall(r'"(X\d{3})"', path.read_text())}
    assert written == set(SEARCHED)


def test_with_no_code_all_are_listed(run: Run) -> None:
    listed = {line.split()[0] for line in run("explain").out.splitlines()}
    assert {rule.CODE for rule in ALL} | set(CODES) | {"X101"} <= listed


def test_a_code_that_is_not_there_is_a_wrong_request(run: Run) -> None:
    told = run("explain", "Q999")
    assert told.code == 2
    assert "There is no code 'Q999'." in told.err
