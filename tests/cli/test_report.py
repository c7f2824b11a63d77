from __future__ import annotations

from pathlib import Path

import pytest

from game.linting.rules import skippable_tag
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


def test_a_slot_is_debriefed_unless_told_otherwise(run: Run, kept: Path, write: Write) -> None:
    told = run("report", "1", "--saves", kept, "--story", write())
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("A sample. Debrief\n=================\n\n1 decision.")
    assert not told.out.endswith("\n\n")


def test_the_file_of_a_save_may_be_named_too(run: Run, kept: Path, write: Write) -> None:
    by_file = run("report", kept / "slot1.json", "--story", write())
    assert by_file.out == run("report", "1", "--saves", kept, "--story", write()).out


@pytest.mark.parametrize("kind", ["transcript", "journal", "debrief"])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_report_can_be_had_in_every_form(
    kind: str, form: str, run: Run, kept: Path, write: Write
) -> None:
    told = run("report", "1", "--as", kind, "--format", form, "--saves", kept, "--story", write())
    assert told.code == 0
    assert kind.capitalize() in told.out
    assert "Open it." in told.out


def test_a_report_is_written_to_a_file(run: Run, kept: Path, write: Write, tmp_path: Path) -> None:
    file = tmp_path / "debrief.html"
    told = run("report", "1", "--format", "html", "-o", file, "--saves", kept, "--story", write())
    assert (told.code, told.out) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n")
    assert b"\r" not in file.read_bytes()


def test_a_file_that_cannot_be_written_is_said_in_a_line(
    run: Run, kept: Path, write: Write, tmp_path: Path
) -> None:
    file = tmp_path / "nowhere" / "debrief.txt"
    told = run("report", "1", "-o", file, "--saves", kept, "--story", write())
    assert told.code == 3
    assert told.err.startswith(f"'{file}' could not be written: ")
    assert told.err.count("\n") == 1


def test_a_damaged_save_ends_with_four(run: Run, kept: Path, write: Write) -> None:
    (kept / "slot1.json").write_text("{")
    assert run("report", "1", "--saves", kept, "--story", write()).code == 4


def test_a_save_of_another_story_ends_with_six(run: Run, kept: Path) -> None:
    assert run("report", "1", "--saves", kept).code == 6


def test_a_slot_that_is_empty_is_a_wrong_request(run: Run, kept: Path, write: Write) -> None:
    assert run("report", "2", "--saves", kept, "--story", write()).code == 2


def test_where_the_story_was_edited_the_play_is_told_as_far_as_it_goes(
    run: Run, kept: Path, write: Write
) -> None:
    folder = write()
    scenes = folder / "scenes" / "01-hall" / "hall.yaml"
    scenes.write_text(scenes.read_text().replace("choice: open", "choice: shut"))
    told = run("report", "1", "--saves", kept, "--story", folder)
    assert told.code == 0
    assert "The story was edited since this was saved" in told.err
    assert "0 decisions so far." in told.out


def test_a_transcript_says_what_was_passed_over_and_how_often(
    run: Run, write: Write, tmp_path: Path
) -> None:
    folder = write(skippable_tag.GOOD)
    session = begin_session(open_story(folder), Beginning(), slot="1", folder=tmp_path)
    session.pass_over()
    session.choose("open")
    session.save()
    session.close()
    told = run("report", "1", "--as", "transcript", "--saves", tmp_path, "--story", folder)
    assert "Passed over: 1 passage (suicide)." in told.out
    assert "how the neighbour died" not in told.out
