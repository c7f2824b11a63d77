"""This is the story in numbers: how much of everything there is, and how well it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from game.engine.line import LineWalk, follow
from game.engine.rules import Rules
from game.model.measure import lix, names, paragraphs, words, written
from game.model.prose import plain
from game.model.record import UNKNOWN, Claim, Question
from game.model.scene import Reads
from game.model.story import Story
from game.model.walk import acts
from game.record.descent import Roots, telling_roots
from game.record.finding import findings
from game.record.status import Status
from game.record.voice import wider
from game.record.witness import share
from game.reporting.phrase import listing, number, wrapped


@dataclass(frozen=True, slots=True)
class Length:
    """How long the play of a line is."""

    choices: int
    scenes: int
    words: int
    """Of every scene as it read, and of the choices taken."""


@dataclass(frozen=True, slots=True)
class Stats:
    """Everything that ``otherside stats`` prints."""

    words: int
    """Of the text of every scene and choice, once each, marks stripped."""
    scenes: int
    choices: int
    endings: int
    questions: int
    claims: int
    accounts: int
    disputed_questions: int
    """Two told claims, neither within the other, with tellings that share no root that is known."""
    disputed_by_witnesses: int
    """Of these, the questions on which both sides can be shown to come from different witnesses."""
    unanswered_questions: int
    """Nobody tells any claim of it."""
    annotated_choices: int
    """Every record entry has a status or turns a page."""
    reading_choices: int
    statuses: Mapping[str, int]
    """One for each record entry of every choice and ending."""
    lines: Mapping[str, Length]
    lix: Mapping[str, Any]


def count(rules: Rules) -> Stats:
    """Count a story. Its lines are played for their lengths; a fault of play is raised."""
    story = rules.story
    scenes = story.scenes.values()
    choices = [choice for scene in scenes for choice in scene.choices]
    questions = story.questions.values()
    return Stats(
        words=sum(written(scene.text) for scene in scenes)
        + sum(written(choice.text) for choice in choices),
        scenes=len(scenes),
        choices=len(choices),
        endings=sum(scene.ending is not None for scene in scenes),
        questions=len(questions),
        claims=sum(len(question.claims) for question in questions),
        accounts=len(story.accounts),
        disputed_questions=sum(is_disputed(story, question) for question in questions),
        disputed_by_witnesses=sum(
            is_disputed(story, question, shown=True) for question in questions
        ),
        unanswered_questions=sum(is_unanswered(question) for question in questions),
        annotated_choices=sum(bool(choice.record) for choice in choices),
        reading_choices=sum(
            any(isinstance(entry, Reads) for entry in choice.record) for choice in choices
        ),
        statuses=_statuses(story),
        lines={line: length(rules, follow(rules, line)) for line in story.lines},
        lix=_lix(story),
    )


def is_disputed(story: Story, question: Question, *, shown: bool = False) -> bool:
    """Tell whether two told claims of a question cannot both be so and share no root.

    Unknown descent is no root that could be named: two accounts that nobody can trace contradict
    one another all the same. ``shown`` asks for more: that the two can be shown to differ.
    """
    if question.several:
        return False
    return any(
        one.claim not in wider(question, other.claim)
        and other.claim not in wider(question, one.claim)
        and _differ(story, one, other, shown=shown)
        for one, other in combinations(question.claims.values(), 2)
    )


def is_unanswered(question: Question) -> bool:
    """Tell whether nobody tells any claim of a question."""
    return not any(claim.told_by for claim in question.claims.values())


def length(rules: Rules, walk: LineWalk) -> Length:
    """Measure the play of a line."""
    entered = [each for turn in walk.play.turns for each in turn.entered]
    read = sum(
        len(words(plain(line))) for each in entered for beat in rules.beats(each) for line in beat
    )
    taken = 0
    for turn, name in zip(walk.play.turns, walk.play.choices, strict=False):
        scene, _, local = name.rpartition("/")
        choice = rules.story.scenes[scene].choice(local)
        if choice is not None:
            taken += len(words(plain(rules.line(choice.text, turn.state))))
    return Length(len(walk.play.choices), len(entered), read + taken)


def as_json(stats: Stats) -> dict[str, Any]:
    """Give the numbers with the keys that programs rely on."""
    return {
        "words": stats.words,
        "scenes": stats.scenes,
        "choices": stats.choices,
        "endings": stats.endings,
        "questions": stats.questions,
        "claims": stats.claims,
        "accounts": stats.accounts,
        "disputed_questions": stats.disputed_questions,
        "disputed_by_witnesses": stats.disputed_by_witnesses,
        "unanswered_questions": stats.unanswered_questions,
        "annotated_choices": stats.annotated_choices,
        "reading_choices": stats.reading_choices,
        "statuses": dict(stats.statuses),
        "line_words": {line: each.words for line, each in stats.lines.items()},
        "lix": dict(stats.lix),
    }


def as_text(stats: Stats) -> str:
    """Give the numbers as lines to read."""
    return "\n".join(wrapped(sentence) for sentence in _sentences(stats))


def _sentences(stats: Stats) -> Iterator[str]:
    yield (
        f"{number(stats.words, 'word')} in {number(stats.scenes, 'scene')}, "
        f"{number(stats.choices, 'choice')} and {number(stats.endings, 'ending')}."
    )
    yield (
        f"Choices that have their record: {stats.annotated_choices} of {stats.choices}; "
        f"{stats.reading_choices} of them only turn a page."
    )
    yield (
        f"{number(stats.questions, 'question')} with {number(stats.claims, 'claim')} by "
        f"{number(stats.accounts, 'account')}. Disputed questions: {stats.disputed_questions}, "
        f"by witnesses shown to differ: {stats.disputed_by_witnesses}; "
        f"questions that nobody answers: {stats.unanswered_questions}."
    )
    statuses = listing(f"{count} {status}" for status, count in stats.statuses.items())
    yield f"Statuses of choices and endings: {statuses}."
    yield f"LIX: scenes {stats.lix['scenes']}, choices {stats.lix['choices']}."
    for line, each in stats.lines.items():
        yield (
            f"The line '{line}': {number(each.choices, 'choice')}, "
            f"{number(each.scenes, 'scene')}, {number(each.words, 'word')}."
        )


def _statuses(story: Story) -> dict[str, int]:
    found = Counter(
        finding.status for act in acts(story) for finding in findings(story, act.record)
    )
    return {status.value: found[status] for status in Status}


def _differ(story: Story, one: Claim, other: Claim, *, shown: bool) -> bool:
    """Tell whether a telling of one claim and a telling of another have different roots."""
    return any(
        mine.account != theirs.account
        and not _related(
            telling_roots(story.accounts, mine), telling_roots(story.accounts, theirs), shown=shown
        )
        for mine in one.told_by
        for theirs in other.told_by
    )


def _related(one: Roots, other: Roots, *, shown: bool) -> bool:
    return share(one, other) if shown else not (one - {UNKNOWN}).isdisjoint(other)


def _lix(story: Story) -> dict[str, Any]:
    known = names(story)
    scenes: dict[str, list[str]] = {part: [] for part in story.parts}
    choices: dict[str, list[str]] = {part: [] for part in story.parts}
    for scene in story.scenes.values():
        scenes.setdefault(scene.part, []).extend(paragraphs(scene.text))
        for choice in scene.choices:
            choices.setdefault(scene.part, []).extend(paragraphs(choice.text))
    return {
        "scenes": _rounded((text for texts in scenes.values() for text in texts), known),
        "choices": _rounded((text for texts in choices.values() for text in texts), known),
        "parts": {
            part: {
                "scenes": _rounded(scenes[part], known),
                "choices": _rounded(choices[part], known),
            }
            for part in scenes
        },
    }


def _rounded(texts: Iterable[str], known: frozenset[str]) -> float:
    return round(lix(texts, known), 1)
