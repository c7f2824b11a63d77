"""This is `otherside record`: who says what, where, and how well it is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.console import say, say_json
from game.cli.tale import json_option, rules_of, story_option

if TYPE_CHECKING:
    from game.model.story import Story


@click.command(epilog="Example: otherside record escort-order")
@click.argument("question", required=False)
@story_option
@json_option
@click.option("--invented", is_flag=True, help="All that is invented or inferred, with reasons.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csl", "bibtex"]),
    help="The accounts as sources, for other programs.",
)
def record(
    question: str | None,
    story: Path | None,
    as_json: bool,
    invented: bool,
    form: str | None,
) -> None:
    """Give the record as text: every question, or one with all that its accounts say.

    With --json the whole record, with derived statuses; with --invented and --json what is made up.
    """
    wishes = [
        name
        for name, wished in (
            ("--format", form is not None),
            ("--invented", invented),
            ("a question", question is not None),
        )
        if wished
    ]
    if len(wishes) > 1:
        raise click.UsageError(f"Ask for {' or '.join(wishes)}, one at a time.")
    told = rules_of(story).story
    if form is not None:
        _sources(told, form)
    elif invented:
        _invented(told, as_json=as_json)
    else:
        _record(told, question, as_json=as_json)


def _sources(story: Story, form: str) -> None:
    from game.reporting.citation import bibtex, csl

    if form == "csl":
        say_json(csl(story))
    else:
        say(bibtex(story))


def _invented(story: Story, *, as_json: bool) -> None:
    from game.reporting import invention

    if as_json:
        say_json(invention.as_json(story))
    else:
        say(invention.as_text(story))


def _record(story: Story, question: str | None, *, as_json: bool) -> None:
    from game.reporting import record as report

    if as_json:
        say_json(report.as_json(story))
    elif question is not None:
        say(report.question_text(story, question))
    else:
        say(report.overview(story))
