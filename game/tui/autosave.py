"""This is the saving of a play beside the screen, in order, so that a slow disk holds up nobody."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from game.problem import GameError

UNEXPECTED = (
    "The play could not be saved because of a fault of the game. What was saved before is kept."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a save."""

    turn: int
    """The choice up to which the play is on disk; the last good one where a save failed."""
    fault: str = ""
    """Why it failed, in one plain sentence."""


class Autosave:
    """One thread that saves whenever it is asked, and once for any number of askings meanwhile."""

    def __init__(self, save: Callable[[], int], told: Callable[[Kept], None]) -> None:
        """``save`` writes the play as it stands and gives its turn; ``told`` hears of each save."""
        self._save = save
        self._told = told
        self._change = threading.Condition()
        self._asked = 0
        self._answered = 0
        self._closing = False
        self.kept = Kept(0)
        self._thread = threading.Thread(target=self._work, name="autosave", daemon=True)
        self._thread.start()

    def ask(self) -> None:
        """Have the play saved soon."""
        with self._change:
            self._asked += 1
            self._change.notify_all()

    def finish(self, patience: float) -> bool:
        """Wait until all that was asked for is saved, then stop. Give whether it all was."""
        if not self._thread.is_alive():
            return False
        with self._change:
            self._closing = True
            self._change.notify_all()
            done = self._change.wait_for(lambda: self._answered >= self._asked, patience)
        return done and not self.kept.fault

    @property
    def is_busy(self) -> bool:
        """Whether a save is still being written."""
        return self._answered < self._asked and self._thread.is_alive()

    def _work(self) -> None:
        while (asked := self._next()) is not None:
            kept = Kept(self.kept.turn, UNEXPECTED)
            try:
                kept = Kept(self._save())
            except (GameError, OSError) as fault:
                kept = Kept(self.kept.turn, str(fault))
            finally:
                self._answer(kept, asked)

    def _answer(self, kept: Kept, asked: int) -> None:
        self.kept = kept
        self._told(kept)
        with self._change:
            self._answered = asked
            self._change.notify_all()

    def _next(self) -> int | None:
        """Wait for work; ``None`` when there is none left and the play is closed."""
        with self._change:
            self._change.wait_for(lambda: self._asked > self._answered or self._closing)
            return self._asked if self._asked > self._answered else None
