"""This is the group that every command belongs to, and the order in which help lists them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from game import __version__
from game.cli.check import check
from game.cli.console import guarded
from game.cli.explain import explain
from game.cli.explore import explore
from game.cli.export import export
from game.cli.line import line
from game.cli.locate import locate
from game.cli.new import new
from game.cli.play import Faces, play
from game.cli.record import record
from game.cli.rehearse import rehearse
from game.cli.rename import rename
from game.cli.replay import replay
from game.cli.report import report
from game.cli.saves import saves
from game.cli.schema import schema
from game.cli.stats import stats
from game.cli.teach import teach
from game.cli.terminal import forgive_letters
from game.cli.write import write

COMMANDS = (
    play,
    check,
    explore,
    stats,
    record,
    line,
    report,
    saves,
    export,
    explain,
    locate,
    schema,
    new,
    rename,
    replay,
    write,
    teach,
    rehearse,
)


class Listed(click.Group):
    """A group whose help keeps the order in which commands were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own form
        """Give the names in that order."""
        return list(self.commands)


@click.group(
    cls=Listed,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="Example: otherside play --plain",
)
@click.version_option(__version__, prog_name="otherside", message="%(prog)s %(version)s")
@click.pass_context
def otherside(context: click.Context) -> int | None:
    """The Other Side, June 1938. With no command it opens the title screen.

    Exit codes: 0 well, 1 the story has faults, 2 the request was wrong, 3 the machine failed, 4 a
    save is damaged, 5 from a newer version, 6 of another story, 7 exploring was bounded and found
    nothing.
    """
    if context.invoked_subcommand is None:
        result: int | None = context.invoke(play)
        return result
    return None


for _command in COMMANDS:
    otherside.add_command(_command)


def main(faces: Faces, arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for and give the exit code; nothing is raised."""
    forgive_letters()

    def run() -> int | None:
        asked = None if arguments is None else list(arguments)
        code: int | None = otherside.main(
            asked, prog_name="otherside", standalone_mode=False, obj=faces
        )
        return code

    return guarded(run)
