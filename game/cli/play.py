"""This is `otherside play`: which face, which story, which slot, and where to begin."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.tale import story_argument
from game.cli.terminal import wants_screen

if TYPE_CHECKING:
    from game.model.story import Story
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
class Rehearsing:
    """What was asked of a rehearsal, and how it is said and heard."""

    say: Callable[[str], None]
    hear: Callable[[str], str | None]
    lesson: str
    seed: int
    fast: bool
    output: Path | None


@dataclass(frozen=True, slots=True)
class Teaching:
    """What was asked of a lesson with a class, and how the teacher is spoken with."""

    say: Callable[[str], None]
    hear: Callable[[str], str | None]
    draw: Callable[[Iterable[str]], None]
    folder: Path
    lesson: str
    seats: int
    expected: int
    resume: bool
    kit: Path | None
    preview: bool
    host: str
    port: int
    asks: bool


def _holds_none(_story: Story, _wish: Rehearsing | Teaching) -> int:
    raise click.UsageError("No lesson can be held from here.")


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces that play; tools and faces are strangers, so the door hands these in.

    Each plays until the reader leaves and gives the exit code.
    """

    screen: Callable[[Story, Wish], int]
    plain: Callable[[Story, Wish], int]
    rehearse: Callable[[Story, Rehearsing], int] = _holds_none
    teach: Callable[[Story, Teaching], int] = _holds_none
    preview: Callable[[Path], int] | None = None
    """Shows a folder while it is written; ``None`` where there is no screen to show it on."""


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
@click.option("--line", metavar="LINE", help="The line that leads to the part, with `--part`.")
@click.option("--part", metavar="PART", help="Begin at this part: its name or number.")
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

    if start.line and not start.part:
        raise click.UsageError("`--line` goes with `--part`: a line leads to a part.")
    if start.scene is not None or start.values:
        return _in_the_middle(story, start, slot)
    if start.part:
        return Beginning(start.seed or 0, start.line or "", start.part)
    if start.seed is None or (slot is not None and has_save(slot, saves)):
        return None
    return Beginning(start.seed)


def _in_the_middle(story: Story, start: _Start, slot: str | None) -> Beginning:
    """Give a beginning for writers. Raises ``NotGiven`` for what the story does not have."""
    from game.playing.opening import Beginning
    from game.playing.writing.given import scene_given, values_given

    if start.part:
        raise click.UsageError("`--part` is led to by a line; leave out `--from` and `--set`.")
    if slot is not None:
        raise click.UsageError("A play that `--from` or `--set` begins is not kept: no `--slot`.")
    scene = scene_given(story, story.first if start.scene is None else start.scene)
    return Beginning(start.seed or 0, scene=scene, values=values_given(story, start.values) or None)
