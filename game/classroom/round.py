"""This is one decision in class: its two ballots, its reasons, and how it was settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from game.classroom.ballot import Ballot, winner
from game.classroom.decision import Decision
from game.classroom.reason import Reason, Standing


class Ruling(Enum):
    """By what a decision was settled."""

    OPEN = "open"
    VOTE = "vote"
    TEACHER = "teacher"
    """The vote gave no winner, and the teacher chose."""
    OVERRIDE = "override"
    """The teacher chose otherwise than the vote, and said why."""
    LINE = "line"
    """It was skipped, and the line went on."""


@dataclass(frozen=True, slots=True)
class Round:
    """A decision that was come to."""

    number: int
    """From one."""
    decision: Decision
    first: Ballot | None = None
    second: Ballot | None = None
    reasons: tuple[Reason, ...] = ()
    winner: str = ""
    """What was taken, ``scene/choice``; empty while nothing is."""
    ruling: Ruling = Ruling.OPEN
    why: str = ""
    talked_again: bool = False

    @property
    def deciding(self) -> Ballot | None:
        """The ballot that counts: the second, where there is one."""
        return self.second or self.first

    @property
    def voted(self) -> str:
        """What the vote comes to; empty where it gives no winner."""
        ballot = self.deciding
        return winner(ballot, self.decision.choices) if ballot else ""

    @property
    def shown(self) -> tuple[Reason, ...]:
        """The reasons that the teacher approved, in the order of the queue."""
        return tuple(each for each in self.reasons if each.standing is Standing.APPROVED)

    @property
    def waiting(self) -> tuple[Reason, ...]:
        """The reasons that the teacher has not looked at."""
        return tuple(each for each in self.reasons if each.standing is Standing.WAITING)

    def with_ballot(self, ballot: Ballot) -> Round:
        """Put the ballot that counts in its place."""
        if self.second is not None:
            return replace(self, second=ballot)
        return replace(self, first=ballot)

    def counted(self, seats: int) -> Round:
        """Count the ballot that was open in a class of so many seats."""
        ballot = self.deciding
        return self.with_ballot(replace(ballot, seats=seats)) if ballot else self

    def closed(self, seats: int) -> Round:
        """Close the vote in a class of so many seats; a clear winner is taken."""
        return self.counted(seats).settled()

    def settled(self) -> Round:
        """Take what the vote comes to, unless the teacher has decided."""
        if self.ruling in {Ruling.TEACHER, Ruling.OVERRIDE}:
            return self
        found = self.voted
        return replace(self, winner=found, ruling=Ruling.VOTE if found else Ruling.OPEN, why="")

    def without(self, seat: int, *, votes: bool) -> Round:
        """Leave a seat's reasons out, and with ``votes`` what it voted."""
        return replace(
            self,
            first=_without(self.first, seat) if votes else self.first,
            second=_without(self.second, seat) if votes else self.second,
            reasons=tuple(each for each in self.reasons if each.seat != seat),
        )

    def reason(self, number: int) -> Reason | None:
        """Find a reason by its number."""
        return next((each for each in self.reasons if each.number == number), None)

    def with_reasons(self, reasons: Iterable[Reason]) -> Round:
        """Put other reasons in the place of these."""
        return replace(self, reasons=tuple(reasons))


def _without(ballot: Ballot | None, seat: int) -> Ballot | None:
    if ballot is None or seat not in ballot.votes:
        return ballot
    left = {number: vote for number, vote in ballot.votes.items() if number != seat}
    return replace(ballot, votes=left)
