"""`otherside rehearse`, as it is typed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.cli import command
from game.cli.play import Faces, Rehearsing
from game.model.story import Story
from tests.cli.conftest import Run


def asked(*arguments: str) -> tuple[int, list[Rehearsing]]:
    """The exit code, and what a rehearsal was asked for."""
    heard: list[Rehearsing] = []

    def rehearse(_: Story, wish: Rehearsing) -> int:
        heard.append(wish)
        return 0

    def nothing(*_: object) -> int:
        raise AssertionError

    return command.main(Faces(nothing, nothing, rehearse), ["rehearse", *arguments]), heard


def test_it_hands_on_what_was_asked_for(tmp_path: Path) -> None:
    code, (wish,) = asked("--lesson", "45", "--seed", "7", "--fast", "-o", str(tmp_path))
    assert code == 0
    assert (wish.lesson, wish.seed, wish.fast, wish.output) == ("45", 7, True, tmp_path)


def test_a_line_that_was_typed_is_heard_and_the_end_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, (wish,) = asked()
    monkeypatch.setattr("sys.stdin", io.StringIO("d B\n"))
    assert wish.hear("Enter: ") == "d B\n"
    assert wish.hear("Enter: ") is None
    assert "Enter: " in capsys.readouterr().out


def test_where_no_lesson_can_be_held_it_says_so(run: Run) -> None:
    told = run("rehearse")
    assert told.code == 2
    assert "No lesson can be held from here." in told.err
