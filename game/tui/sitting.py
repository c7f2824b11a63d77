"""This is one play on the screen: the play, its saving, and what to tell its reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.playing.session import Marks, Session
from game.tui.autosave import Autosave, Kept

PATIENCE = 8.0
"""Seconds that leaving waits for a slow disk."""


@dataclass
class Sitting:
    """A play while it lies on the screen."""

    play: Session
    autosave: Autosave | None
    """Nothing where the play has no slot, or a slot that is only read."""
    notices: tuple[str, ...] = ()
    """What stands above the first page: where a resumed play is, what was recovered."""

    @property
    def kept(self) -> Kept | None:
        """How much of the play is on disk, if any of it is to be."""
        return None if self.autosave is None else self.autosave.kept

    @property
    def is_shown(self) -> bool:
        """Whether the record is shown while playing."""
        return self.play.marks is not Marks.CLEAN

    def keep(self) -> None:
        """Have the play saved soon."""
        if self.autosave is not None:
            self.autosave.ask()

    def keep_turn(self) -> None:
        """Have a turn saved soon. In a what if there is nothing to save but that an end was met."""
        if not self.play.what_if or self.play.page.finish is not None:
            self.keep()

    def leave_alone(self) -> None:
        """Let go of the slot and write nothing."""
        if self.autosave is not None:
            self.autosave.finish(0)
        self.play.close()

    def close(self) -> bool:
        """Keep the play and let go of its slot; give whether all of it is on disk."""
        if self.autosave is None:
            self.play.close()
            return True
        if self.autosave.kept.fault:
            self.autosave.ask()
        kept = self.autosave.finish(PATIENCE)
        if not self.autosave.is_busy:
            self.play.close()
        return kept


def sit_down(play: Session, notices: tuple[str, ...], told: Callable[[Kept], None]) -> Sitting:
    """Put a play on the screen and begin to keep it."""
    autosave = None
    if play.slot is not None and not play.read_only:
        autosave = Autosave(lambda: play.save().turn, told)
    return Sitting(play, autosave, notices)
