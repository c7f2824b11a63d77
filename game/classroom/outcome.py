"""This is what came of a decision, in three steps: the votes, what is recorded, how well known.

It says what the class chose and what somebody tells. It never says who was right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.classroom.ballot import KNOWN, Ballot, tally
from game.classroom.decision import Decision, Held, Option
from game.classroom.round import Round
from game.classroom.wording import RULED
from game.reporting.phrase import listing

NOTHING_TOLD = "No account that was read tells any of these."
MANY = 3
"""More places than this are numbered in the second step; the third names them all."""
RECORDED_STEP = 2
"""The step in which it is said what is recorded."""
KNOWN_STEP = 3
"""The step in which it is said how well, and by whom."""


@dataclass(frozen=True, slots=True)
class Count:
    """An option or an answer, with how many chose it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Poll:
    """One vote, counted."""

    counts: tuple[Count, ...]
    """By letter."""
    none: int
    words: str
    """``A 14, B 9, C 4, no vote 2``."""
    hands: int
    """How many of them were counted by hand."""


@dataclass(frozen=True, slots=True)
class Known:
    """How well an option is known, and who says so."""

    letter: str
    words: str
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A reason on the screen, without a name."""

    number: int
    text: str
    account: str
    """The name of the account it rests on; empty for none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision came to, as far as it has been revealed."""

    letter: str
    words: str
    sentence: str
    first: Poll | None
    second: Poll | None
    reasons: tuple[Shown, ...] = ()
    recorded: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    said: tuple[Count, ...] = ()
    """What the class answered to the second question; nobody is scored."""


@dataclass(frozen=True, slots=True)
class Step:
    """One decision of the class's way, beside the record."""

    title: str
    words: str
    """What was taken; empty where nothing was."""
    ruled: str
    recorded: str
    """What is recorded, by letters."""


def outcome(round_: Round, sources: Mapping[str, str], *, part: int) -> Outcome | None:
    """Give what a decision came to, up to a step of the reveal; nothing before the first."""
    decision = round_.decision
    option = decision.option(round_.winner)
    if part < 1 or option is None:
        return None
    ruled = RULED[round_.ruling]
    taken = f"{option.letter}: {ended(option.words)}"
    return Outcome(
        letter=option.letter,
        words=option.words,
        sentence=" ".join(
            each for each in (f"The class goes on with {taken}", ruled, why(round_)) if each
        ),
        first=poll(decision, round_.first),
        second=poll(decision, round_.second),
        reasons=tuple(
            Shown(each.number, each.text, sources.get(each.account, "")) for each in round_.shown
        ),
        recorded=recorded(decision) if part >= RECORDED_STEP else (),
        known=known(decision) if part >= KNOWN_STEP else (),
        said=said(round_) if part >= KNOWN_STEP else (),
    )


def poll(decision: Decision, ballot: Ballot | None) -> Poll | None:
    """Count a ballot; nothing where there was none."""
    if ballot is None:
        return None
    counted = tally(ballot, decision.choices)
    pairs = zip(decision.options, counted.counts, strict=True)
    counts = tuple(Count(option.letter, count) for option, count in pairs)
    words = [f"{each.name} {each.count}" for each in counts]
    if counted.none:
        words.append(f"no vote {counted.none}")
    return Poll(counts, counted.none, ", ".join(words), sum(ballot.hand.values()))


def recorded(decision: Decision) -> tuple[str, ...]:
    """Say what he is recorded as doing: each option that somebody tells, and by how many."""
    told = [option for option in decision.options if option.recorded]
    if not told:
        return (NOTHING_TOLD,)
    head = _head(decision)
    lines = [f"{head} {option.letter}: {ended(option.words)} {_tellers(option)}" for option in told]
    if len(told) > 1:
        lines.append("The accounts part here.")
    return tuple(lines)


def in_short(decision: Decision) -> str:
    """Say what he is recorded as doing by letters alone."""
    told = [option.letter for option in decision.options if option.recorded]
    if not told:
        return NOTHING_TOLD
    parts = "; the accounts part here" if len(told) > 1 else ""
    return f"{_head(decision)} {listing(told)}{parts}."


def known(decision: Decision) -> tuple[Known, ...]:
    """Give what the record has on every option."""
    return tuple(Known(each.letter, each.words, each.held) for each in decision.options)


def said(round_: Round) -> tuple[Count, ...]:
    """Count the answers to the second question, in the order of its answers."""
    ballot = round_.deciding
    answers = [vote.known for vote in ballot.votes.values()] if ballot else []
    return tuple(Count(each, answers.count(each)) for each in KNOWN)


def path(rounds: Iterable[Round]) -> tuple[Step, ...]:
    """Give the way that the class took, beside what is recorded."""
    return tuple(_step(each) for each in rounds)


def ended(words: str) -> str:
    """End a sentence with a full stop, unless something ends it already, a quotation too."""
    return words if words.endswith((".", "!", "?", "”", '"', "’")) else f"{words}."


def why(round_: Round) -> str:
    """Give the reason that the teacher gave, if there is one."""
    return f"The reason given: {ended(round_.why)}" if round_.why else ""


def _head(decision: Decision) -> str:
    return "He is recorded as doing" if decision.his else "It is recorded as"


def _step(round_: Round) -> Step:
    decision = round_.decision
    option = decision.option(round_.winner)
    return Step(
        title=decision.title,
        words=f"{option.letter}: {option.words}" if option else "",
        ruled=RULED[round_.ruling],
        recorded=in_short(decision),
    )


def _tellers(option: Option) -> str:
    """Say from whom it is known, and how many of them can be shown to differ."""
    tellers = tuple(dict.fromkeys(teller for held in option.held for teller in held.told))
    witnesses = max((held.witnesses for held in option.held if held.recorded), default=0)
    named = f": {listing(tellers)}." if len(tellers) <= MANY else "."
    if witnesses > 1:
        return f"We know this from {witnesses} who can be shown to differ{named}"
    if len(tellers) == 1:
        return f"We know this from one teller{named}"
    return f"We know this from {len(tellers)} places, and it may all come from one teller{named}"
