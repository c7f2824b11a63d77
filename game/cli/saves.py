"""This is `otherside saves`: which plays are kept, and whether a file is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.console import say
from game.cli.tale import rules_of, story_argument

if TYPE_CHECKING:
    from game.saving.shelf import Shelved


@click.group(epilog="Example: otherside saves list")
def saves() -> None:
    """List the plays that are kept, or verify the file of one."""


@saves.command("list", epilog="Example: otherside saves list --saves ~/saves")
@click.option("--saves", "folder", type=click.Path(path_type=Path), help="The folder of saves.")
def list_(folder: Path | None) -> None:
    """List every slot: its choices, where the play stands and when it was kept."""
    from game.playing.opening import saves_folder
    from game.saving.shelf import shelf

    place = saves_folder(folder)
    shelved = shelf(place)
    for each in shelved:
        say(_slot(each))
    if not shelved:
        say(f"No saves in {place}.")


@saves.command(epilog="Example: otherside saves verify saves/slot1.json")
@click.argument("file", type=click.Path(path_type=Path))
@story_argument
def verify(file: Path, story: Path | None) -> None:
    """Say whether a save is whole and fits the story.

    Exits 0 if so, 4 if it is damaged, 5 if a newer version wrote it, 6 if it is of another story.
    """
    from game.saving.shelf import verify as verified

    verdict = verified(file, rules_of(story).story)
    say(" ".join((verdict.sentence, *verdict.remarks)))


def _slot(shelved: Shelved) -> str:
    if shelved.kept is None:
        return f"{shelved.slot}: {shelved.fault}"
    save = shelved.kept.save
    turns = "1 choice" if save.turn == 1 else f"{save.turn} choices"
    where = f", {save.label}" if save.label else ""
    return f"{shelved.slot}: {turns}{where}, kept {save.when}"
