from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.rename import KINDS
from game.problem import Problem
from game.renaming import request, rewriting
from tests.cli.conftest import Run
from tests.renaming.sample import FILES, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file, data in FILES.items():
        path = tmp_path / "story" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "story"


def _lying(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def test_a_scene_is_renamed_in_every_file_and_it_is_said(run: Run, folder: Path) -> None:
    told = run("rename", "hall.door", "hall.gate", folder)
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "The scene 'hall.door' is 'hall.gate' now: 9 places in 2 files.\n"
        "Saves follow by an entry under `renames:` in story.yaml.\n"
        "A comment still has the old name: story.yaml:1\n"
    )
    story = read(_lying(folder))
    assert "hall.gate" in story.scenes
    assert story.renames["hall.door"] == "hall.gate"


def test_what_no_save_knows_has_no_entry(run: Run, folder: Path) -> None:
    told = run("rename", "diary", "journal", folder, "--kind", "account")
    assert told.code == 0
    assert "renames" not in told.out


def test_a_dry_run_shows_the_change_and_writes_nothing(run: Run, folder: Path) -> None:
    told = run("rename", "rap", "tap", folder, "--dry-run")
    assert told.code == 0
    assert "--- a/glossary.yaml\n+++ b/glossary.yaml\n" in told.out
    assert "+- {word: tap, name: rap," in told.out
    assert _lying(folder) == dict(FILES)


def test_a_wrong_request_ends_with_two_and_writes_nothing(run: Run, folder: Path) -> None:
    told = run("rename", "hall.door", "hall.look", folder)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("There is a scene 'hall.look' already, at scenes/")
    assert _lying(folder) == dict(FILES)


def test_a_renaming_that_would_bring_faults_lists_them_and_ends_with_one(
    run: Run, folder: Path
) -> None:
    told = run("rename", "hall.door", "yard.door", folder)
    assert told.code == 1
    assert "F016 The part 'hall' begins with a scene of another part." in told.out
    assert told.err == "The story would have 1 new fault, so nothing was changed.\n"
    assert _lying(folder) == dict(FILES)


def test_a_story_that_reads_worse_once_it_is_written_is_put_back(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []
    real = rewriting.new_faults

    def worse(known: object, files: dict[str, bytes]) -> tuple[Problem, ...]:
        calls.append(known)
        return real({}, {**files, "people.yaml": b"- 1\n"}) if len(calls) > 1 else ()

    monkeypatch.setattr(rewriting, "new_faults", worse)
    told = run("rename", "hall.door", "hall.gate", folder)
    assert told.code == 1
    assert len(calls) == 2
    assert _lying(folder) == dict(FILES)


def test_a_folder_without_a_story_is_said_in_a_line(run: Run, tmp_path: Path) -> None:
    told = run("rename", "a", "b", tmp_path)
    assert told.code == 1
    assert "Y020 There is no story in this folder" in told.out


def test_every_kind_can_be_asked_for() -> None:
    assert set(KINDS) == set(request.KINDS)
