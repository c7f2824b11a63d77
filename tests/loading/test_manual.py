"""Every page of the reader's manual: its bad sample is caught by it, its good one is clean."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.loading.fault import CODES
from game.loading.folder import Reading, read_story
from game.loading.manual import PAGES
from game.loading.manual.page import Page
from game.loading.shelf import LARGEST
from tests.linting.sample import read_sample

SHOWN = [page for page in PAGES.values() if not page.in_words]
every = pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.code)
shown = pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)


def codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems}


def test_every_code_has_its_page() -> None:
    assert list(PAGES) == list(CODES)


@shown
def test_the_bad_sample_is_caught_by_this_code_alone(page: Page, tmp_path: Path) -> None:
    found = codes(read_sample(page.bad, tmp_path))

    assert found == {page.code} | ({"P002"} if page.code == "Y021" else set())


@shown
def test_the_good_sample_can_be_played(page: Page, tmp_path: Path) -> None:
    reading = read_sample(page.good, tmp_path)

    assert [str(problem) for problem in reading.problems] == []
    assert reading.story is not None


@every
def test_a_page_says_the_fault_and_then_why_it_matters(page: Page) -> None:
    assert page.statement.endswith(".")
    assert page.why.endswith(".")
    assert len(page.why) > 30


def _latin(folder: Path) -> None:
    (folder / "scenes" / "more.yaml").write_bytes("- Größe\n".encode("latin-1"))


def _wide(folder: Path) -> None:
    (folder / "scenes" / "more.yaml").write_bytes("- x\n".encode("utf-16"))


def _huge(folder: Path) -> None:
    (folder / "scenes" / "more.yaml").write_bytes(b"#" * (LARGEST + 1))


def _linked(folder: Path) -> None:
    (folder / "scenes" / "more.yaml").symlink_to(folder / "story.yaml")


def _locked(folder: Path) -> None:
    (folder / "scenes" / "more.yaml").write_text("x")
    (folder / "scenes" / "more.yaml").chmod(0)


def _misspelt(folder: Path) -> None:
    (folder / "glosary.yaml").write_text("x")


def _accented(folder: Path) -> None:
    (folder / "scenes" / "größe.yaml").write_text("x")


def _gone(folder: Path) -> None:
    (folder / "story.yaml").unlink()


WORDS: dict[str, Callable[[Path], None]] = {
    "Y001": _locked,
    "Y002": _wide,
    "Y003": _latin,
    "Y009": _huge,
    "Y014": _linked,
    "Y019": _misspelt,
    "Y020": _gone,
    "Y022": _accented,
}
"""What is said in words, done."""


def test_only_what_no_sample_can_show_is_said_in_words() -> None:
    assert {page.code for page in PAGES.values() if page.in_words} == set(WORDS)


@pytest.mark.skipif(os.name != "posix", reason="asks for links and modes")
@pytest.mark.parametrize("code", WORDS)
def test_what_is_said_in_words_is_so(code: str, tmp_path: Path) -> None:
    if code == "Y001" and not os.geteuid():
        pytest.skip("root may read everything")
    read_sample("", tmp_path)
    WORDS[code](tmp_path)

    assert code in codes(read_story(tmp_path))
