"""This is the door: the one module that knows every face."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from game import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from game.cli.play import Rehearsing, Teaching, Wish
    from game.model.story import Story
    from game.playing.session import Manner
    from game.settings.likings import Likings
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

    faces = Faces(_on_screen, _in_lines, _in_rehearsal, _in_class, preview=_on_bench)
    sys.exit(command.main(faces))


def _shows_title() -> bool:
    from game.cli.terminal import wants_screen

    return wants_screen(os.environ)


def _on_title() -> int:
    """Show the title of the shipped story at once, and read the story behind it."""
    from game.cli.terminal import forgive_letters
    from game.loading.cover import shipped_story, title_at_a_glance
    from game.settings.likings import likings
    from game.tui.command import play_on_screen
    from game.tui.door import Threshold

    forgive_letters()
    try:
        liked = likings()
        title = title_at_a_glance(shipped_story())
        return play_on_screen(Threshold(title, lambda: _shipped_door(liked)), liked)
    except BaseException as fault:  # noqa: BLE001 - handed on to the last net, whatever it is
        return _told(fault)


def _shipped_door(liked: Likings) -> Door:
    from game.playing.opening import open_story
    from game.tui.command import open_door

    return open_door(open_story(), manner=liked)


def _told(fault: BaseException) -> int:
    """Say what went wrong as the commands say it; only now are their modules worth importing."""
    from game.cli.console import guarded

    def failed() -> int:
        raise fault

    return guarded(failed)


def _on_screen(story: Story, wish: Wish) -> int:
    from game.settings.likings import likings
    from game.tui.command import open_door, play_on_screen

    liked = likings()
    manner = wish.manner or liked
    door = open_door(story, wish.saves, slot=wish.slot, beginning=wish.beginning, manner=manner)
    return play_on_screen(door, liked)


def _on_bench(folder: Path) -> int:
    from game.settings.likings import likings
    from game.tui.writing.command import write_on_screen

    return write_on_screen(folder, likings())


def _in_lines(story: Story, wish: Wish) -> int:
    from game.plain.command import play_in_lines, sit_in_lines
    from game.playing.house import House, liked
    from game.playing.opening import take_up
    from game.settings.likings import Likings, likings

    gc.enable()
    # a file of choices reads the same for everybody, whatever they like
    found = Likings() if wish.choices is not None else likings()
    if wish.choices is None and _shows_lobby(wish):
        return sit_in_lines(House(story, wish.saves, wish.manner or found), found)
    session, told = take_up(
        story,
        wish.saves,
        slot=wish.slot,
        beginning=wish.beginning,
        manner=wish.manner or _for_new(wish, liked(found)),
    )
    return play_in_lines(session, (*found.told, *told), choices=wish.choices, likings=found)


def _in_rehearsal(story: Story, wish: Rehearsing) -> int:
    from game.classroom.rehearsal import Rehearsal, rehearse

    return rehearse(
        story,
        Rehearsal(
            wish.say,
            wish.hear,
            lesson=wish.lesson,
            seed=wish.seed,
            fast=wish.fast,
            output=wish.output,
        ),
    )


def _in_class(story: Story, wish: Teaching) -> int:
    from game.classroom.command import hold
    from game.classroom.order import Order

    return hold(
        story,
        Order(
            wish.say,
            wish.hear,
            wish.draw,
            wish.folder,
            lesson=wish.lesson,
            seats=wish.seats,
            expected=wish.expected,
            resume=wish.resume,
            host=wish.host,
            port=wish.port,
            asks=wish.asks,
            kit=wish.kit,
            preview=wish.preview,
        ),
    )


def _shows_lobby(wish: Wish) -> bool:
    """Tell whether somebody types who has not said what to play."""
    return wish.slot is None and wish.beginning is None and sys.stdin.isatty()


def _for_new(wish: Wish, liked: Manner | None) -> Manner | None:
    """Give what a reader likes to a play that begins; one that is kept has its own manner."""
    from game.playing.opening import has_save

    kept = wish.slot is not None and wish.beginning is None and has_save(wish.slot, wish.saves)
    return None if kept else liked


if __name__ == "__main__":
    main()
