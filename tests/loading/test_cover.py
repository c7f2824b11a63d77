"""This is the cover: what is known of a story before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loading.cover import shipped_story, title_at_a_glance
from game.loading.folder import read_story

SAMPLE = Path(__file__).resolve().parent.parent / "stories" / "sample"


def test_the_shipped_story_is_found() -> None:
    assert (shipped_story() / "story.yaml").is_file()


@pytest.mark.parametrize("folder", [shipped_story(), SAMPLE], ids=["shipped", "sample"])
def test_a_glance_sees_what_the_whole_reading_sees(folder: Path) -> None:
    told = read_story(folder).story
    assert told is not None
    assert title_at_a_glance(folder) == told.title


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("title: A plain one", "A plain one"),
        ("title: 'A: quoted one'  ", "A: quoted one"),
        ('title: "A: quoted one"\r', "A: quoted one"),
        ('title: "with \\t an escape"', ""),
        ("title: |", ""),
        ("title: *anchor", ""),
        ("  title: of something else", ""),
    ],
)
def test_a_title_is_seen_where_it_stands_plainly_on_one_line(
    line: str, seen: str, tmp_path: Path
) -> None:
    (tmp_path / "story.yaml").write_bytes(f"format: 1\n{line}\nlanguage: en\n".encode())
    assert title_at_a_glance(tmp_path) == seen


def test_a_folder_without_a_story_has_no_title(tmp_path: Path) -> None:
    assert title_at_a_glance(tmp_path) == ""


def test_what_is_not_a_regular_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").mkdir()
    assert title_at_a_glance(tmp_path) == ""
