"""This is `otherside record`: who says what, where, and how well it is known."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.console import say, say_json
from game.cli.tale import json_option, rules_of, story_option


@click.command(epilog="Example: otherside record escort-order")
@click.argument("question", required=False)
@story_option
@json_option
@click.option("--invented", is_flag=True, help="All that is invented or inferred, with reasons.")
def record(question: str | None, story: Path | None, as_json: bool, invented: bool) -> None:
    """Give the record as text: every question, or one with all that its accounts say.

    With --json the whole record, with derived statuses.
    """
    from game.reporting import record as report

    told = rules_of(story).story
    if as_json:
        say_json(report.as_json(told))
    elif invented:
        say(report.invented(told))
    elif question is not None:
        say(report.question_text(told, question))
    else:
        say(report.overview(told))
