from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.linting.rules import only_cited, unused_variable
from tests.cli.conftest import Run, Write


def test_a_story_with_nothing_wrong_prints_nothing(run: Run, write: Write) -> None:
    told = run("check", write())
    assert (told.code, told.out, told.err) == (0, "", "")


def test_the_shipped_story_is_the_one_where_none_is_given(run: Run) -> None:
    told = run("check")
    assert (told.code, told.out, told.err) == (0, "", "")


def test_a_fault_is_a_line_with_place_and_code_and_a_hint_below(run: Run, write: Write) -> None:
    folder = write(unused_variable.BAD)
    told = run("check", folder)
    assert told.code == 1
    assert told.out == (
        f"{folder.as_posix()}/story.yaml:14:3: L104 "
        "The variable 'torn' is declared, and no scene names it.\n"
        "    Take it out of `state:`, or let a scene use it.\n"
    )


def test_a_file_is_named_as_it_is_reached_from_here(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(unused_variable.BAD)
    monkeypatch.chdir(folder.parent)
    assert run("check", folder).out.startswith("story/story.yaml:14:3: L104 ")


def test_faults_of_reading_are_told_in_the_same_form(run: Run, write: Write) -> None:
    folder = write("- scene: hall.door\n  text: A door.\n  then: hall.nowhere\n")
    told = run("check", folder)
    assert told.code == 1
    assert re.search(r"hall\.yaml:3:9: N001 There is no scene 'hall\.nowhere'\.", told.out)


def test_json_has_the_promised_keys(run: Run, write: Write) -> None:
    told = run("check", write(unused_variable.BAD), "--format", "json")
    assert told.code == 1
    assert json.loads(told.out) == [
        {
            "file": "story.yaml",
            "line": 14,
            "column": 3,
            "code": "L104",
            "severity": "error",
            "statement": "The variable 'torn' is declared, and no scene names it.",
            "hint": "Take it out of `state:`, or let a scene use it.",
        }
    ]


def test_json_of_a_good_story_is_an_empty_list(run: Run, write: Write) -> None:
    assert json.loads(run("check", write(), "--format", "json").out) == []


def test_a_fault_is_a_note_on_a_line_of_a_pull_request(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(unused_variable.BAD)
    monkeypatch.chdir(folder.parent)
    told = run("check", "story", "--format", "github")
    assert told.code == 1
    assert told.out == (
        "::error file=story/story.yaml,line=14,col=3,title=L104::"
        "The variable 'torn' is declared, and no scene names it. "
        "Take it out of `state:`, or let a scene use it.\n"
    )


def test_signs_that_would_end_a_note_are_written_otherwise(run: Run, write: Write) -> None:
    folder = write("- scene: hall.door\n  text: A door.\n  do: ['x = 100%0']\n  then: hall.door\n")
    folder = folder.rename(folder.with_name("a, b"))
    told = run("check", folder, "--format", "github")
    assert "/a%2C b/scenes/01-hall/hall.yaml," in told.out
    assert told.out.count("\n") == told.out.count("::error ")


def test_what_could_drive_a_terminal_is_printed_as_an_escape(run: Run, write: Write) -> None:
    told = run("check", write('- scene: "hall.door\\e]52;c;UFdO\\a"\n'))
    assert told.code == 1
    assert "\x1b" not in told.out
    assert "\a" not in told.out


def test_a_folder_that_is_not_there_is_a_wrong_request(run: Run, tmp_path: Path) -> None:
    told = run("check", tmp_path / "nowhere")
    assert told.code == 2
    assert "does not exist" in told.err


SEEN = """
import sys
from game.cli.command import main
from game.cli.play import Faces
main(Faces(None, None), ["check"])
print(*sorted({"textual", "rich", "aiohttp"} & set(sys.modules)))
"""


def test_checking_leaves_textual_and_rich_alone() -> None:
    told = subprocess.run(
        [sys.executable, "-c", SEEN],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "\n"


def test_advice_is_kept_for_those_who_ask(run: Run, write: Write) -> None:
    folder = write(only_cited.BAD)
    told = run("check", folder)
    assert (told.code, told.out) == (0, "")
    told = run("check", folder, "--strict")
    assert told.code == 1
    assert "E110 The claim 'way/door' is told only by accounts" in told.out
