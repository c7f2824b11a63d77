"""This is asking every rule, and dropping what the story waives with a reason."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from game.linting.rules import ALL
from game.linting.rules.unused_waiver import unused
from game.model.story import Story, Waiver
from game.position import Position
from game.problem import Problem, Severity, in_order


def run(
    story: Story, *, advice: bool = False, stopped: Callable[[], bool] = bool
) -> tuple[Problem, ...]:
    """Give what every rule finds in a story, sorted by place, without what it waives.

    Advice is left out unless it is asked for. Once ``stopped`` says so no more rules are asked.
    """
    # Rules make a great many values and no rings; the collector would only walk them.
    running = gc.isenabled()
    gc.disable()
    try:
        return _judged(story, stopped, advice=advice)
    finally:
        if running:
            gc.enable()


def _judged(story: Story, stopped: Callable[[], bool], *, advice: bool) -> tuple[Problem, ...]:
    left: list[Problem] = []
    used: set[Waiver] = set()
    spans = [(waiver, span) for waiver in story.waivers for span in _spans(story, waiver)]
    for problem in chain.from_iterable(rule.check(story) for rule in ALL if not stopped()):
        waiving = [waiver for waiver, span in spans if _waives(waiver, span, problem)]
        used.update(waiving)
        if not waiving and (advice or problem.severity is not Severity.ADVICE):
            left.append(problem)
    idle = [each for each in story.waivers if each not in used and not _is_played(each.code)]
    return in_order((*left, *unused(idle)))


def _is_played(code: str) -> bool:
    """Say whether a code is found by playing only: whether it is waived in vain is seen there."""
    return code[0] == "X" and code[1] != "0"


def _waives(waiver: Waiver, span: tuple[Position, Position], problem: Problem) -> bool:
    first, last = span
    return problem.code == waiver.code and first <= problem.position < last


def _spans(story: Story, waiver: Waiver) -> Iterator[tuple[Position, Position]]:
    """Yield from where to where, in its file, the thing with a waiver's id was written."""
    for kind, around in _kinds(story):
        first = kind.get(waiver.at)
        if first is None:
            continue
        ends = (each for each in (*kind.values(), *around) if each.file == first.file)
        last = Position(first.file, 1 << 30, 1)
        yield first, min((each for each in ends if each > first), default=last)


Kind: TypeAlias = tuple[Mapping[str, Position], Collection[Position]]
"""Where the things of a kind were written, by id, and where those that hold them were."""


def _kinds(story: Story) -> tuple[Kind, ...]:
    scenes = {name: scene.position for name, scene in story.scenes.items()}
    questions = {name: question.position for name, question in story.questions.items()}
    choices = {
        f"{name}/{choice.choice}": choice.position
        for name, scene in story.scenes.items()
        for choice in scene.choices
    }
    claims = {
        f"{name}/{claim.claim}": claim.position
        for name, question in story.questions.items()
        for claim in question.claims.values()
    }
    single = (
        {story.story: Position("story.yaml", 1, 1)},
        {name: part.position for name, part in story.parts.items()},
        {name: variable.position for name, variable in story.variables.items()},
        {name: account.position for name, account in story.accounts.items()},
        {name: line.position for name, line in story.lines.items()},
        {name: lesson.position for name, lesson in story.lessons.items()},
        {name: person.position for name, person in story.people.items()},
        {name: place.position for name, place in story.places.items()},
        {name: word.position for name, word in story.words.items()},
        scenes,
        questions,
    )
    return (
        *((kind, ()) for kind in single),
        (choices, scenes.values()),
        (claims, questions.values()),
    )
