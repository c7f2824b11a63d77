"""This is the teacher's desk in plain lines: what is said of a lesson, and what a typed line means.

It reads the same view that a screen would, so that a lesson can be led by ear or over a pipe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Final

from game.classroom import event
from game.classroom.console import ConsoleView
from game.classroom.decision import Text
from game.classroom.event import Event
from game.classroom.outcome import KNOWN_STEP, Known, Outcome, ended
from game.classroom.room import Room
from game.classroom.showing import Asked, Debrief, Front, Head, Stage
from game.reporting.phrase import number


class Word(Enum):
    """What is asked of the desk itself."""

    HELP = "?"
    SEATS = "seats"
    PAGE = "page"
    QUIT = "q"
    UNKNOWN = ""


HELP: Final = (
    "Enter           go on",
    "c               close the vote now",
    "o               open the closed vote again",
    "t               let them talk and vote once more",
    "d B             decide for option B",
    "d B because …   decide against the vote; the reason goes into the log",
    "hand A 5 B 3    hands counted in the room, beside the phones",
    "y 3, n 3        show reason 3, or keep it off the screen",
    "m 3             keep it off, and take no more from its seat",
    "p               stop the clock, or let it go on",
    "+ 60            a minute more",
    "s               leave this decision to the line",
    "h SCENE         hide a scene, or show it again",
    "b               darken the projector, or light it",
    "f               go to the debrief now",
    "seats           who is here",
    "rename 3        another name for seat 3",
    "remove 3        take seat 3 away; `block 3` its phone too",
    "lock            close the door to newcomers, or open it",
    "expect 24       how many students there are",
    "set roles off   or on; so too decision_roles, reasons, again, limits, easy",
    "set large on    large letters on phones",
    "set seats 80    up to a thousand",
    "set pace clock  the clock goes on by itself; `hand` leaves it to you",
    "page            say all of it once more",
    "wipe            forget everybody and everything",
    "q               leave the desk",
)

_NUMBERED: Final[Mapping[str, Callable[[int, int], Event]]] = {
    "y": event.Approve,
    "n": event.Reject,
    "m": event.Mute,
    "rename": event.Rename,
    "remove": event.Remove,
    "block": lambda at, seat: event.Remove(at, seat, block=True),
    "expect": event.Expect,
    "+": event.MoreTime,
}
_BARE: Final[Mapping[str, Callable[[int], Event]]] = {
    "c": event.Close,
    "o": event.Reopen,
    "t": event.TalkAgain,
    "s": event.Skip,
    "f": event.Finish,
    "wipe": event.Wipe,
    "wipe sure": lambda at: event.Wipe(at, sure=True),
    "+": event.MoreTime,
}
_WITH_NUMBER = re.compile(r"([a-z]+|\+)\s*([0-9]{1,4})\Z", re.ASCII)
_DECIDE = re.compile(r"d\s+([A-Za-z][0-9]*)(?:\s+because\b)?\s*(.*)\Z", re.DOTALL)
_HAND = re.compile(r"([A-Za-z][0-9]*)\s*[:=]?\s*([0-9]{1,4})", re.ASCII)


def understood(line: str, room: Room, at: int) -> Event | Word:
    """Give what a typed line means."""
    typed = " ".join(line.split())
    if not typed:
        return event.Advance(at, room.stamp)
    if typed in _BARE:
        return _BARE[typed](at)
    numbered = _WITH_NUMBER.match(typed)
    if numbered is not None and numbered[1] in _NUMBERED:
        return _NUMBERED[numbered[1]](at, int(numbered[2]))
    if typed in {"p", "b", "lock"}:
        return _toggled(typed, room, at)
    return _worded(typed, room, at)


def said(view: ConsoleView) -> Iterator[str]:
    """Say where the lesson stands, all of it."""
    common = view.common
    head = common.head
    yield _where(head)
    yield _present(view)
    if common.front is not None:
        yield from _front(common.front)
    if common.stage is not None and head.phase in {"brief", "read"}:
        yield from _stage(common.stage, briefing=head.phase == "brief")
    if common.asked is not None and common.outcome is None:
        yield from _asked(common.asked)
    yield from _counted(view)
    if common.outcome is not None:
        yield from _outcome(common.outcome, head.part if head.phase == "reveal" else 0)
    for prompt in common.prompts:
        yield f"To talk about: {prompt.text}"
    if common.debrief is not None:
        yield from _debrief(common.debrief)
    yield f"Time: {view.clock.words}."


def seats(view: ConsoleView) -> Iterator[str]:
    """Say who is here, by the names that were generated."""
    for seat in view.seats:
        marks = [word for word, is_so in (("lost", seat.lost), ("muted", seat.muted)) if is_so]
        yield ", ".join((f"{seat.seat}. {seat.alias}", seat.role, *marks))
    if not view.seats:
        yield "Nobody is here yet."


def queue(view: ConsoleView) -> Iterator[str]:
    """Say the reasons of the decision at hand, by number."""
    for each in view.queue:
        rests = f" [{each.account}]" if each.account else " [no account]"
        yield f"Reason {each.number}, {each.standing}: {each.text}{rests}"


def _toggled(typed: str, room: Room, at: int) -> Event:
    if typed == "p":
        return event.Pause(at) if room.clock.stopped is None else event.GoOn(at)
    if typed == "b":
        return event.Blank(at, not room.dark)
    return event.Lock(at, not room.locked)


def _worded(typed: str, room: Room, at: int) -> Event | Word:
    first, _, rest = typed.partition(" ")
    match first:
        case "d" if rest:
            return _decided(typed, room, at)
        case "hand" if rest:
            return _hands(rest, room, at)
        case "h" if rest:
            return event.Hide(at, rest, rest not in room.hidden)
        case "set" if rest:
            name, _, value = rest.partition(" ")
            return event.Arrange(at, name, value)
        case _:
            return next((each for each in Word if each.value == typed), Word.UNKNOWN)


def _decided(typed: str, room: Room, at: int) -> Event | Word:
    found = _DECIDE.match(typed)
    if found is None:
        return Word.UNKNOWN
    return event.Decide(at, _choice(room, found[1]), found[2])


def _hands(typed: str, room: Room, at: int) -> Event | Word:
    counts = {_choice(room, letter): int(count) for letter, count in _HAND.findall(typed)}
    ballot = room.round.deciding if room.round else None
    return event.HandCount(at, ballot.key if ballot else "", counts) if counts else Word.UNKNOWN


def _choice(room: Room, letter: str) -> str:
    options = room.round.decision.options if room.round else ()
    return next((each.choice for each in options if each.letter == letter.upper()), letter)


def _where(head: Head) -> str:
    if head.phase == "lobby":
        return f"{head.story}. Lesson: {head.lesson}. {head.doing}"
    step = f" Step {head.part}." if head.part else ""
    decision = f"Decision {head.number} of {head.decisions}. "
    over = head.phase in {"debrief", "export", "wiped"}
    return f"{'' if over else decision}{head.doing}{step}"


def _present(view: ConsoleView) -> str:
    here = view.attendance
    expected = f" of {here.expected}" if here.expected else ""
    lost = f", {number(here.lost, 'phone')} not heard of" if here.lost else ""
    return f"{number(here.joined, 'seat')}{expected} taken{lost}."


def _front(front: Front) -> Iterator[str]:
    yield from _text(front.opening)
    yield from _text(front.advisory)
    yield front.nameless
    yield front.rule


def _stage(stage: Stage, *, briefing: bool) -> Iterator[str]:
    if briefing:
        yield "Every student reads a card of their own. Nobody else sees it."
        return
    if stage.broken_off:
        yield f"The class's own way has ended: {ended(stage.broken_off)} The line goes on."
    for each in stage.way:
        taken = f" The line takes: {each.taken}" if each.taken else ""
        yield f"On the way, {each.title}.{taken}"
    if stage.off_record:
        yield f"Off the record since: {stage.off_record}"
    yield stage.where
    yield f"{stage.scene.title} ({stage.scene.scene})"
    yield from _text(stage.scene.text)


def _asked(asked: Asked) -> Iterator[str]:
    yield asked.question
    for option in asked.options:
        yield f"{option.letter}. {option.words}"
    if asked.known_question:
        yield asked.known_question


def _counted(view: ConsoleView) -> Iterator[str]:
    asked, verdict = view.common.asked, view.verdict
    if asked is not None and asked.ballot:
        here = view.attendance
        yield f"{here.voted} voted, {here.waiting} have not."
    if view.common.head.phase in {"again", "close"} and view.queue:
        yield ""
        yield from queue(view)
        yield ""
    if verdict is not None:
        polls = (("First vote", verdict.first), ("Last vote", verdict.second))
        yield from (f"{name}: {poll.words}." for name, poll in polls if poll is not None)
        yield f"As it stands: {verdict.letter}." if verdict.letter else "Nothing is decided."
    yield from view.warnings


def _outcome(outcome: Outcome, part: int) -> Iterator[str]:
    """Say what came of it: each step of the reveal what is new in it, the discussion the gist."""
    if part in {0, 1}:
        yield outcome.sentence
        polls = (("First vote", outcome.first), ("Second vote", outcome.second))
        yield from (f"{name}: {poll.words}." for name, poll in polls if poll is not None)
        yield from (f"A reason on the screen: {reason.text}" for reason in outcome.reasons)
    if part in {0, 2}:
        yield from outcome.recorded
    if part == KNOWN_STEP:
        for each in outcome.known:
            yield from _known(each)
            yield ""
        answers = ", ".join(f"{each.name} {each.count}" for each in outcome.said)
        yield f"How well it is known, the class said: {answers}."


def _known(known: Known) -> Iterator[str]:
    for held in known.held:
        told = f" Told by: {'; '.join(held.told)}." if held.told else ""
        against = f" Against: {'; '.join(held.against)}." if held.against else ""
        yield f"{known.letter}. {held.asks} {held.line}{told}{against}"


def _debrief(debrief: Debrief) -> Iterator[str]:
    yield from debrief.lines
    for step in debrief.path:
        taken = ended(f"{step.title}: the class took {step.words or 'nothing'}")
        yield f"{taken} {step.ruled} {step.recorded}"
    yield from debrief.numbers
    yield from debrief.names
    if debrief.likelier:
        yield debrief.likelier
    for question in debrief.questions:
        yield f"At the door: {question}"


def _text(text: Text) -> Iterator[str]:
    for beat in text:
        for paragraph in beat:
            yield ""
            yield paragraph
    yield ""
