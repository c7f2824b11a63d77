"""This is what is kept of a lesson that is over: counts, approved reasons, the record beside.

Nothing in it says who somebody was. It is made from the room while that is still there, and from
then on from itself: every export is a function of a ``Report`` alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game import __version__
from game.classroom.ballot import KNOWN, Ballot
from game.classroom.decision import Decision, Option, Prompt
from game.classroom.lesson import Plan, Teaching
from game.classroom.outcome import Count, Poll, poll, recorded, said
from game.classroom.room import Entry, Room
from game.classroom.round import Round
from game.classroom.voting import ANSWERS, QUESTIONS
from game.classroom.wording import DOOR, RULED
from game.playing.lesson import Taken, Way

FORMAT = 1
FEW = 5
"""A count of an answer by those who chose one option is left out where it is smaller than this."""
ELSEWHERE = "does not come here"


@dataclass(frozen=True, slots=True)
class Tellers:
    """What the record has on one thing that an option answers."""

    asks: str
    status: str
    line: str
    told: tuple[str, ...]
    against: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class OptionReport:
    """An option, in numbers."""

    letter: str
    choice: str
    words: str
    first: int | None
    """``None`` where that vote was not held."""
    second: int | None
    taken: bool
    by_line: bool
    recorded: bool
    families: tuple[str, ...]
    known: tuple[int | None, ...]
    """How those who chose it answered the second question; ``None`` for one to four of them."""
    record: tuple[Tellers, ...]


@dataclass(frozen=True, slots=True)
class ReasonReport:
    """A reason that was on the screen."""

    text: str
    account: str
    citation: str


@dataclass(frozen=True, slots=True)
class DecisionReport:
    """A decision, in numbers."""

    number: int
    scene: str
    title: str
    when: str
    taken: str
    """The option taken, ``B: Go tonight.``; empty where nothing was decided."""
    ruling: str
    ruled: str
    why: str
    off_record: str
    broken_off: str
    hidden: bool
    options: tuple[OptionReport, ...]
    first: Poll | None
    second: Poll | None
    both: int
    """How many voted twice."""
    changed: int
    """How many of those changed their vote."""
    answered: int
    """How many answered the second question."""
    fitting: int
    """How many of those named a family that the record has for what they voted for."""
    said: tuple[Count, ...]
    given: int
    """How many gave a reason."""
    citing: int
    """How many of those rest on an account."""
    reasons: tuple[ReasonReport, ...]
    recorded: tuple[str, ...]
    prompts: tuple[Prompt, ...]
    way: tuple[str, ...]
    """Titles of the scenes read on the way here."""


@dataclass(frozen=True, slots=True)
class WayReport:
    """An account's own way, at the decisions of the lesson."""

    teller: str
    taken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """A question at the door, with its answers."""

    question: str
    answers: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A lesson that is over."""

    format: int
    app: str
    story: str
    story_id: str
    fingerprint: str
    language: str
    lesson: str
    title: str
    minutes: int
    line: str
    date: str
    """As the teacher's machine has it; empty where nobody said."""
    joined: int
    expected: int
    decisions: tuple[DecisionReport, ...]
    ways: tuple[WayReport, ...]
    door: tuple[Door, ...]
    sources: tuple[str, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    likelier: str
    credits: tuple[str, ...]
    log: tuple[Entry, ...]


def report(room: Room, *, date: str = "") -> Report:
    """Give the report of a lesson as far as it has come."""
    lesson = room.lesson
    plan = lesson.plan
    rounds = room.rounds
    return Report(
        format=FORMAT,
        app=__version__,
        story=plan.story,
        story_id=plan.story_id,
        fingerprint=plan.fingerprint,
        language=plan.language,
        lesson=plan.lesson,
        title=plan.title,
        minutes=plan.minutes,
        line=plan.line,
        date=date,
        joined=room.dealt,
        expected=room.expected,
        decisions=tuple(_decision(each, room) for each in rounds),
        ways=tuple(
            _way(each, rounds)
            for each in lesson.ways(tuple(each.decision.scene for each in rounds))
        ),
        door=_door(room),
        sources=_sources(lesson, rounds),
        numbers=plan.numbers,
        names=plan.names,
        likelier=plan.likelier,
        credits=plan.credits,
        log=tuple(each for each in room.log if each.act not in {"hidden", "shown"}),
    )


def _decision(round_: Round, room: Room) -> DecisionReport:
    decision, plan = round_.decision, room.lesson.plan
    option = decision.option(round_.winner)
    both, changed = _shift(round_)
    answered, fitting = _fitting(round_)
    return DecisionReport(
        number=round_.number,
        scene=decision.scene,
        title=decision.title,
        when=decision.when,
        taken=f"{option.letter}: {option.words}" if option else "",
        ruling=round_.ruling.value,
        ruled=RULED[round_.ruling],
        why=round_.why,
        off_record=decision.off_record,
        broken_off=decision.broken_off,
        hidden=decision.scene in room.hidden,
        options=tuple(_option(each, round_) for each in decision.options),
        first=poll(decision, round_.first),
        second=poll(decision, round_.second),
        both=both,
        changed=changed,
        answered=answered,
        fitting=fitting,
        said=said(round_),
        given=len(round_.reasons),
        citing=sum(bool(each.account) for each in round_.reasons),
        reasons=tuple(
            ReasonReport(
                each.text,
                plan.sources.get(each.account, ""),
                room.lesson.citation(each.account) if each.account else "",
            )
            for each in round_.shown
        ),
        recorded=recorded(decision),
        prompts=decision.prompts,
        way=tuple(each.title for each in decision.way),
    )


def _option(option: Option, round_: Round) -> OptionReport:
    return OptionReport(
        letter=option.letter,
        choice=option.choice,
        words=option.words,
        first=_counted(round_.first, option.choice),
        second=_counted(round_.second, option.choice),
        taken=option.choice == round_.winner,
        by_line=option.choice == round_.decision.by_line,
        recorded=option.recorded,
        families=option.families,
        known=_known(round_.deciding, option.choice),
        record=tuple(
            Tellers(each.asks, each.status, each.line, each.told, each.against, each.why)
            for each in option.held
        ),
    )


def _counted(ballot: Ballot | None, choice: str) -> int | None:
    if ballot is None:
        return None
    votes = sum(vote.option == choice for vote in ballot.votes.values())
    return votes + ballot.hand.get(choice, 0)


def _known(ballot: Ballot | None, choice: str) -> tuple[int | None, ...]:
    answers = (
        [vote.known for vote in ballot.votes.values() if vote.option == choice] if ballot else []
    )
    counts = (answers.count(family) for family in KNOWN)
    return tuple(None if 0 < count < FEW else count for count in counts)


def _shift(round_: Round) -> tuple[int, int]:
    """Count who voted twice, and who of them changed their vote."""
    if round_.first is None or round_.second is None:
        return 0, 0
    before, after = round_.first.votes, round_.second.votes
    both = before.keys() & after.keys()
    return len(both), sum(before[seat].option != after[seat].option for seat in both)


def _fitting(round_: Round) -> tuple[int, int]:
    """Count the answers to the second question, and those that the record has too."""
    ballot = round_.deciding
    answered = [vote for vote in ballot.votes.values() if vote.known] if ballot else []
    families = {each.choice: each.families for each in round_.decision.options}
    return len(answered), sum(vote.known in families.get(vote.option, ()) for vote in answered)


def _way(way: Way, rounds: Iterable[Round]) -> WayReport:
    cells = (_cell(taken, round_.decision) for taken, round_ in zip(way.taken, rounds, strict=True))
    return WayReport(way.teller, tuple(cells))


def _cell(taken: Taken | None, decision: Decision) -> str:
    if taken is None:
        return ELSEWHERE
    option = decision.option(taken.choice)
    letter = f"{option.letter}: " if option else ""
    silent = "" if taken.speaks else " (it does not say; its way only goes on)"
    return f"{letter}{taken.words}{silent}"


def _door(room: Room) -> tuple[Door, ...]:
    if not room.tickets:
        return ()
    said_ = tuple(room.tickets.values())
    return tuple(
        Door(
            DOOR[place],
            tuple(
                Count(answer, sum(each[place] == answer for each in said_)) for answer in ANSWERS
            ),
        )
        for place in range(QUESTIONS)
    )


def _sources(lesson: Teaching, rounds: Iterable[Round]) -> tuple[str, ...]:
    """Give what the approved reasons rest on, each once, in the order of the accounts."""
    used = {each.account for round_ in rounds for each in round_.shown if each.account}
    plan: Plan = lesson.plan
    return tuple(
        f"{each.label}. {lesson.citation(each.name)}" for each in plan.accounts if each.name in used
    )
