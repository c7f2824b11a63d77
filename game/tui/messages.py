"""This is what screens and the saving thread tell the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from game.playing.opening import Slip
    from game.problem import GameError
    from game.tui.autosave import Kept
    from game.tui.door import Door


@dataclass
class Read(Message):
    """The story was read: plays can be opened."""

    door: Door
    slips: tuple[Slip, ...]
    tally: str
    """How many endings were met, of how many; empty before the first."""


@dataclass
class Refused(Message):
    """The story cannot be played."""

    fault: GameError


@dataclass
class Begin(Message):
    """A new play is wanted."""

    part: str = ""
    """The part to begin at, if not at the beginning."""
    line: str = ""
    """The line that leads there."""


class ToParts(Message):
    """A play is wanted that begins at a part."""


@dataclass
class Resume(Message):
    """A kept play is wanted."""

    slot: str


@dataclass
class ToTitle(Message):
    """The reader goes back to the title; the play is kept."""


@dataclass
class Ended(Message):
    """The reader has read the last passage and turns to what stands behind it."""


@dataclass
class Decided(Message):
    """A reader said what becomes of passages with some tags, from now on."""

    tags: tuple[str, ...]
    how: str
    """``skip`` or ``show``."""


@dataclass
class Unkept(Message):
    """The settings could not be written."""

    said: str


@dataclass
class Saved(Message):
    """A save was made, or failed."""

    kept: Kept
