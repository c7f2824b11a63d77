"""This is all that can happen in a room: what students do, what the teacher does, and time.

Each event carries the instant at which it happened, in milliseconds of the lesson. An event is
data: ``step.step`` says what comes of it, and ``form`` writes it down and reads it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Join:
    """A phone without a seat asks for one."""

    at: int
    token: str
    """What the phone knows itself by, hashed."""


@dataclass(frozen=True, slots=True)
class Return:
    """A student comes back from another phone or page, with seat and code."""

    at: int
    seat: int
    code: str
    token: str


@dataclass(frozen=True, slots=True)
class Pick:
    """A student takes one of the three names offered, counted from nought."""

    at: int
    seat: int
    place: int


@dataclass(frozen=True, slots=True)
class PutDown:
    """A student puts a role down, and need not say why."""

    at: int
    seat: int


@dataclass(frozen=True, slots=True)
class Slow:
    """A student takes longer: 100, 150 or 200 per cent of a phase's time."""

    at: int
    seat: int
    pace: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A student votes; who votes again replaces what was chosen before."""

    at: int
    seat: int
    ballot: str
    option: str
    known: str = ""
    """How well it is known what was voted for: ``agree conflict beyond silent``, or nothing."""


@dataclass(frozen=True, slots=True)
class Explain:
    """A student gives a reason for the vote that counts, tied to an account or to none."""

    at: int
    seat: int
    ballot: str
    text: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A student answers the three questions at the door: ``yes``, ``partly`` or ``no``."""

    at: int
    seat: int
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A phone has not been heard of for a while."""

    at: int
    seat: int


@dataclass(frozen=True, slots=True)
class Back:
    """A phone that was lost is heard of again."""

    at: int
    seat: int


@dataclass(frozen=True, slots=True)
class Expect:
    """The teacher says how many students there are; 0 for no number."""

    at: int
    count: int


@dataclass(frozen=True, slots=True)
class Arrange:
    """The teacher sets something: see ``setting``."""

    at: int
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Lock:
    """The teacher closes or opens the door to newcomers; who has a seat comes back all the same."""

    at: int
    on: bool


@dataclass(frozen=True, slots=True)
class Advance:
    """The teacher goes on: to the next step, phase or decision."""

    at: int
    seen: str = ""
    """The ``stamp`` of the room that the teacher saw, so that going on twice at once goes on once;
    without it the room goes on from wherever it is."""


@dataclass(frozen=True, slots=True)
class Close:
    """The teacher closes the vote at once, leaving out what would come before."""

    at: int


@dataclass(frozen=True, slots=True)
class Skip:
    """The teacher leaves a decision to the line, without a vote."""

    at: int


@dataclass(frozen=True, slots=True)
class Reopen:
    """The teacher opens a vote again that was closed and not yet revealed."""

    at: int


@dataclass(frozen=True, slots=True)
class TalkAgain:
    """The teacher lets the class talk and vote once more, as after a tie."""

    at: int


@dataclass(frozen=True, slots=True)
class Decide:
    """The teacher decides: where the vote gives no winner, or against it with a reason."""

    at: int
    option: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class HandCount:
    """The teacher enters hands counted in the room, beside the phones' votes."""

    at: int
    ballot: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Pause:
    """The teacher stops the clock."""

    at: int


@dataclass(frozen=True, slots=True)
class GoOn:
    """The teacher lets the clock go on."""

    at: int


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The teacher gives more time."""

    at: int
    seconds: int = 30


@dataclass(frozen=True, slots=True)
class Blank:
    """The teacher darkens the projector, or lights it."""

    at: int
    on: bool


@dataclass(frozen=True, slots=True)
class Hide:
    """The teacher hides a scene from phones and projector, or shows it again."""

    at: int
    scene: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Approve:
    """The teacher puts a reason on the screen."""

    at: int
    reason: int


@dataclass(frozen=True, slots=True)
class Reject:
    """The teacher keeps a reason off the screen, or takes it down."""

    at: int
    reason: int


@dataclass(frozen=True, slots=True)
class Mute:
    """The teacher rejects a reason and takes no more from whoever wrote it."""

    at: int
    reason: int


@dataclass(frozen=True, slots=True)
class Rename:
    """The teacher gives a seat another name."""

    at: int
    seat: int


@dataclass(frozen=True, slots=True)
class Cast:
    """The teacher gives a seat a reader's role; an empty one for the undecided jury."""

    at: int
    seat: int
    role: str


@dataclass(frozen=True, slots=True)
class Remove:
    """The teacher removes a seat; with ``block`` its phone cannot come back either."""

    at: int
    seat: int
    block: bool = False


@dataclass(frozen=True, slots=True)
class Finish:
    """The teacher goes to the debrief from wherever the lesson stands."""

    at: int


@dataclass(frozen=True, slots=True)
class Wipe:
    """The teacher ends it: nothing about a person is left. ``sure`` without the debrief."""

    at: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """Time goes by."""

    at: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """The program was stopped and goes on: every phone has still to be heard of again."""

    at: int


ByStudent: TypeAlias = Join | Return | Pick | PutDown | Slow | Vote | Explain | Ticket | Lost | Back
"""What changes a student's own things and nothing that others see."""

Leading: TypeAlias = (
    Advance
    | Close
    | Skip
    | Reopen
    | TalkAgain
    | Decide
    | HandCount
    | Pause
    | GoOn
    | MoreTime
    | Finish
    | Wipe
    | Tick
    | Resumed
)
Keeping: TypeAlias = (
    Expect | Arrange | Lock | Blank | Hide | Approve | Reject | Mute | Rename | Cast | Remove
)
Event: TypeAlias = ByStudent | Leading | Keeping
