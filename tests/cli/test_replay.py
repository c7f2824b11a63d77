from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from game.playing.opening import Beginning, begin_session, open_story
from tests.cli.conftest import Run, Write


@pytest.fixture
def kept(write: Write, tmp_path: Path) -> Path:
    """A play of the sample story, one choice long, in a save."""
    session = begin_session(open_story(write()), Beginning(), slot="1", folder=tmp_path)
    session.choose("open")
    session.save()
    session.close()
    return tmp_path / "slot1.json"


def test_a_save_is_played_again_and_its_transcript_printed(
    run: Run, write: Write, kept: Path
) -> None:
    told = run("replay", kept, write())
    assert (told.code, told.err) == (0, "")
    assert "> Open it. [hall.door/open]" in told.out
    assert told.out.rstrip().startswith("(hall.door)")


@pytest.mark.parametrize("text", ["open\n", "1\n", '["hall.door/open"]', '{"choices": [1]}'])
def test_choices_are_played_in_whatever_form(
    run: Run, write: Write, tmp_path: Path, text: str
) -> None:
    (tmp_path / "log").write_text(text)
    told = run("replay", tmp_path / "log", write())
    assert told.code == 0
    assert "[hall.door/open]" in told.out


def test_a_line_that_was_printed_for_machines_is_a_log(
    run: Run, write: Write, tmp_path: Path
) -> None:
    folder = write("# story.yaml\nlines:\n  - {line: diary, follows: [diary]}\n")
    (tmp_path / "log.json").write_text(run("line", "diary", "--story", folder, "--json").out)
    told = run("replay", tmp_path / "log.json", folder)
    assert (told.code, told.err) == (0, "")


def test_a_log_can_come_from_standard_input(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"open")))
    assert "[hall.door/open]" in run("replay", "-", write()).out


def test_where_a_choice_does_not_fit_the_transcript_ends_and_the_reason_is_said(
    run: Run, write: Write, tmp_path: Path
) -> None:
    (tmp_path / "log").write_text("open shut")
    told = run("replay", tmp_path / "log", write())
    assert told.code == 2
    assert "The street." in told.out
    assert told.err == (
        "Choice 2, 'shut', does not fit: the play ended at 'hall.street' before it.\n"
    )


def test_what_was_renamed_is_said(run: Run, write: Write, kept: Path) -> None:
    folder = write()
    assert run("rename", "hall.door/open", "push", folder).code == 0
    told = run("replay", kept, folder)
    assert told.code == 0
    assert told.err == (
        "'hall.door/open' is called 'hall.door/push' now.\n"
        "The story was edited since this was kept; the play still fits.\n"
    )


def test_a_seed_can_be_given(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / "log").write_text("open")
    assert run("replay", tmp_path / "log", write(), "--seed", "7").code == 0


def test_a_file_that_is_not_there_is_a_wrong_request(run: Run, write: Write) -> None:
    assert run("replay", "nowhere.txt", write()).code == 2


def test_a_save_of_another_story_ends_with_six(run: Run, kept: Path) -> None:
    assert run("replay", kept).code == 6


def test_a_damaged_save_ends_with_four(run: Run, write: Write, kept: Path) -> None:
    whole = json.loads(kept.read_text())
    whole["body"]["seed"] += 1
    kept.write_text(json.dumps(whole))
    assert run("replay", kept, write()).code == 4
