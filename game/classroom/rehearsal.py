"""This is a lesson with students who do not exist, so that a teacher can practise it alone.

It is led from the same desk and decided by the same room as a lesson with phones, without a network
and at the teacher's own pace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from game.classroom.console import console
from game.classroom.desk import HELP, Word, queue, said, seats, understood
from game.classroom.event import Advance, Approve, Decide, Event, TalkAgain
from game.classroom.export import write
from game.classroom.lesson import Lesson
from game.classroom.phase import USUAL, Phase
from game.classroom.pupil import CLASS, deeds
from game.classroom.refusal import Refusal
from game.classroom.report import report
from game.classroom.room import SECOND, Room
from game.classroom.round import Ruling
from game.classroom.step import open_room, step
from game.model.story import Story
from game.playing.lesson import course
from game.reporting.phrase import wrapped

PROMPT = "Enter goes on, ? for help: "
SHOWN = 2
"""So many reasons are shown where nobody leads."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What is rehearsed, and how it is heard and said."""

    say: Callable[[str], None]
    hear: Callable[[str], str | None]
    """Ask for a line; ``None`` where no more will come."""
    lesson: str = ""
    seed: int = 0
    fast: bool = False
    """Nobody leads: it goes on by itself."""
    output: Path | None = None
    """Where the report is written, if anywhere."""


def rehearse(story: Story, wish: Rehearsal) -> int:
    """Hold a lesson with simulated students and give the exit code.

    Raises ``NoLesson`` and ``NotWrittenOut``.
    """
    lesson = Lesson(course(story, wish.lesson, wish.seed))
    stand = _Stand(open_room(lesson, wish.seed, expected=CLASS), wish)
    stand.say((f"A rehearsal with {CLASS} simulated students. Nothing of it is kept.",))
    stand.arrive()
    while stand.room.phase not in {Phase.EXPORT, Phase.WIPED} and not stand.left:
        if wish.fast:
            stand.lead()
        else:
            stand.obey(wish.hear(PROMPT))
    if stand.room.phase is Phase.EXPORT and wish.output is not None:
        for path in write(report(stand.room), wish.output):
            wish.say(f"Written: {path}")
    return 0


class _Stand:
    """The lesson as it is rehearsed, and where it has come to."""

    def __init__(self, room: Room, wish: Rehearsal) -> None:
        self.room = room
        self.left = False
        self._wish = wish

    def say(self, block: Iterable[str]) -> None:
        """Say a block of lines, with an empty line before it."""
        self._wish.say("")
        for line in block:
            self._wish.say(wrapped(line))

    def arrive(self) -> None:
        """Let the class do what it does here, and say where the lesson stands."""
        for deed in deeds(self.room):
            self._happen(deed)
        self.say(said(console(self.room, self.room.now)))

    def lead(self) -> None:
        """Go on as a teacher might who is not there."""
        current = self.room.round
        if self.room.phase is Phase.CLOSE and current is not None:
            if current.ruling is Ruling.OPEN and not current.talked_again:
                self._do(TalkAgain(self.room.now))
                return
            if current.ruling is Ruling.OPEN:
                self._do(Decide(self.room.now, current.decision.choices[0]))
            resting = [each for each in current.waiting if each.account]
            for reason in resting[:SHOWN]:
                self._happen(Approve(self.room.now, reason.number))
        self._do(Advance(self.room.now))

    def obey(self, line: str | None) -> None:
        """Do what a typed line says; the end of the lines is the end of the rehearsal."""
        wanted = Word.QUIT if line is None else understood(line, self.room, self._later())
        match wanted:
            case Word.QUIT:
                self.left = True
            case Word.HELP:
                self.say(HELP)
            case Word.SEATS:
                self.say(seats(console(self.room, self.room.now)))
            case Word.PAGE:
                self.say(said(console(self.room, self.room.now)))
            case Word.UNKNOWN:
                self.say(("That means nothing here. ? says what does.",))
            case _:
                self._do(wanted)

    def _do(self, event: Event) -> None:
        before = self.room
        refusal = self._happen(event)
        if refusal is not None:
            self.say((refusal.sentence,))
        elif self.room.stamp != before.stamp:
            self.arrive()
        else:
            self.say(("Done.", *queue(console(self.room, self.room.now))))

    def _happen(self, event: Event) -> Refusal | None:
        after = step(self.room, event)
        if isinstance(after, Refusal):
            return after
        self.room = after
        return None

    def _later(self) -> int:
        """Give the instant at which the teacher goes on: when most of the time has gone by."""
        gone = USUAL.get(self.room.phase, 0) * SECOND * 4 // 5
        return max(self.room.now, self.room.clock.began + gone)
