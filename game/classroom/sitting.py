"""This is a lesson being held: the room as it is now, its clock and its crash journal.

Whoever holds a lesson asks this: ``act`` lets something happen, ``room`` is what came of it. It may
be called from several threads.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from game.classroom.event import Event, Resumed, Wipe
from game.classroom.journal import Journal, JournalFault, Opening, new_journal, newest
from game.classroom.lesson import Lesson
from game.classroom.refusal import Refusal
from game.classroom.room import SECOND, Room
from game.classroom.setting import USUAL_SEATS
from game.classroom.step import open_room, replay, step
from game.model.story import Story
from game.playing.lesson import course
from game.problem import GameError


class OtherWords(GameError):
    """A lesson was interrupted with another story, or with other words of this one."""

    exit_code = 6

    def __init__(self, story: str) -> None:
        """Name the story that the lesson was held with."""
        super().__init__(
            f"The interrupted lesson was held with other words of '{story}' than these, so it "
            "cannot go on. Put the story back as it was, or begin a new lesson."
        )


@dataclass(frozen=True, slots=True)
class Wish:
    """What a lesson is to be."""

    lesson: str = ""
    """Its id or its minutes; the usual one where none is given."""
    seats: int = USUAL_SEATS
    expected: int = 0
    seed: int | None = None
    """What names, codes and roles are drawn from; a new one where none is given."""


class Sitting:
    """A lesson being held."""

    def __init__(
        self,
        room: Room,
        journal: Journal | None = None,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Hold a lesson from this room on; without a journal a crash loses it."""
        self._room = room
        self._journal = journal
        self._seconds = seconds
        self._origin = seconds() - room.now / SECOND
        self._held = RLock()
        self.trouble = ""
        """Why a crash would lose the lesson, in a sentence; empty where all is well."""

    @property
    def room(self) -> Room:
        """The room as it is now."""
        return self._room

    def now(self) -> int:
        """Give the instant, in milliseconds of the lesson."""
        return int((self._seconds() - self._origin) * SECOND)

    def act(self, event: Event) -> Room | Refusal:
        """Let something happen. A new phase is on the disk when this comes back."""
        with self._held:
            before = self._room
            after = step(before, event)
            if isinstance(after, Refusal) or after is before:
                return after
            self._room = after
            if isinstance(event, Wipe):
                self._erase()
            else:
                self._keep(event, flush=after.stamp != before.stamp)
            return after

    def flush(self) -> None:
        """Come back once the disk has all votes so far; to be called now and then.

        Nobody waits for the disk meanwhile: votes go on.
        """
        journal = self._journal
        if journal is None:
            return
        journal.flush()
        with self._held:
            if self._journal is journal:
                self.trouble = journal.trouble

    def close(self) -> None:
        """Let go of the lesson; it can be resumed, unless it was wiped."""
        with self._held:
            if self._journal is not None:
                self._journal.flush()
                self._journal.close()
                self._journal = None

    def _keep(self, event: Event, *, flush: bool) -> None:
        if self._journal is None:
            return
        self._journal.append(event)
        if flush:
            self._journal.flush()
        self.trouble = self._journal.trouble

    def _erase(self) -> None:
        if self._journal is not None:
            self._journal.erase()
            self._journal = None


def begin(story: Story, wish: Wish, folder: Path | None) -> Sitting:
    """Hold a new lesson, its journal in this folder; without a folder it has none.

    Raises ``NoLesson``. A folder that cannot be written is no reason not to teach: see ``trouble``.
    """
    seed = secrets.randbits(64) if wish.seed is None else wish.seed
    taught = _taught(story, wish.lesson, seed)
    room = open_room(taught, seed, seats=wish.seats, expected=wish.expected)
    if folder is None:
        return Sitting(room)
    opening = Opening(
        story.story,
        story.fingerprint,
        taught.plan.lesson,
        seed,
        wish.seats,
        wish.expected,
    )
    try:
        return Sitting(room, new_journal(folder, opening))
    except JournalFault as fault:
        sitting = Sitting(room)
        sitting.trouble = str(fault)
        return sitting


def resume(story: Story, folder: Path) -> Sitting:
    """Go on with the newest interrupted lesson of a folder, its clock stopped.

    Raises ``NothingToResume``, ``OtherWords`` or ``JournalFault``.
    """
    kept = newest(folder)
    opening = kept.opening
    if (opening.story, opening.fingerprint) != (story.story, story.fingerprint):
        raise OtherWords(opening.story)
    taught = _taught(story, opening.lesson, opening.seed)
    room = open_room(taught, opening.seed, seats=opening.seats, expected=opening.expected)
    room = replay(room, kept.events)
    sitting = Sitting(room, Journal(kept.path, whole=kept.whole))
    sitting.act(Resumed(room.now))
    return sitting


def _taught(story: Story, name: str, seed: int) -> Lesson:
    return Lesson(course(story, name, seed))
