from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from game.cli.console import guarded, safe
from game.position import Position
from game.problem import GameError, Problem, Severity, StoryFaults

PROBLEM = Problem(Position("story.yaml", 1, 1), "F002", Severity.ERROR, "A key is missing.")


class Full(GameError):
    """The disk is full."""

    exit_code = 3


def raising(fault: BaseException) -> Callable[[], int]:
    def run() -> int:
        raise fault

    return run


def test_what_a_command_gives_is_the_exit_code() -> None:
    assert guarded(lambda: 7) == 7
    assert guarded(lambda: None) == 0


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        (Full("The disk is full."), 3, "The disk is full.\n"),
        (
            StoryFaults((PROBLEM,)),
            1,
            "The story has 1 fault and cannot be played. Run `otherside check` to see them.\n",
        ),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (click.exceptions.Exit(5), 5, ""),
    ],
)
def test_a_fault_is_one_line_and_its_exit_code(
    fault: BaseException, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(raising(fault)) == code
    assert capsys.readouterr() == ("", told)


def test_what_nobody_foresaw_is_one_plain_sentence_and_a_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert guarded(raising(RuntimeError("the password is open sesame"))) == 3
    out, err = capsys.readouterr()
    found = re.fullmatch(
        r"Something went wrong inside the game \(RuntimeError\)\. Where it happened is kept in "
        r"(\S+\.txt); nothing about you is in it\.\n",
        err,
    )
    assert out == ""
    assert found
    report = Path(found[1]).read_text()
    assert report.startswith("otherside ")
    assert "RuntimeError" in report
    assert "game/cli/console.py" in report
    assert "sesame" not in report
    assert str(Path(__file__).parent) not in report


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain words – and “marks”.\n", "Plain words – and “marks”.\n"),
        ("\x1b]52;c;UFdO\a", "\\x1b]52;c;UFdO\\x07"),
        ("a\u202eb", "a\\u202eb"),
        ("\ud800", "\\ud800"),
    ],
)
def test_only_what_is_printable_reaches_the_terminal(text: str, shown: str) -> None:
    assert safe(text) == shown
