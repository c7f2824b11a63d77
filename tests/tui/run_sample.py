"""This is the sample story on a real terminal: a folder for saves, and perhaps a slot."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from game import __main__ as entrance
from game.playing.opening import Slip
from game.problem import StoryFaults
from game.settings.likings import Likings, likings
from game.tui.command import play_on_screen
from game.tui.door import Door
from game.tui.screens.reading import Reading
from tests.builders import choice, end, scene, story
from tests.tui.sample import door, sample

HOSTILE = "\x1b]52;c;UFdO\x07\x1b]0;PWN\x1b\\\x9b2J\u202ePWNED"


def _broken(*_: object) -> tuple[Slip, ...]:
    raise ZeroDivisionError


def _faulty(liked: Likings) -> Door:  # noqa: ARG001 - the form of the door it stands for
    raise StoryFaults(())


def _unforeseen(liked: Likings) -> Door:  # noqa: ARG001 - the same
    raise ZeroDivisionError


def main() -> int:
    saves, slot, kind = Path(sys.argv[1]), sys.argv[2] or None, sys.argv[3]
    if kind == "faulty":
        entrance._shipped_door = _faulty
        return entrance._on_title()
    if kind == "unforeseen":
        entrance._shipped_door = _unforeseen
        return entrance._on_title()
    told = sample()
    if kind == "hostile":
        told = story(
            scene("a.one", choice("go", HOSTILE, to="a.two"), text=HOSTILE, title=HOSTILE),
            end("a.two"),
            title=HOSTILE,
        )
    opened = door(saves, told, slot=slot)
    if kind == "broken card":
        Reading.action_card = _broken  # type: ignore[method-assign,assignment]
    if kind == "broken":
        opened = replace(opened, shelf=_broken)
    return play_on_screen(opened, likings())


if __name__ == "__main__":
    sys.exit(main())
