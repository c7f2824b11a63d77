"""This is the story that a tool works on: the one whose folder was given, else the shipped one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.engine.rules import Rules
    from game.model.story import Story

story_argument = click.argument(
    "story", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
story_option = click.option(
    "--story",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The story's folder; the shipped story if not given.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="For machines.")


def read_whole(folder: Path | None) -> Story:
    """Read the files of a story; who plays has it from the cache. Raises ``StoryFaults``."""
    from game.loading.cover import shipped_story
    from game.loading.folder import playable, read_story

    return playable(read_story(folder or shipped_story()))


def rules_of(folder: Path | None) -> Rules:
    """Read a story and make it ready to play. Raises ``StoryFaults``."""
    from game.engine.rules import Rules

    return Rules(read_whole(folder))
