"""This is `otherside rename`: an id renamed everywhere in the files of a story."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.console import say, say_problems
from game.cli.tale import story_argument

if TYPE_CHECKING:
    from game.renaming.rewriting import Rewriting

MOST_COMMENTS = 5
"""How many comments that still have the old name are listed."""
KINDS = (
    *("scene", "choice", "question", "claim", "account", "state", "person", "place", "word"),
    *("variable", "part", "line", "role", "lesson"),
)


@click.command(epilog="Example: otherside rename line.fog line.mist story --dry-run")
@click.argument("old")
@click.argument("new")
@story_argument
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--kind", type=click.Choice(KINDS), help="What OLD is, where two things are called that."
)
def rename(old: str, new: str, story: Path | None, dry_run: bool, kind: str | None) -> int:
    """Rename a scene, choice, question, claim, account, person or anything else that has an id.

    A choice is written scene/choice, a claim question/claim. Marks, conditions, effects, targets
    and the record follow; saves follow by an entry under `renames:`. All files are written or none.
    """
    from game.loading.cover import shipped_story
    from game.loading.shelf import Shelf
    from game.renaming.request import KINDS as FAMILIES
    from game.renaming.rewriting import NewFaults, rewrite

    folder = story or shipped_story()
    shelf = Shelf(folder)
    files = {file: data for file in shelf.files() if (data := shelf.read(file)) is not None}
    if shelf.problems:
        say_problems(shelf.problems, folder)
        return 1
    try:
        worked_out = rewrite(files, old, new, FAMILIES[kind] if kind else None)
        if not dry_run:
            _write(folder, worked_out)
    except NewFaults as fault:
        say_problems(fault.problems, folder)
        raise
    if dry_run:
        say(worked_out.diff().rstrip("\n"))
    else:
        _tell(worked_out)
    return 0


def _write(folder: Path, worked_out: Rewriting) -> None:
    """Write the files and read the story again; put it back where it has a fault it had not."""
    from game.loading.shelf import Shelf
    from game.renaming.replacing import replace_all
    from game.renaming.rewriting import NewFaults, new_faults

    replace_all(folder, worked_out.before, worked_out.after)
    shelf = Shelf(folder)
    written = {file: data for file in shelf.files() if (data := shelf.read(file)) is not None}
    problems = new_faults(worked_out.faults, written)
    if problems:
        replace_all(folder, worked_out.after, worked_out.before)
        raise NewFaults(problems)


def _tell(done: Rewriting) -> None:
    change = done.change
    places = "1 place" if done.places == 1 else f"{done.places} places"
    files = "1 file" if len(done.after) == 1 else f"{len(done.after)} files"
    say(f"The {change.family.value} '{change.old}' is '{change.new}' now: {places} in {files}.")
    if done.entries:
        count = len(done.entries)
        said = "an entry" if count == 1 else f"{count} entries"
        say(f"Saves follow by {said} under `renames:` in story.yaml.")
    for where in done.comments[:MOST_COMMENTS]:
        say(f"A comment still has the old name: {where.file}:{where.line}")
    if len(done.comments) > MOST_COMMENTS:
        say(f"So have {len(done.comments) - MOST_COMMENTS} more.")
