from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import exploring
from game.cli.handbook import pages
from game.cli.page import Page
from game.cli.played import PLAYED
from game.linting.rules import ALL
from game.loading.fault import CODES
from game.loading.manual import PAGES
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


@pytest.mark.parametrize("code", CODES)
def test_a_code_of_the_reader_has_its_page_too(code: str, run: Run) -> None:
    told = run("explain", code)
    assert told.out.startswith(f"{code} {CODES[code]} (error)\n\n{PAGES[code].statement[:40]}")
    assert "\nBad:\n" in told.out
    assert "\nGood:\n" in told.out


@pytest.mark.parametrize("page", PLAYED, ids=lambda page: page.code)
def test_a_code_of_the_search_has_its_page_too(page: Page, run: Run) -> None:
    told = run("explain", page.code)
    assert told.out.startswith(f"{page.code} {page.name} ({page.severity})\n\n")
    assert " ".join(page.why.split()) in " ".join(told.out.split())


def test_what_nobody_could_see_is_printed_as_an_escape(run: Run) -> None:
    assert r"A door, and \u202eno key" in run("explain", "Y004").out


def test_no_code_of_the_search_is_left_out() -> None:
    sources = Path(exploring.__file__).parent.glob("*.py")
    written = {code for path in sources for code in re.findall(r'"(X\d{3})"', path.read_text())}
    assert written == {page.code for page in PLAYED}


def test_every_code_is_some_pages_alone() -> None:
    codes = [*CODES, *(rule.CODE for rule in ALL), *(page.code for page in PLAYED)]
    assert list(pages()) == codes


def test_with_no_code_all_are_listed(run: Run) -> None:
    listed = {line.split()[0] for line in run("explain").out.splitlines()}
    assert {rule.CODE for rule in ALL} | set(CODES) | {"X101"} <= listed


def test_a_code_that_is_not_there_is_a_wrong_request(run: Run) -> None:
    told = run("explain", "Q999")
    assert told.code == 2
    assert "There is no code 'Q999'." in told.err
