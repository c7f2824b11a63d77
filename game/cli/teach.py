"""This is `otherside class`: a lesson held with phones, led from the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from game.cli.console import say
from game.cli.play import Faces, Teaching
from game.cli.tale import story_argument


@click.command("class", epilog="Example: otherside class --lesson 45 --expect 24")
@story_argument
@click.option("--lesson", default="", metavar="LESSON", help="Its name or its minutes.")
@click.option(
    "--seats",
    type=click.IntRange(1, 1000),
    default=60,
    show_default=True,
    help="No more can join.",
)
@click.option(
    "--expect", type=click.IntRange(0, 1000), default=0, help="How many students there are."
)
@click.option("--resume", is_flag=True, help="Go on with the lesson that was interrupted.")
@click.option(
    "--kit",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write cards, ballots and sheets to print into this folder, and stop.",
)
@click.option("--preview", is_flag=True, help="List every hard passage of the lesson, and stop.")
@click.option(
    "--host", default="", metavar="ADDRESS", help="The address of this machine to open it at."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="The next one where it is taken.",
)
@click.option("--saves", type=click.Path(path_type=Path), help="Where the crash journal lies.")
@click.pass_obj
def teach(
    faces: Faces,
    *,
    story: Path | None,
    lesson: str,
    seats: int,
    expect: int,
    resume: bool,
    kit: Path | None,
    preview: bool,
    host: str,
    port: int,
    saves: Path | None,
) -> int:
    """Hold a lesson: students join with their phones, vote, and talk about the record.

    Nobody outside this machine can reach it unless you pick an address. A question mark says what
    can be typed.
    """
    from game.playing.opening import open_story, saves_folder

    return faces.teach(
        open_story(story),
        Teaching(
            say=say,
            hear=hear,
            draw=draw,
            folder=saves_folder(saves) / "class",
            lesson=lesson,
            seats=seats,
            expected=expect,
            resume=resume,
            kit=kit,
            preview=preview,
            host=host,
            port=port,
            asks=sys.stdin.isatty(),
        ),
    )


def hear(asking: str) -> str | None:
    """Ask for a line; ``None`` where no more will come."""
    click.echo()
    click.echo(asking, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return line or None


def draw(lines: Iterable[str]) -> None:
    """Draw light cells on a dark ground, whatever the terminal's own colours are."""
    dyed = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    for line in lines:
        click.echo(f"\x1b[97;40m{line}\x1b[0m" if dyed else line)
