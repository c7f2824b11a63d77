"""This is how plays of one story are opened for one reader: begun, led to a part, gone on with."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.model.story import Story
from game.playing.endings import Endings, endings
from game.playing.heed import tags_of
from game.playing.matter import Front
from game.playing.opening import (
    Beginning,
    Slip,
    begin_session,
    free_slot,
    memory_of,
    new_session,
    resume,
    saves_folder,
    shelf,
    ways_in,
)
from game.playing.session import Manner, Marks, Session
from game.playing.wayin import WayIn
from game.settings.likings import Likings


class House:
    """A story, a folder of saves, and how its reader likes to read."""

    def __init__(
        self,
        story: Story,
        saves: Path | None = None,
        manner: Manner | Likings | None = None,
        slot: str | None = None,
    ) -> None:
        """A ``manner`` is for every play; what a reader likes, for new ones.

        Plays begin in the slot, or in the first that is free.
        """
        self.story = story
        self.folder = saves_folder(saves)
        self._manner = manner
        self._slot = slot

    @property
    def tags(self) -> tuple[str, ...]:
        """What passages of the story can be passed over for."""
        return tags_of(self.story)

    @property
    def front(self) -> Front:
        """What stands before every play."""
        return new_session(self.story).front()

    def shelf(self) -> tuple[Slip, ...]:
        """Give the plays that are kept, the newest first."""
        return shelf(self.story, self.folder)

    def endings(self, kept: Iterable[Slip]) -> Endings:
        """Give the endings met in all plays, those of plays that are ``kept`` among them."""
        memory = memory_of(self.story, self.folder)
        memory.meet(slip.ended for slip in kept if slip.ended)
        memory.keep()
        return endings(self.story, memory.seen)

    def ways_in(self) -> tuple[WayIn, ...]:
        """Give the parts to begin at, and the lines that lead to each; it takes a moment."""
        return ways_in(self.story)

    def reference(self) -> Session:
        """Give a play at its beginning that is kept nowhere, to look things up in without one."""
        session = new_session(self.story)
        session.remember(memory_of(self.story, self.folder))
        return session

    def begin(self, where: Beginning | None = None) -> tuple[Session, tuple[str, ...]]:
        """Begin a play; also gives what its reader must be told."""
        session = begin_session(
            self.story,
            where or Beginning(),
            slot=self._slot or free_slot(self.folder),
            folder=self.folder,
            manner=liked(self._manner),
        )
        return session, session.preface

    def begin_at(self, part: str, line: str) -> tuple[Session, tuple[str, ...]]:
        """Begin a play at a part, led there by a line."""
        return self.begin(Beginning(part=part, line=line))

    def resume(self, slot: str) -> tuple[Session, tuple[str, ...]]:
        """Go on with a play that is kept."""
        return resume(self.story, slot, self.folder, manner=self._fixed)

    @property
    def _fixed(self) -> Manner | None:
        return self._manner if isinstance(self._manner, Manner) else None


def liked(likings: Manner | Likings | None) -> Manner | None:
    """Give how a reader likes new plays; a manner is one already."""
    if isinstance(likings, Likings):
        return Manner(Marks(likings.settings.marks))
    return likings
