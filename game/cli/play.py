"""This is `otherside play`: which face, which story, which slot, and where to begin."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.tale import story_argument
from game.cli.terminal import wants_screen

if TYPE_CHECKING:
    from game.model.story import Story, Variable
    from game.playing.opening import Beginning
    from game.playing.session import Manner


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for, read and made sure of."""

    saves: Path | None
    slot: str | None
    beginning: Beginning | None
    """Where a new play begins; ``None`` goes on with what is kept, or begins as usual."""
    manner: Manner | None
    choices: Path | None
    """A file of choices to take; only for plain lines."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces that play; tools and faces are strangers, so the door hands these in.

    Each plays until the reader leaves and gives the exit code.
    """

    screen: Callable[[Story, Wish], int]
    plain: Callable[[Story, Wish], int]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a play is asked to begin."""

    seed: int | None
    line: str | None
    part: str | None
    scene: str | None
    values: tuple[str, ...]


@click.command(epilog="Example: otherside play --plain --slot 1")
@story_argument
@click.option("--plain", is_flag=True, help="Lines in, lines out: no boxes, no colour.")
@click.option(
    "--choices",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help="Take these choice ids or numbers, one a line, then stop.",
)
@click.option("--slot", metavar="N", help="Keep the play here, or go on with the one kept.")
@click.option("--seed", type=click.IntRange(min=0), help="What chance falls by in a new play.")
@click.option("--line", metavar="LINE", help="The line that leads to the part.")
@click.option("--part", metavar="PART", help="Begin at this part.")
@click.option(
    "--marks",
    type=click.Choice(["story", "investigator", "clean"]),
    help="Show the record after a choice, before it too, or only at the end.",
)
@click.option("--saves", type=click.Path(path_type=Path), help="The folder of saves.")
@click.option("--from", "scene", metavar="SCENE", help="For writers: begin at this scene.")
@click.option(
    "--set", "values", metavar="NAME=VALUE", multiple=True, help="For writers: begin with this."
)
@click.pass_obj
def play(
    faces: Faces,
    *,
    story: Path | None,
    plain: bool,
    choices: Path | None,
    slot: str | None,
    seed: int | None,
    line: str | None,
    part: str | None,
    marks: str | None,
    saves: Path | None,
    scene: str | None,
    values: tuple[str, ...],
) -> int:
    """Play the story, or the one in the folder STORY.

    Without a terminal, on TERM=dumb and with ACCESSIBLE=1 it is played in plain lines.
    """
    from game.playing.opening import open_story
    from game.playing.session import Manner, Marks

    tale = open_story(story)
    beginning = _beginning(tale, _Start(seed, line, part, scene, values), slot, saves)
    wish = Wish(saves, slot, beginning, Manner(Marks(marks)) if marks else None, choices)
    if plain or choices is not None or not wants_screen(os.environ):
        return faces.plain(tale, wish)
    return faces.screen(tale, wish)


def _beginning(
    story: Story, start: _Start, slot: str | None, saves: Path | None
) -> Beginning | None:
    """Give where a new play begins; ``None`` goes on with what is kept, or begins as usual.

    A seed alone never puts a new play over a kept one: it is for plays that begin.
    """
    from game.playing.opening import Beginning, has_save

    if start.line or start.part or start.scene or start.values:
        values = dict(_value(story, each) for each in start.values)
        return Beginning(
            start.seed or 0, start.line or "", start.part or "", start.scene or "", values or None
        )
    if start.seed is None or (slot is not None and has_save(slot, saves)):
        return None
    return Beginning(start.seed)


def _value(story: Story, written: str) -> tuple[str, int]:
    """Read ``name=value`` with the value as the story writes it."""
    name, _, value = (part.strip() for part in written.partition("="))
    variable = story.variables.get(name)
    if variable is None:
        raise click.UsageError(f"The story has no variable '{name}'.")
    number = _number(variable, value)
    if number is None or not variable.low <= number <= variable.high:
        raise click.UsageError(f"'{name}' cannot be '{value}'; it can be {_range(variable)}.")
    return name, number


def _number(variable: Variable, value: str) -> int | None:
    if value in variable.values:
        return variable.values.index(value)
    truths = {"false": 0, "no": 0, "true": 1, "yes": 1}
    if value in truths and variable.kind.value == "yes_no":
        return truths[value]
    if value.removeprefix("-").isdecimal() and variable.kind.value != "one_of":
        return int(value)
    return None


def _range(variable: Variable) -> str:
    if variable.kind.value == "whole":
        return f"{variable.low} to {variable.high}"
    return ", ".join(variable.values or ("false", "true"))
