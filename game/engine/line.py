"""This is a line: the way through the story that an account tells, or several in order.

At every choice it takes the first open one, in the order of the file, of the best rank: told by the
first followed account that tells an answer; reported by it; what most witnesses tell; inferred;
invented or reading. It never takes what its account denies, or whose rival its account tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import assert_never

from game.engine.replay import Play
from game.engine.rules import Rules
from game.engine.state import State
from game.model.record import Claim, Question
from game.model.scene import Choice, Enacts, Entry, Infers, Invents, Reads
from game.model.story import Story
from game.record.finding import claim_finding
from game.record.voice import narrower, rivals, wider

MOST_CHOICES = 400
"""A line longer than this is going round in circles."""


class Rank(IntEnum):
    """How well a choice follows a line; less is better."""

    TOLD = 0
    REPORTED = 1
    WITNESSED = 2
    INFERRED = 3
    BEYOND = 4
    CONTRADICTS = 5


@dataclass(frozen=True, slots=True)
class LineWalk:
    """A line as played, and why it stopped short if it did."""

    line: str
    play: Play
    fault: str | None = None
    """What keeps it from an ending; ``None`` when it reached one."""


def follow(rules: Rules, line: str, *, most: int = MOST_CHOICES) -> LineWalk:
    """Play a line from the first scene to an ending. Every chance takes its first exit."""
    (first, _), *_ = rules.outcomes_at_start()
    return follow_on(rules, line, Play(0, (first,), ()), most=most)


def follow_on(
    rules: Rules,
    line: str,
    play: Play,
    until: frozenset[str] = frozenset(),
    *,
    most: int = MOST_CHOICES,
) -> LineWalk:
    """Let a line go on with a play, to an ending or to the first of some scenes that it rests at.

    What was chosen before need not be the line's own. Every chance takes its first exit.
    """
    seen: set[tuple[State, str]] = set()
    while rules.story.scenes[play.state.scene].ending is None and play.state.scene not in until:
        state = play.state
        open_choices = [
            choice for choice in rules.offers(state) if (state, choice.choice) not in seen
        ]
        choice = preferred(rules.story, line, open_choices)
        if choice is None:
            return LineWalk(line, play, _stuck(state.scene, open_choices))
        seen.add((state, choice.choice))
        play = _on(rules, play, choice)
        if len(play.choices) >= most:
            return LineWalk(line, play, f"It goes round in circles near '{state.scene}'.")
    return LineWalk(line, play)


def preferred(story: Story, line: str, choices: Iterable[Choice]) -> Choice | None:
    """Give the first choice of the best rank; ``None`` where each goes against the line."""
    follows = story.lines[line].follows
    ranked = [(rank(story, follows, choice), choice) for choice in choices]
    ways = [(best, choice) for best, choice in ranked if best[0] < Rank.CONTRADICTS]
    return min(ways, key=lambda way: way[0])[1] if ways else None


def rank(story: Story, follows: tuple[str, ...], choice: Choice) -> tuple[int, int]:
    """Give a choice's rank on a line, and among equals how it stands: less is better.

    A choice with several entries is as bad as its worst when one contradicts the line, else as good
    as its best.
    """
    ranks = [_entry_rank(story, follows, entry) for entry in choice.record]
    if any(each[0] == Rank.CONTRADICTS for each in ranks):
        return (Rank.CONTRADICTS, 0)
    return min(ranks, default=(Rank.BEYOND, 0))


def contradicts(story: Story, follows: tuple[str, ...], choice: Choice) -> bool:
    """Tell whether a choice goes against what a line's accounts tell."""
    return rank(story, follows, choice)[0] == Rank.CONTRADICTS


def _on(rules: Rules, play: Play, choice: Choice) -> Play:
    (turn, _), *_ = rules.outcomes(play.state, choice.choice)
    name = f"{play.state.scene}/{choice.choice}"
    return Play(play.seed, (*play.turns, turn), (*play.choices, name))


def _stuck(scene: str, open_choices: list[Choice]) -> str:
    if open_choices:
        return f"Every open choice in '{scene}' goes against what the line tells."
    return f"No choice is left in '{scene}'."


def _entry_rank(story: Story, follows: tuple[str, ...], entry: Entry) -> tuple[int, int]:
    match entry:
        case Reads():
            return (Rank.BEYOND, 0)
        case Invents(question=None):
            return (Rank.BEYOND, 0)
        case Invents(question=asked) | Infers(question=asked):
            assert asked is not None  # noqa: S101 - the case above took the other
            question = story.questions[asked]
            if _speaker(question, follows):
                return (Rank.CONTRADICTS, 0)
            return (Rank.INFERRED if isinstance(entry, Infers) else Rank.BEYOND, 0)
        case Enacts():
            return _enacted_rank(story, story.questions[entry.question], entry.claim, follows)
        case _:
            assert_never(entry)


def _enacted_rank(
    story: Story, question: Question, claim: str | None, follows: tuple[str, ...]
) -> tuple[int, int]:
    speaker = _speaker(question, follows)
    if claim is None:
        return (Rank.CONTRADICTS, 0) if speaker else (Rank.BEYOND, 1)
    below = narrower(question, claim) | {claim}
    above = wider(question, claim) | {claim}
    if speaker and _tells(question, below, speaker):
        return (Rank.TOLD, follows.index(speaker))
    if _denied(question, above, follows):
        return (Rank.CONTRADICTS, 0)
    if speaker and _tells(question, rivals(question, claim), speaker):
        return (Rank.CONTRADICTS, 0)
    for place, account in enumerate(follows):
        if _reports(question, below, account):
            return (Rank.REPORTED, place)
    told = claim_finding(story, question, claim).witnesses_for
    return (Rank.WITNESSED, -told) if told else (Rank.BEYOND, 1)


def _speaker(question: Question, follows: tuple[str, ...]) -> str | None:
    """Give the first followed account that tells an answer to a question."""
    for account in follows:
        if _tells(question, question.claims, account):
            return account
    return None


def _claims(question: Question, names: Iterable[str]) -> list[Claim]:
    return [question.claims[name] for name in names]


def _tells(question: Question, claims: Iterable[str], account: str) -> bool:
    return any(
        telling.account == account
        for claim in _claims(question, claims)
        for telling in claim.told_by
    )


def _reports(question: Question, claims: Iterable[str], account: str) -> bool:
    return any(
        telling.account == account
        for claim in _claims(question, claims)
        for telling in claim.reported_by
    )


def _denied(question: Question, claims: Iterable[str], follows: tuple[str, ...]) -> bool:
    return any(
        telling.account in follows
        for claim in _claims(question, claims)
        for telling in claim.denied_by
    )
