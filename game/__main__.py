"""This is the door: the one module that knows every face."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from game import __version__

if TYPE_CHECKING:
    from game.cli.play import Wish
    from game.model.story import Story
    from game.tui.door import Door


def main() -> None:
    """Run the command `otherside` and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported: scripts ask often
        print(f"otherside {__version__}")  # noqa: T201
        return
    if sys.argv[1:2] in ([], ["play"]):
        gc.disable()  # modules and a story stay for good; whoever plays turns it on again
    if sys.argv[1:] in ([], ["play"]) and _shows_title():
        sys.exit(_on_title())
    from game.cli import command
    from game.cli.play import Faces

    sys.exit(command.main(Faces(_on_screen, _in_lines)))


def _shows_title() -> bool:
    from game.cli.terminal import wants_screen

    return wants_screen(os.environ)


def _on_title() -> int:
    """Show the title of the shipped story at once, and read the story behind it."""
    from game.cli.terminal import forgive_letters
    from game.loading.cover import shipped_story, title_at_a_glance
    from game.tui.command import play_on_screen
    from game.tui.door import Threshold

    forgive_letters()
    try:
        return play_on_screen(Threshold(title_at_a_glance(shipped_story()), _shipped_door))
    except BaseException as fault:  # noqa: BLE001 - handed on to the last net, whatever it is
        return _told(fault)


def _shipped_door() -> Door:
    from game.playing.opening import open_story
    from game.tui.command import open_door

    return open_door(open_story())


def _told(fault: BaseException) -> int:
    """Say what went wrong as the commands say it; only now are their modules worth importing."""
    from game.cli.console import guarded

    def failed() -> int:
        raise fault

    return guarded(failed)


def _on_screen(story: Story, wish: Wish) -> int:
    from game.tui.command import open_door, play_on_screen

    return play_on_screen(
        open_door(story, wish.saves, slot=wish.slot, beginning=wish.beginning, manner=wish.manner)
    )


def _in_lines(story: Story, wish: Wish) -> int:
    from game.plain.command import play_in_lines
    from game.playing.opening import take_up

    gc.enable()
    session, told = take_up(
        story, wish.saves, slot=wish.slot, beginning=wish.beginning, manner=wish.manner
    )
    return play_in_lines(session, told, choices=wish.choices)


if __name__ == "__main__":
    main()
