"""The tutorial, done as it says, from an empty folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.loading.folder import read_story
from tests.walkthrough import Ran, steps, walk

WRITING = Path(__file__).resolve().parent.parent / "docs" / "writing"
TUTORIAL = (WRITING / "tutorial.md").read_text(encoding="utf-8")
STORY = Path("tap")


@pytest.fixture
def ran(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[Ran]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return [*walk(steps(TUTORIAL), STORY, capsys)]


def test_every_answer_is_the_one_that_is_printed(ran: list[Ran]) -> None:
    shown = [each for each in ran if each.said is not None]

    assert len(shown) == 4
    for each in shown:
        assert each.out == each.said


def test_only_the_mistakes_made_on_purpose_are_found(ran: list[Ran]) -> None:
    faulty = [each for each in ran if each.code]

    assert [each.command for each in faulty] == ["otherside check tap", "otherside explore tap"]
    stuck = "X201 A play can be stuck in 'tap.hour': no choice is open there and it is no ending."
    assert stuck in faulty[1].out
    assert stuck in TUTORIAL


def test_it_ends_with_ten_scenes_and_three_accounts(ran: list[Ran]) -> None:
    story = read_story(STORY).story

    assert story is not None
    assert (len(story.scenes), len(story.accounts)) == (10, 3)
    explored = [each for each in ran if each.command == "otherside explore tap" and not each.code]
    assert len(explored) == 2
    assert all(each.out.endswith("Nothing to mend.\n") for each in explored)


def test_each_page_it_points_to_is_there() -> None:
    pages = re.findall(r"\]\(([a-z]+\.md)\)", TUTORIAL)

    assert pages
    assert [page for page in pages if not (WRITING / page).is_file()] == []
