"""This is what the screen is handed: a story, plays of it that were kept, and how to open one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from game.playing.matter import Front
    from game.playing.opening import Slip
    from game.playing.session import Session
    from game.playing.wayin import WayIn

Opened: TypeAlias = "tuple[Session, tuple[str, ...]]"
"""A play, and what its reader must be told first."""


@dataclass(frozen=True, slots=True)
class Door:
    """How plays are opened. Each call may raise a ``GameError``."""

    front: Front
    """What stands before every play; the title is made from it."""
    shelf: Callable[[], tuple[Slip, ...]]
    begin: Callable[[], Session]
    resume: Callable[[str], Opened]
    begin_at: Callable[[str, str], Opened]
    """Begins a play at a part, led there by a line."""
    ways_in: Callable[[], tuple[WayIn, ...]]
    """Gives the parts to begin at, and the lines that lead to each; it takes a moment."""
    reference: Callable[[], Session]
    """A play at its beginning that is kept nowhere, to look things up in without one."""
    tally: Callable[[tuple[Slip, ...]], str]
    """Says how many endings were met, of how many, with those of kept plays; empty before one."""
    keep_log: Callable[[Session, str], str]
    """Writes a play's log to a new file, ``md`` or ``csv``, and says where."""
    tags: tuple[str, ...] = ()
    """What passages of the story can be passed over for."""
    straight: Callable[[], Opened] | None = None
    """Opens a play at once, without the title screen."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """What is known while the story has yet to be read."""

    title: str
    """The story's title, or nothing."""
    read: Callable[[], Door]
    """Reads the story, beside the screen. May raise a ``GameError``."""
