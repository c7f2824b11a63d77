"""This is `otherside rehearse`: a whole lesson with simulated students, led from the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game.cli.console import say
from game.cli.play import Faces, Rehearsing
from game.cli.tale import story_argument


@click.command(epilog="Example: otherside rehearse --lesson 45")
@story_argument
@click.option("--lesson", default="", metavar="LESSON", help="Its name or its minutes.")
@click.option("--seed", type=click.IntRange(min=0), default=0, help="Another class of students.")
@click.option("--fast", is_flag=True, help="Wait for nobody: the lesson goes on by itself.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the report into this folder: HTML, Markdown, CSV and JSON Lines.",
)
@click.pass_obj
def rehearse(
    faces: Faces,
    *,
    story: Path | None,
    lesson: str,
    seed: int,
    fast: bool,
    output: Path | None,
) -> int:
    """Practise a lesson with 24 simulated students, without a network.

    Enter goes on; a question mark says what else can be typed.
    """
    from game.playing.opening import open_story

    return faces.rehearse(open_story(story), Rehearsing(say, _hear, lesson, seed, fast, output))


def _hear(asking: str) -> str | None:
    click.echo()
    click.echo(asking, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return line or None
