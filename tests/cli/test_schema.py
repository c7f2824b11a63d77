from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.cli.schema import KINDS
from game.loading.catalogue import FILES
from game.loading.folder import read_story
from game.loading.schema import header, schemas
from tests.cli.conftest import Run, Write


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_kind_is_printed(kind: str, run: Run) -> None:
    told = run("schema", kind)

    assert told.code == 0
    assert json.loads(told.out) == schemas()[kind]


def test_with_no_kind_all_are_printed_in_one_object(run: Run) -> None:
    assert tuple(json.loads(run("schema").out)) == KINDS == tuple(FILES)


def test_a_kind_that_is_not_there_is_a_wrong_request(run: Run) -> None:
    told = run("schema", "scene")

    assert told.code == 2
    assert "'scenes'" in told.err


def test_all_are_written_into_a_folder_that_is_made(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two"

    told = run("schema", "-o", folder)

    assert (told.code, told.out) == (0, "")
    assert {file.stem: json.loads(file.read_text()) for file in folder.iterdir()} == schemas()


def test_a_folder_that_cannot_be_made_is_said_in_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    told = run("schema", "-o", tmp_path / "file" / "below")

    assert told.code == 3
    assert "could not be written: not a directory" in told.err.lower()


def test_a_story_gets_its_schemas_and_its_headers(run: Run, write: Write) -> None:
    folder = write()

    told = run("schema", "--into", folder)

    assert told.code == 0
    assert (folder / "schema" / "scenes.json").is_file()
    for file in folder.rglob("*.yaml"):
        path = file.relative_to(folder).as_posix()
        assert file.read_text().startswith(f"{header(path)}\n")
    assert read_story(folder).problems == ()


def test_a_file_that_has_a_header_is_left_alone(run: Run, write: Write) -> None:
    folder = write()
    own = "# yaml-language-server: $schema=elsewhere.json\n"
    file = folder / "story.yaml"
    file.write_text(own + file.read_text())
    run("schema", "--into", folder)
    before = {each: each.read_bytes() for each in folder.rglob("*.yaml")}

    run("schema", "--into", folder)

    assert before == {each: each.read_bytes() for each in folder.rglob("*.yaml")}
    assert file.read_text().count(own[:23]) == 1


def test_the_line_ends_and_the_mark_of_windows_are_kept(run: Run, write: Write) -> None:
    file = write() / "story.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    run("schema", "--into", file.parent)

    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# yaml-language-server: ")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert read_story(file.parent).problems == ()


@pytest.mark.skipif(os.name != "posix", reason="asks for links")
def test_a_link_is_not_written_through(run: Run, write: Write, tmp_path: Path) -> None:
    folder = write()
    (tmp_path / "elsewhere.yaml").write_text("x: y\n")
    (folder / "scenes" / "linked.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    run("schema", "--into", folder)

    assert (tmp_path / "elsewhere.yaml").read_text() == "x: y\n"
