"""This is the door: the one module that knows every face."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from game import __version__

if TYPE_CHECKING:
    from game.cli.play import Wish
    from game.model.story import Story


def main() -> None:
    """Run the command `otherside` and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported: scripts ask often
        print(f"otherside {__version__}")  # noqa: T201
        return
    from game.cli import command
    from game.cli.play import Faces

    sys.exit(command.main(Faces(_on_screen, _in_lines)))


def _on_screen(story: Story, wish: Wish) -> int:
    from game.tui.command import open_door, play_on_screen

    return play_on_screen(
        open_door(story, wish.saves, slot=wish.slot, beginning=wish.beginning, manner=wish.manner)
    )


def _in_lines(story: Story, wish: Wish) -> int:
    from game.plain.command import play_in_lines
    from game.playing.opening import take_up

    session, told = take_up(
        story, wish.saves, slot=wish.slot, beginning=wish.beginning, manner=wish.manner
    )
    return play_in_lines(session, told, choices=wish.choices)


if __name__ == "__main__":
    main()
