"""This is `otherside export`: the story in the form of another program, or as a page."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from game.cli.report import NotWritten
from game.cli.tale import read_whole, story_argument
from game.problem import GameError


class AlreadyThere(GameError):
    """A file was to be written where one is."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        """Name the file and say how to have another in its place."""
        super().__init__(f"'{path}' is there already. Try another name, or --force to replace it.")


class _WithFormats(click.Command):
    """A command whose help lists the formats; they are imported when somebody asks."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, then the formats."""
        from game.exporting.formats import ALL

        super().format_help_text(ctx, formatter)
        with formatter.section("Formats"):
            formatter.write_dl([(form.NAME, form.SAYS) for form in ALL])


@click.command(cls=_WithFormats, epilog="Example: otherside export html -o the-other-side.html")
@click.argument("form", metavar="FORMAT")
@story_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    required=True,
    help="Write to this file; - is standard output.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export(form: str, story: Path | None, output: Path, *, force: bool) -> None:
    """Write the story, or the one in the folder STORY, in another form."""
    from game.exporting.formats import ALL

    asked = next((each for each in ALL if form.lower() == each.NAME), None)
    if asked is None:
        known = ", ".join(each.NAME for each in ALL)
        raise click.UsageError(f"There is no format '{form}'. There are: {known}.")
    to_standard_output = output == Path("-")
    if not to_standard_output and not force and output.exists():
        raise AlreadyThere(output)
    written = asked.write(read_whole(story)).encode()
    if to_standard_output:
        click.echo(written, nl=False)
    else:
        _write(output, written, force=force)


def _write(path: Path, written: bytes, *, force: bool) -> None:
    """Put a file in its place whole, or not at all; by force in the place of the one there."""
    made = path.with_name(f".{path.name}.{os.getpid()}") if force else path
    try:
        with made.open("xb") as file:
            file.write(written)
        if force:
            made.replace(path)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError as fault:
        with suppress(OSError):
            made.unlink()
        raise NotWritten(path, fault.strerror or "the system does not say why") from fault
