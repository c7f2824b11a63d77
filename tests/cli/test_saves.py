from __future__ import annotations

from pathlib import Path

import pytest

from game.playing.opening import Beginning, begin_session, open_story
from tests.cli.conftest import Run, Write


@pytest.fixture
def kept(write: Write, tmp_path: Path) -> Path:
    """A play of the sample story, one choice long, in slot 1."""
    folder = tmp_path / "kept"
    session = begin_session(open_story(write()), Beginning(), slot="1", folder=folder)
    session.choose("open")
    session.save()
    session.close()
    return folder


def test_a_folder_without_saves_says_so(run: Run, tmp_path: Path) -> None:
    told = run("saves", "list", "--saves", tmp_path / "none")
    assert (told.code, told.out) == (0, f"No saves in {tmp_path / 'none'}.\n")


def test_each_slot_is_a_line(run: Run, kept: Path) -> None:
    told = run("saves", "list", "--saves", kept)
    assert told.code == 0
    assert told.out.startswith("slot1: 1 choice, ")


def test_a_damaged_slot_says_what_is_the_matter(run: Run, kept: Path) -> None:
    (kept / "slot1.json").write_text("{")
    told = run("saves", "list", "--saves", kept)
    assert told.code == 0
    assert told.out.startswith("slot1: 'slot1.json' is damaged: ")


def test_a_whole_save_is_verified(run: Run, kept: Path, write: Write) -> None:
    told = run("saves", "verify", kept / "slot1.json", write())
    assert (told.code, told.out) == (0, "'slot1.json' is whole: 1 choice of 'sample'.\n")


def test_a_damaged_save_ends_with_four(run: Run, kept: Path, write: Write) -> None:
    file = kept / "slot1.json"
    file.write_text(file.read_text().replace("hall.door/open", "hall.door/shut"))
    assert run("saves", "verify", file, write()).code == 4


def test_a_save_of_another_story_ends_with_six(run: Run, kept: Path) -> None:
    assert run("saves", "verify", kept / "slot1.json").code == 6


def test_a_file_that_is_not_there_is_a_wrong_request(run: Run, tmp_path: Path) -> None:
    assert run("saves", "verify", tmp_path / "none.json").code == 2
