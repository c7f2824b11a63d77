"""A lesson with students who do not exist, from the desk to the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.classroom.lines import read
from game.classroom.rehearsal import PROMPT, Rehearsal, rehearse
from game.playing.lesson import NoLesson
from game.playing.opening import open_story
from tests.playing.test_lesson import tale


def rehearsed(*lines: str, fast: bool = False, output: Path | None = None, seed: int = 0) -> str:
    """What is said of a lesson led with these lines; after the last nobody types any more."""
    told: list[str] = []
    typed: Iterator[str] = iter(lines)

    def hear(asking: str) -> str | None:
        assert asking == PROMPT
        return next(typed, None)

    wish = Rehearsal(told.append, hear, seed=seed, fast=fast, output=output)
    assert rehearse(tale(), wish) == 0
    return "\n".join(told)


def test_a_whole_lesson_goes_by_itself() -> None:
    told = rehearsed(fast=True)
    for words in ("Vote alone.", "Talk with", "Vote again", "Put the card down.", "At the door:"):
        assert words in told
    assert "The lesson is over." in told


def test_the_same_seed_is_the_same_lesson_and_another_is_another() -> None:
    assert rehearsed(fast=True, seed=3) == rehearsed(fast=True, seed=3)
    assert rehearsed(fast=True, seed=3) != rehearsed(fast=True, seed=4)


def test_a_teacher_goes_at_their_own_pace() -> None:
    told = rehearsed("", "", "", "", "q")
    assert "Talk with your neighbours." in told
    assert "Vote again" not in told


def test_when_the_lines_end_it_ends() -> None:
    assert "Wait until everybody is here." in rehearsed()


def test_what_cannot_be_done_is_said_and_changes_nothing() -> None:
    told = rehearsed("o", "nonsense", "?", "seats", "page")
    assert "That cannot be done at this point of the lesson." in told
    assert "That means nothing here." in told
    assert "close the vote now" in told
    assert told.count("Wait until everybody is here.") == 2


def test_a_teacher_closes_decides_and_shows_a_reason() -> None:
    on = [""] * 5
    told = rehearsed(*on, "c", "y 1", "d C because we look at it from there", "", "q")
    assert "Reason 1, approved" in told
    assert "The teacher decided otherwise than the vote." in told


def test_the_report_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    told = rehearsed(fast=True, output=tmp_path)
    assert f"Written: {tmp_path / 'lesson.html'}" in told
    made = read((tmp_path / "lesson.jsonl").read_text(encoding="utf-8"))
    assert made.joined == 24
    assert [each.number for each in made.decisions] == [1, 2]


def test_nothing_is_written_where_nothing_is_wanted(tmp_path: Path) -> None:
    rehearsed(fast=True)
    assert list(tmp_path.iterdir()) == []


def test_a_lesson_that_is_not_there_is_said() -> None:
    wish = Rehearsal(lambda _: None, lambda _: None, lesson="20")
    with pytest.raises(NoLesson):
        rehearse(tale(), wish)


def test_every_lesson_of_the_shipped_story_can_be_rehearsed() -> None:
    story = open_story()
    assert story.lessons
    for name in story.lessons:
        told: list[str] = []
        rehearse(story, Rehearsal(told.append, lambda _: None, lesson=name, fast=True))
        assert any("The lesson is over." in line for line in told)
