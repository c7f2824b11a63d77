from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.exporting.formats import ALL
from tests.cli.conftest import Run, Write


@pytest.mark.parametrize("name", [form.NAME for form in ALL])
def test_every_format_is_written_to_a_file(
    name: str, run: Run, write: Write, tmp_path: Path
) -> None:
    file = tmp_path / "out"
    told = run("export", name, write(), "-o", file)
    assert (told.code, told.out, told.err) == (0, "", "")
    assert "A sample" in file.read_text(encoding="utf-8")
    assert b"\r" not in file.read_bytes()


def test_a_dash_is_standard_output(run: Run, write: Write, tmp_path: Path) -> None:
    file = tmp_path / "out.dot"
    run("export", "dot", write(), "-o", file)
    told = run("export", "dot", write(), "-o", "-")
    assert told.code == 0
    assert told.out == file.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_left_alone(run: Run, write: Write, tmp_path: Path) -> None:
    file = tmp_path / "kept.dot"
    file.write_text("mine")
    told = run("export", "dot", write(), "-o", file)
    assert told.code == 2
    assert told.err == f"'{file}' is there already. Try another name, or --force to replace it.\n"
    assert file.read_text() == "mine"


def test_by_force_a_file_is_replaced_and_nothing_else_is_left(
    run: Run, write: Write, tmp_path: Path
) -> None:
    file = tmp_path / "out" / "story.dot"
    file.parent.mkdir()
    file.write_text("mine")
    assert run("export", "dot", write(), "-o", file, "--force").code == 0
    assert file.read_text(encoding="utf-8").startswith("digraph")
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_cannot_be_written_is_said_in_a_line(
    run: Run, write: Write, tmp_path: Path
) -> None:
    file = tmp_path / "nowhere" / "story.dot"
    told = run("export", "dot", write(), "-o", file)
    assert told.code == 3
    assert told.err.startswith(f"'{file}' could not be written: ")
    assert told.err.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="needs a link")
def test_a_link_that_leads_nowhere_is_left_alone(run: Run, write: Write, tmp_path: Path) -> None:
    link = tmp_path / "link.dot"
    link.symlink_to(tmp_path / "target")
    assert run("export", "dot", write(), "-o", link).code == 2
    assert not (tmp_path / "target").exists()


def test_a_format_that_is_not_there_is_said_with_those_that_are(run: Run, write: Write) -> None:
    told = run("export", "word", write(), "-o", "-")
    assert told.code == 2
    assert f"There are: {', '.join(form.NAME for form in ALL)}." in told.err


def test_help_lists_every_format_with_what_it_is(run: Run) -> None:
    told = " ".join(run("export", "--help").out.split())
    assert all(f"{form.NAME} {form.SAYS}" in told for form in ALL)


def test_a_story_with_faults_is_not_exported(run: Run, write: Write, tmp_path: Path) -> None:
    folder = write()
    (folder / "scenes" / "01-hall" / "hall.yaml").write_text("- scene: hall.door\n")
    assert run("export", "json", folder, "-o", tmp_path / "out").code == 1
    assert not (tmp_path / "out").exists()
