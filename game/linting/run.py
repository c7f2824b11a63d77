"""This is asking every rule, and dropping what the story waives with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from game.linting.rules import ALL
from game.model.story import Story, Waiver
from game.position import Position
from game.problem import Problem, in_order


def run(story: Story) -> tuple[Problem, ...]:
    """Give what every rule finds in a story, sorted by place, without what it waives."""
    problems = chain.from_iterable(rule.check(story) for rule in ALL)
    spans = [(waiver.code, span) for waiver in story.waivers for span in _spans(story, waiver)]
    return in_order(
        problem
        for problem in problems
        if not any(
            problem.code == code and first <= problem.position < last
            for code, (first, last) in spans
        )
    )


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
