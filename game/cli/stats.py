"""This is `otherside stats`: the story in numbers."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.console import say, say_json
from game.cli.tale import json_option, rules_of, story_argument


@click.command(epilog="Example: otherside stats --json")
@story_argument
@json_option
def stats(story: Path | None, as_json: bool) -> None:
    """Count words, scenes, choices, endings, claims and statuses; measure lines and LIX."""
    from game.reporting import stats as report

    counted = report.count(rules_of(story))
    if as_json:
        say_json(report.as_json(counted))
    else:
        say(report.as_text(counted))
