"""This is `otherside locate`: where all that the game reads and writes lies."""

from __future__ import annotations

import os
from pathlib import Path

import click

from game.cli.console import say, say_json
from game.cli.tale import json_option

SAID = {
    "saves": "Saves",
    "settings": "Settings",
    "story": "Story",
    "reports": "Reports of faults",
    "cache": "Stories read before",
}


@click.command(epilog="Example: otherside locate --json")
@click.option("--saves", "folder", type=click.Path(path_type=Path), help="The folder of saves.")
@json_option
def locate(folder: Path | None, as_json: bool) -> None:
    """Say where saves, settings, the story and reports of faults lie, or would lie.

    So do stories that were read before, which may be deleted at any time. OTHERSIDE_SAVES,
    OTHERSIDE_SETTINGS, OTHERSIDE_REPORTS and OTHERSIDE_CACHE put them elsewhere.
    """
    found = places(folder)
    if as_json:
        say_json({name: str(path) for name, path in found.items()})
        return
    for name, path in found.items():
        there = "" if path.exists() else " (nothing yet)"
        say(f"{SAID[name]}: {path}{there}")


def places(folder: Path | None) -> dict[str, Path]:
    """Give where each kind of thing lies."""
    from game.loading.cache import cache_folder
    from game.loading.cover import shipped_story
    from game.playing.mishap import reports_folder
    from game.playing.opening import saves_folder
    from game.settings.likings import settings_file

    return {
        "saves": saves_folder(folder).absolute(),
        "settings": settings_file(os.environ).absolute(),
        "story": shipped_story(),
        "reports": reports_folder().absolute(),
        "cache": cache_folder().absolute(),
    }
