"""This is what a lesson goes through, and how long each stretch of it may take."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final


class Phase(Enum):
    """Where a lesson stands."""

    LOBBY = "lobby"
    BRIEF = "brief"
    READ = "read"
    VOTE = "vote"
    """Alone."""
    TALK = "talk"
    AGAIN = "again"
    """The second vote, with a reason."""
    CLOSE = "close"
    REVEAL = "reveal"
    DISCUSS = "discuss"
    DEBRIEF = "debrief"
    EXPORT = "export"
    WIPED = "wiped"


ROUND: Final = (
    Phase.BRIEF,
    Phase.READ,
    Phase.VOTE,
    Phase.TALK,
    Phase.AGAIN,
    Phase.CLOSE,
    Phase.REVEAL,
    Phase.DISCUSS,
)
"""What each decision goes through, in this order."""
BALLOTS: Final = frozenset({Phase.VOTE, Phase.AGAIN})
BEFORE_CLOSE: Final = frozenset(ROUND[: ROUND.index(Phase.CLOSE)])
"""Nothing of a count may be seen by anybody in these."""
COUNTED: Final = frozenset({Phase.REVEAL, Phase.DISCUSS})
"""The count may be seen by everybody in these."""
STEPS: Final[Mapping[Phase, int]] = MappingProxyType({Phase.REVEAL: 3, Phase.DEBRIEF: 3})
"""The phases that go on in steps."""
BY_CLOCK: Final = frozenset({Phase.BRIEF, Phase.READ, Phase.VOTE, Phase.TALK, Phase.AGAIN})
"""The phases that may end by themselves; the teacher leads through all others."""

USUAL: Final[Mapping[Phase, int]] = MappingProxyType(
    {
        Phase.BRIEF: 45,
        Phase.READ: 75,
        Phase.VOTE: 60,
        Phase.TALK: 120,
        Phase.AGAIN: 30,
        Phase.REVEAL: 75,
        Phase.DISCUSS: 90,
    }
)
"""The usual seconds of a phase."""
OUT_OF_ROLE: Final = 60
"""The first minute of the debrief: names are said, cards put down."""
_PLAY: Final[Mapping[int, tuple[int, int]]] = MappingProxyType(
    {20: (12, 8), 45: (25, 15), 60: (34, 20), 90: (54, 30)}
)
"""Minutes of play and of debrief in a lesson of so many minutes; the rest is for joining."""
_SHORTEST = 10
_STEP = 5


def pacing(minutes: int, decisions: int, votes: int) -> Mapping[Phase, int]:
    """Give the seconds of each phase, so that all decisions fit into a lesson.

    The usual times are shortened evenly where they do not fit, and never lengthened.
    """
    play, debrief = _PLAY.get(minutes, (minutes * 11 // 20, minutes // 3))
    kept = {
        phase: seconds
        for phase, seconds in USUAL.items()
        if votes > 1 or phase not in {Phase.TALK, Phase.AGAIN}
    }
    room = play * 60 / max(decisions, 1)
    share = min(1.0, room / sum(kept.values())) if minutes else 1.0
    paced = {phase: _rounded(seconds * share) for phase, seconds in kept.items()}
    return MappingProxyType({**USUAL, **paced, Phase.DEBRIEF: max(debrief * 60, OUT_OF_ROLE)})


def _rounded(seconds: float) -> int:
    return max(_SHORTEST, int(seconds // _STEP) * _STEP)
