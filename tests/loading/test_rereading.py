from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.loading.folder import Draft, Reading, read_files, read_story
from game.loading.rereading import Rereader
from game.model.story import Story
from tests.renaming.sample import FILES

HALL, YARD = "scenes/01-hall/hall.yaml", "scenes/02-yard/yard.yaml"
EDITS: tuple[tuple[str, str, str], ...] = (
    (HALL, "She looks.", "She looks again."),
    (HALL, "to: yard.gate", "to: yard.gat"),
    (HALL, "choices:", "chioces:"),
    (HALL, "- scene: hall.look", "- scene: yard.walk"),
    (HALL, "- choice: look", "- choice: knock"),
    (HALL, "{if knocks", "{if rocks"),
    (HALL, "  text: She looks.", "  text: [She looks."),
    (YARD, "She is gone.", "{knocks} times gone."),
    (YARD, "yard.end", "yard.last"),
    ("story.yaml", "knocks: {whole: [0, 3]", "knocks: {whole: [0, 5]"),
    ("story.yaml", "asked: {yes_no: false}", "told: {yes_no: false}"),
    ("story.yaml", "format: 1", " format: 1"),
    ("story.yaml", "state:", "stat:"),
    ("record/01-way.yaml", "claim: gate", "claim: door"),
    ("record/accounts.yaml", "rests_on: []", "rests_on: [letter]"),
    ("people.yaml", "anna", "hanna"),
    ("glossary.yaml", "word: rap", "word: tap"),
)
STEPS = st.lists(
    st.one_of(
        st.sampled_from([*EDITS, *((file, new, old) for file, old, new in EDITS)]),
        st.sampled_from(sorted(FILES)),
    ),
    min_size=1,
    max_size=6,
)


def _write(folder: Path, files: Iterable[str] = FILES) -> Path:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(FILES[file])
    return folder


def _change(folder: Path, step: tuple[str, str, str] | str) -> None:
    """Replace words in a file, or take a file away, or put it back."""
    if isinstance(step, str):
        path = folder / step
        if path.exists():
            path.unlink()
        else:
            path.write_bytes(FILES[step])
        return
    file, old, new = step
    if (folder / file).exists():
        data = (folder / file).read_bytes()
        (folder / file).write_bytes(data.replace(old.encode(), new.encode(), 1))


def _plain(reading: Reading) -> tuple[object, ...]:
    return (reading.problems, _values(reading.story))


def _values(story: Story | None) -> tuple[object, ...] | None:
    if story is None:
        return None
    return tuple(getattr(story, each.name) for each in fields(story))


@settings(max_examples=40)
@given(STEPS)
def test_reading_again_gives_what_reading_anew_gives(
    steps: list[tuple[str, str, str] | str],
) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = _write(Path(home))
        reader = Rereader(folder)
        assert _plain(reader.read()) == _plain(read_story(folder))
        for step in steps:
            _change(folder, step)
            assert _plain(reader.read()) == _plain(read_story(folder))


def test_only_the_file_that_was_saved_is_read_again(tmp_path: Path) -> None:
    reader = Rereader(_write(tmp_path))
    before = reader.read().story
    _change(tmp_path, (HALL, "She looks.", "She looks again."))
    after = reader.read().story
    assert before is not None
    assert after is not None
    assert after.scenes["yard.gate"] is before.scenes["yard.gate"]
    assert after.scenes["hall.look"] is not before.scenes["hall.look"]


def test_a_fault_in_one_file_costs_no_other_its_reading(tmp_path: Path) -> None:
    reader = Rereader(_write(tmp_path))
    before = reader.read().story
    _change(tmp_path, ("story.yaml", "format: 1", " format: 1"))
    assert reader.read().story is None
    _change(tmp_path, ("story.yaml", " format: 1", "format: 1"))
    after = reader.read().story
    assert before is not None
    assert after is not None
    assert after.scenes["hall.door"] is before.scenes["hall.door"]


def test_a_file_of_the_same_length_written_in_the_same_moment_is_seen(tmp_path: Path) -> None:
    reader = Rereader(_write(tmp_path))
    reader.read()
    stamp = (tmp_path / HALL).stat().st_mtime_ns
    _change(tmp_path, (HALL, "She looks.", "She knows."))
    os.utime(tmp_path / HALL, ns=(stamp, stamp))
    story = reader.read().story
    assert story is not None
    assert "She knows." in repr(story.scenes["hall.look"].text)


def test_a_line_is_given_as_it_was_last_read(tmp_path: Path) -> None:
    reader = Rereader(_write(tmp_path))
    reader.read()
    assert reader.line(HALL, 1) == "- scene: hall.door"
    assert reader.line(HALL, 0) == ""
    assert reader.line(HALL, 999) == ""
    assert reader.line("nowhere.yaml", 1) == ""
    _change(tmp_path, (HALL, "hall.door", "hall.gate"))
    assert reader.line(HALL, 1) == "- scene: hall.door"


def test_files_that_lie_nowhere_are_read_as_from_a_folder(tmp_path: Path) -> None:
    folder = _write(tmp_path)
    assert _plain(read_files(FILES)) == _plain(read_story(folder))


def test_a_draft_that_declares_a_name_again_is_not_taken_over() -> None:
    one, other = Draft(), Draft()
    one.take(YARD, FILES[YARD])
    other.take("scenes/other.yaml", FILES[YARD])
    assert not one.absorb(other)
