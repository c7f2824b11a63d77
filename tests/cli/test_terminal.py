"""This is which face the terminal gets."""

from __future__ import annotations

import pytest

from game.cli.terminal import wants_screen


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_a_full_screen_is_opened() -> None:
    assert wants_screen({"TERM": "xterm"})


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
def test_where_a_screen_is_unwelcome_the_game_is_plain(environment: dict[str, str]) -> None:
    assert not wants_screen(environment)


@pytest.mark.usefixtures("terminal")
def test_accessible_set_to_nought_is_no_wish() -> None:
    assert wants_screen({"ACCESSIBLE": "0"})
