"""This is what a reader met of a story: in the play that lies open, and in plays before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from game.saving.fault import SaveFault
from game.saving.mending import renamed_scenes
from game.saving.past import Past


class Memory:
    """Knows the scenes that were met; what was taken back, or was only a what if, stays met."""

    def __init__(self, past: Past | None = None, renames: Mapping[str, str] | None = None) -> None:
        """Remember what lies on disk, if it does; it is read once it is asked for."""
        self._past = past
        self._renames = renames or {}
        self._before: frozenset[str] | None = None
        self._now: frozenset[str] = frozenset()

    def meet(self, scenes: Iterable[str]) -> None:
        """Hear that scenes were met."""
        self._now |= frozenset(scenes)

    @property
    def seen(self) -> frozenset[str]:
        """Give all that was met, in today's names."""
        return self._now | self._earlier()

    @property
    def fresh(self) -> frozenset[str]:
        """Give what was met and is not on disk."""
        return self._now - self._earlier()

    def keep(self) -> None:
        """Have it on disk, where there is a place for it.

        A disk that will not take it keeps nobody from playing on: a save says so, and what was met
        is offered again the next time.
        """
        if self._past is not None and self.fresh:
            with suppress(SaveFault):
                self._before = renamed_scenes(self._renames, self._past.add(self._now))

    def _earlier(self) -> frozenset[str]:
        if self._before is None:
            found = self._past.scenes() if self._past is not None else ()
            self._before = renamed_scenes(self._renames, found)
        return self._before
