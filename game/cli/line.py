"""This is `otherside line`: an account's way through the story, or two of them side by side."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.console import say, say_json
from game.cli.tale import json_option, rules_of, story_option


@click.command(epilog="Example: otherside line magazine article")
@click.argument("line")
@click.argument("other", metavar="[LINE]", required=False)
@story_option
@json_option
def line(line: str, other: str | None, story: Path | None, as_json: bool) -> int:
    """Play an account's line and print it with its choice ids; two lines stand side by side.

    Exits 1 where a line stops short of an ending: the story then contradicts its own account.
    """
    from game.reporting import line as report

    rules = rules_of(story)
    first = report.walk(rules, line)
    if other is None:
        faults = first.fault
        if as_json:
            say_json(report.as_json(rules, first))
        else:
            say(report.as_text(rules, first))
    else:
        second = report.walk(rules, other)
        faults = first.fault or second.fault
        if as_json:
            say_json(report.two_as_json(rules, first, second))
        else:
            say(report.two_as_text(rules, first, second))
    return 1 if faults else 0
