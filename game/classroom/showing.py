"""This is what everybody may see: the scene, the options and, from its time on, what came of them.

Nothing here knows who somebody is. ``common`` is the same for every phone and for the projector, so
what is not in it before its time is on nobody's device.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.classroom.decision import Prompt, Text
from game.classroom.lesson import Label
from game.classroom.outcome import Outcome, Step, outcome, path
from game.classroom.phase import BALLOTS, COUNTED, ROUND, STEPS, Phase
from game.classroom.room import SECOND, Room
from game.classroom.wording import (
    ASKED,
    ASKED_KNOWN,
    DEBRIEF,
    DOING,
    DOOR,
    DOOR_ANSWERS,
    KNOWN,
    NAMELESS,
    NO_NAMES,
    PASSED_OVER,
    RULE,
    timer,
)

MOST_NUMBERS = 6
"""So many of the numbers are on the wall; the report has them all."""


@dataclass(frozen=True, slots=True)
class Timer:
    """The time of a phase, in seconds and in words."""

    left: int | None
    """``None`` where there is no limit."""
    stopped: bool
    words: str


@dataclass(frozen=True, slots=True)
class Head:
    """Where the lesson stands."""

    stamp: str
    phase: str
    part: int
    lesson: str
    story: str
    language: str
    number: int
    """Which decision it is, from one."""
    decisions: int
    doing: str
    """What there is to do, in a sentence."""
    large: bool
    easy: bool


@dataclass(frozen=True, slots=True)
class Front:
    """What is read before anything begins."""

    opening: Text
    advisory: Text
    nameless: str
    rule: str


@dataclass(frozen=True, slots=True)
class Read:
    """A scene as it is read."""

    scene: str
    title: str
    text: Text
    easy: Text = ()
    taken: str = ""
    """What the line took there, for a scene on the way."""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """The decision's scene, and the way to it."""

    where: str
    """Part, time, place and whose scene it is."""
    scene: Read
    way: tuple[Read, ...]
    broken_off: str
    """How the class's own way ended, where the line was taken up instead."""
    off_record: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An option on a ballot."""

    letter: str
    choice: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is voted on."""

    question: str
    options: tuple[Choice, ...]
    ballot: str
    """The key that a vote carries; empty while no vote is open."""
    rule: str
    known_question: str = ""
    """The second question; empty while it is not asked."""
    known: tuple[Label, ...] = ()
    reason: bool = False
    """A reason is asked for."""
    accounts: tuple[Label, ...] = ()
    no_names: str = ""


@dataclass(frozen=True, slots=True)
class Debrief:
    """What the debrief says, step by step."""

    lines: tuple[str, ...]
    path: tuple[Step, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    likelier: str = ""
    questions: tuple[str, ...] = ()
    """What is asked at the door."""
    answers: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Common:
    """All that every phone and the projector may show."""

    head: Head
    front: Front | None = None
    stage: Stage | None = None
    asked: Asked | None = None
    outcome: Outcome | None = None
    prompts: tuple[Prompt, ...] = ()
    debrief: Debrief | None = None


def common(room: Room) -> Common:
    """Give what everybody may see."""
    phase = room.phase
    if phase is Phase.LOBBY:
        plan = room.lesson.plan
        return Common(_head(room), front=Front(plan.opening, plan.advisory, NAMELESS, RULE))
    if phase is Phase.DEBRIEF:
        return Common(_head(room), debrief=_debrief(room))
    if phase not in ROUND or room.round is None:
        return Common(_head(room))
    talked_about = phase is Phase.DISCUSS
    return Common(
        _head(room),
        stage=_stage(room),
        asked=_asked(room),
        outcome=outcome(room.round, room.lesson.plan.sources, part=_part(room)),
        prompts=room.round.decision.prompts if talked_about else (),
    )


def clock(room: Room, now: int, pace: int = 100) -> Timer:
    """Give the time that is left to somebody of this pace."""
    left = room.clock.left(now, pace)
    seconds = None if left is None else -(-left // SECOND)
    stopped = room.clock.stopped is not None
    return Timer(seconds, stopped, timer(seconds, stopped=stopped))


def _part(room: Room) -> int:
    """Give how far the reveal has gone; 0 before it."""
    if room.phase not in COUNTED:
        return 0
    return room.part if room.phase is Phase.REVEAL else STEPS[Phase.REVEAL]


def _head(room: Room) -> Head:
    plan = room.lesson.plan
    return Head(
        stamp=room.stamp,
        phase=room.phase.value,
        part=room.part,
        lesson=plan.title,
        story=plan.story,
        language=plan.language,
        number=len(room.rounds),
        decisions=plan.decisions,
        doing=DOING[room.phase],
        large=room.settings.large,
        easy=room.settings.easy,
    )


def _stage(room: Room) -> Stage | None:
    if room.round is None:
        return None
    found = room.round.decision
    text, easy = (found.text, found.easy)
    hidden = found.scene in room.hidden
    if hidden:
        text, easy = found.summary or ((PASSED_OVER,),), ()
    return Stage(
        where=". ".join(
            each for each in (found.part, found.when, found.where, found.whose) if each
        ),
        scene=Read(found.scene, found.title, text, easy, hidden=hidden),
        way=tuple(
            Read(
                each.scene,
                each.title,
                ((PASSED_OVER,),) if each.scene in room.hidden else each.text,
                taken=each.taken,
                hidden=each.scene in room.hidden,
            )
            for each in found.way
        ),
        broken_off=found.broken_off,
        off_record=found.off_record,
    )


def _asked(room: Room) -> Asked | None:
    if room.round is None or room.phase in {Phase.BRIEF, Phase.READ}:
        return None
    options = tuple(
        Choice(each.letter, each.choice, each.words) for each in room.round.decision.options
    )
    ballot = room.ballot.key if room.ballot else ""
    if room.phase not in BALLOTS or not room.last_ballot:
        return Asked(ASKED, options, ballot, RULE)
    asks = room.settings.reasons
    return Asked(
        ASKED,
        options,
        ballot,
        RULE,
        known_question=ASKED_KNOWN,
        known=_labels(KNOWN.items()),
        reason=asks,
        accounts=room.lesson.plan.accounts if asks else (),
        no_names=NO_NAMES if asks else "",
    )


def _debrief(room: Room) -> Debrief:
    lines = DEBRIEF[room.part - 1]
    plan = room.lesson.plan
    match room.part:
        case 1:
            return Debrief(lines)
        case 2:
            return Debrief(lines, path=path(room.rounds))
        case _:
            return Debrief(
                lines,
                numbers=plan.numbers[:MOST_NUMBERS],
                names=plan.names,
                likelier=plan.likelier,
                questions=DOOR,
                answers=_labels(DOOR_ANSWERS.items()),
            )


def _labels(words: Iterable[tuple[str, str]]) -> tuple[Label, ...]:
    return tuple(Label(name, label) for name, label in words)
