"""What a teacher has before a lesson."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.classroom.export import NotWrittenOut
from game.classroom.kit import pages, passages, prepare, ways, write
from game.classroom.lesson import Lesson
from game.classroom.order import Order
from game.playing.lesson import course
from tests.playing.test_lesson import tale


@pytest.fixture
def lesson() -> Lesson:
    return Lesson(course(tale()))


def test_every_way_of_deciding_is_looked_at(lesson: Lesson) -> None:
    first = lesson.decision(())
    seen = tuple(ways(lesson))
    assert seen[0] == first
    after = [lesson.decision((choice,)) for choice in first.choices]
    assert all(each in seen for each in after)


def test_each_scene_with_a_tag_is_listed_once(lesson: Lesson) -> None:
    tagged = {
        scene
        for each in ways(lesson)
        for scene, tags in [(each.scene, each.tags), *((leg.scene, leg.tags) for leg in each.way)]
        if set(tags) - {"safe"}
    }
    said = "\n".join(passages(lesson))
    assert [scene for scene in tagged if said.count(f"({scene}):") != 1] == []
    assert f"{len(tagged)} scene" in said


def test_the_kit_is_pages_that_need_nothing_else(lesson: Lesson, tmp_path: Path) -> None:
    paths = write(lesson, tmp_path / "kit")
    assert {path.name for path in paths} == set(pages(lesson))
    for path in paths:
        page = path.read_text("utf-8")
        assert page.startswith("<!")
        assert "<script" not in page


def test_a_ballot_has_every_option_of_every_decision(lesson: Lesson) -> None:
    page = pages(lesson)["ballots.html"]
    for option in lesson.decision(()).options:
        assert f"{option.letter}. " in page


def test_a_folder_that_cannot_be_written_is_said(lesson: Lesson, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWrittenOut):
        write(lesson, tmp_path / "file" / "kit")


def test_a_preview_holds_no_lesson(tmp_path: Path) -> None:
    told: list[str] = []
    order = Order(told.append, lambda _: None, lambda _: None, tmp_path, preview=True)
    assert prepare(tale(), order) == 0
    assert "Lesson:" in told[0]
    assert list(tmp_path.iterdir()) == []
