from __future__ import annotations

import tomllib
from pathlib import Path

import click
import pytest

from game import __version__
from game.cli.command import COMMANDS, otherside
from tests.cli.conftest import Run


def every_command(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name, command in group.commands.items():
        found.append((*path, name))
        if isinstance(command, click.Group):
            found += every_command(command, (*path, name))
    return found


ALL = every_command(otherside)


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_every_command_has_help_with_an_example(command: tuple[str, ...], run: Run) -> None:
    told = run(*command, "--help")
    assert told.code == 0
    assert f"Example: otherside {' '.join(command)}" in " ".join(told.out.split())


def test_the_help_fits_a_terminal_and_lists_the_commands_in_order(run: Run) -> None:
    told = run("--help")
    lines = told.out.splitlines()
    assert max(map(len, lines)) <= 80
    places = [told.out.index(f"\n  {command.name} ") for command in COMMANDS]
    assert places == sorted(places)


def test_with_no_command_it_plays(run: Run) -> None:
    ((face, story, wish),) = run().played
    assert face == "plain"
    assert story.story == "other-side-1938"
    assert (wish.slot, wish.beginning, wish.manner, wish.choices) == (None, None, None, None)


def test_a_command_that_is_not_there_is_a_wrong_request(run: Run) -> None:
    told = run("chek")
    assert told.code == 2
    assert "No such command 'chek'" in told.err


def test_an_option_that_is_not_there_is_a_wrong_request(run: Run) -> None:
    assert run("check", "--loud").code == 2


def test_the_version_is_the_distributions(run: Run) -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    assert __version__ == project["project"]["version"]
    assert run("--version").out == f"otherside {__version__}\n"
