"""This is `otherside report`: a play that was saved, written out to read, print or hand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.console import say
from game.cli.tale import rules_of, story_option
from game.problem import GameError

if TYPE_CHECKING:
    from game.engine.replay import Play
    from game.engine.rules import Rules
    from game.reporting.document import Document
    from game.saving.save import Save


class NotWritten(GameError):
    """The file that a report was to go to cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        """Name the file and what the system said."""
        super().__init__(
            f"'{path}' could not be written: {why}. Is the folder there, and open to you?"
        )


@click.command(epilog="Example: otherside report 1 --format html -o debrief.html")
@click.argument("save")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["transcript", "journal", "debrief"]),
    default="debrief",
    help="All that was read, all that was chosen, or the play beside the record.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html"]),
    default="text",
    help="HTML is one file that needs nothing else and prints well.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, not to the terminal.",
)
@click.option("--saves", "folder", type=click.Path(path_type=Path), help="The folder of saves.")
@story_option
def report(
    *,
    save: str,
    kind: str,
    form: str,
    output: Path | None,
    folder: Path | None,
    story: Path | None,
) -> None:
    """Write a saved play out: SAVE is a slot, or the file of a save.

    Exits 4 if the save is damaged, 5 if a newer version wrote it, 6 if it is of another story.
    """
    from game.saving.mending import as_far_as_it_goes
    from game.saving.shelf import verify

    rules = rules_of(story)
    verdict = verify(_file(save, folder), rules.story)
    for remark in verdict.remarks:
        say(remark, fault=True)
    kept = verdict.kept.save
    play = as_far_as_it_goes(rules, kept)
    text = _writers()[form](_document(kind, rules, play, kept))
    if output is None:
        say(text.rstrip("\n"))
    else:
        _write(output, text)


def _file(save: str, folder: Path | None) -> Path:
    """Give the file of a save: the one that was named, or that of the slot."""
    from game.playing.opening import saves_folder
    from game.saving.keeper import main_file

    path = Path(save)
    if path.is_file() or path.suffix or len(path.parts) > 1:
        return path
    return main_file(saves_folder(folder), save)


def _document(kind: str, rules: Rules, play: Play, kept: Save) -> Document:
    from game.reporting.debrief import debrief
    from game.reporting.journal import journal, transcript

    led = min(kept.led, len(play.choices))
    match kind:
        case "transcript":
            return transcript(rules, play, led=led, passed=frozenset(kept.skip))
        case "journal":
            return journal(rules, play, led=led)
        case _:
            return debrief(rules, play, led=led)


def _writers() -> Mapping[str, Callable[[Document], str]]:
    from game.reporting import html, markdown, text

    return {"text": text.write, "markdown": markdown.write, "html": html.write}


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise NotWritten(path, fault.strerror or "the system does not say why") from fault
