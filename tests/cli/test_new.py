from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli.new import STARTER
from game.loading.folder import read_story
from game.loading.schema import header, schemas
from game.record.finding import find
from game.record.status import Status
from tests.cli.conftest import Run, Told

posix_only = pytest.mark.skipif(os.name != "posix", reason="asks for modes")


@pytest.fixture
def told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    monkeypatch.chdir(tmp_path)
    return run("new", "mine")


def test_a_new_story_passes_every_check(told: Told, run: Run) -> None:
    assert told.code == 0
    checked = run("check", "--strict", "mine")
    assert (checked.code, checked.out) == (0, "")


def test_a_new_story_leaves_the_search_nothing_to_say(told: Told, run: Run) -> None:
    explored = run("explore", "mine")
    assert told.code == explored.code == 0
    assert explored.out.startswith("complete: ")
    assert explored.out.endswith("Nothing to mend.\n")


def test_it_says_what_to_do_next(told: Told) -> None:
    assert "otherside play mine " in told.out
    assert "otherside check mine " in told.out
    assert "scenes/window.yaml" in told.out


@pytest.mark.usefixtures("told")
def test_an_editor_finds_the_schemas_from_every_file() -> None:
    for file in Path("mine").rglob("*.yaml"):
        path = file.relative_to("mine").as_posix()
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first == header(path)
        assert (file.parent / first.partition("=")[2]).is_file()
    assert {file.stem for file in Path("mine/schema").iterdir()} == set(schemas())


def taught() -> Iterator[Status]:
    story = read_story(STARTER).story
    assert story is not None
    for scene in story.scenes.values():
        records = [choice.record for choice in scene.choices]
        records += [scene.ending.record] if scene.ending else []
        for entry in (entry for record in records for entry in record):
            status = find(story, entry).status
            if status is not None:
                yield status


def test_it_shows_what_is_attested_disputed_inferred_invented_and_not_known() -> None:
    shown = set(taught())
    assert shown == {
        Status.ATTESTED,
        Status.DISPUTED,
        Status.INFERRED,
        Status.INVENTED,
        Status.NOT_KNOWN,
    }


def test_every_file_explains_itself() -> None:
    for file in STARTER.rglob("*.yaml"):
        assert file.read_text(encoding="utf-8").startswith("# ")


def test_the_folder_names_the_story_and_the_title_is_taken_as_it_is(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "Ünser Haus 2"
    title = 'The "stairs": a \\ [case] #1'
    assert run("new", folder, "--title", title).code == 0
    story = read_story(folder).story
    assert story is not None
    assert (story.story, story.title) == ("unser-haus-2", title)


@pytest.mark.parametrize("title", ["", " ", "a\x07b", "a\u202eb"])
def test_a_title_that_no_story_can_have_leaves_no_folder(
    title: str, run: Run, tmp_path: Path
) -> None:
    told = run("new", tmp_path / "mine", "--title", title)
    assert told.code == 2
    assert "cannot be a title. " in told.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    told = run("new", tmp_path)
    assert told.code == 2
    assert "is a folder with something in it, and nothing is overwritten." in told.err
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    told = run("new", tmp_path / "letter.txt")
    assert told.code == 2
    assert "is a file, and nothing is overwritten." in told.err
    assert (tmp_path / "letter.txt").read_text() == "x"


def test_the_empty_folder_one_stands_in_can_be_filled(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert run("new", ".").code == 0
    assert sorted(each.name for each in Path().iterdir()) == [
        "record", "scenes", "schema", "story.yaml",
    ]  # fmt: skip


def test_folders_on_the_way_are_made(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "stories" / "first").code == 0
    assert (tmp_path / "stories" / "first" / "story.yaml").is_file()


@posix_only
@pytest.mark.skipif(os.name == "posix" and not os.geteuid(), reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_said_in_a_line(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    told = run("new", tmp_path / "mine")
    tmp_path.chmod(0o700)
    assert told.code == 3
    assert "could not be written: permission denied" in told.err.lower()


def test_a_folder_below_a_file_is_said_in_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    told = run("new", tmp_path / "letter.txt" / "mine")
    assert told.code == 3
    assert "could not be written: " in told.err
    assert "Traceback" not in told.err
