"""This is `otherside replay`: a log of choices played again, and its transcript."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game.cli.console import say
from game.cli.tale import rules_of, story_argument

STANDARD_INPUT = "-"


@click.command(epilog="Example: otherside replay saves/slot1.json story")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@story_argument
@click.option("--seed", type=click.IntRange(min=0), help="What chance falls by; else the log's.")
def replay(file: Path, story: Path | None, seed: int | None) -> int:
    """Play a log of choices again and print the transcript.

    FILE is a save, a file of choice ids or numbers, or JSON with a list of them; - is standard
    input. Ids that were renamed since are followed, and said. Where a choice does not fit, the
    transcript stops there, the reason is said, and the exit code is 2.
    """
    from dataclasses import replace

    from game.playing.rerun import log_at, log_from, rerun
    from game.reporting.transcript import transcript

    from_input = str(file) == STANDARD_INPUT
    log = log_from(sys.stdin.buffer.read(), "standard input") if from_input else log_at(file)
    if seed is not None:
        log = replace(log, seed=seed)
    rules = rules_of(story)
    again = rerun(rules, log, file.name)
    for old, new in again.renamed:
        say(f"'{old}' is called '{new}' now.", fault=True)
    save = log.save
    led = min(save.led, len(again.play.choices)) if save else 0
    passed = frozenset(save.skip) if save else frozenset()
    say(transcript(rules, again.play, led=led, passed=passed).rstrip("\n"))
    if again.stopped:
        say(again.stopped, fault=True)
    elif save is not None and save.fingerprint != rules.story.fingerprint:
        say("The story was edited since this was kept; the play still fits.", fault=True)
    return again.exit_code
