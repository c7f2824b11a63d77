"""The files of a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.classroom.export import NotWrittenOut, write
from game.classroom.lines import read
from game.classroom.phase import Phase
from game.classroom.report import report
from tests.classroom.sample import at


def test_a_report_is_written_in_four_forms(tmp_path: Path) -> None:
    made = report(at(Phase.DEBRIEF))
    written = write(made, tmp_path / "out")
    assert [path.name for path in written] == [
        "lesson.html", "lesson.md", "lesson.csv", "lesson.jsonl",
    ]  # fmt: skip
    assert read(written[3].read_text(encoding="utf-8")) == made


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    made = report(at(Phase.DEBRIEF))
    write(made, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    again = write(made, tmp_path)
    assert again[0].name == "lesson-2.html"
    assert all(path.read_bytes() == data for path, data in before.items())


def test_a_folder_that_cannot_be_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWrittenOut, match="Try another folder"):
        write(report(at(Phase.DEBRIEF)), tmp_path / "file" / "out")
