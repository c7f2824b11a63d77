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


@dataclass
class Refused(Message):
    """The story cannot be played."""

    fault: GameError


@dataclass
class Begin(Message):
    """A new play is wanted."""


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
class Saved(Message):
    """A save was made, or failed."""

    kept: Kept
