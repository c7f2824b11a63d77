"""This is what screens and the saving thread tell the app."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from game.tui.autosave import Kept


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
