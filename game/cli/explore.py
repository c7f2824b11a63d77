"""This is `otherside explore`: every way through a story, played."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.console import say, say_json
from game.cli.tale import json_option, rules_of, story_argument

BOUNDED = 7
"""What the process ends with when the budget stopped the search and nothing wrong was found."""


@click.command(epilog="Example: otherside explore --json")
@story_argument
@json_option
@click.option("--budget", type=click.IntRange(min=1), help="The most states to visit.")
def explore(story: Path | None, as_json: bool, budget: int | None) -> int:
    """Play every way through a story: what is reached, what is not, and where a play is caught.

    Says complete when every way was played, else bounded. Random play stands beside it. Exits 0
    when all is well, 1 when something is wrong, 7 when it was bounded and found nothing wrong.
    """
    from game.exploring import report, search
    from game.exploring.wander import wander

    rules = rules_of(story)
    found = search.explore(rules, search.BUDGET if budget is None else budget)
    beside = wander(rules)
    if as_json:
        say_json(report.as_json(found, beside))
    else:
        say(report.as_text(found, beside).rstrip())
    if found.faults:
        return 1
    return 0 if found.complete else BOUNDED
