"""This is the complete search: every way a story can be played, and what follows from that."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from game.engine.rules import Rules
from game.exploring.border import borders
from game.exploring.course import Course
from game.exploring.coverage import Arm, Met, arms
from game.exploring.exploration import Coverage, Exploration, Witness
from game.exploring.fault import faults
from game.exploring.line import line_proofs
from game.exploring.promise import promises
from game.exploring.proof import leaves_proofs, traps
from game.exploring.reading import texts
from game.exploring.sweep import Sweep, sweep
from game.exploring.twin import twins
from game.exploring.witness import Tracer
from game.model.story import Story

BUDGET = 2_000_000
"""States that are kept at most: about 300 megabytes."""


def explore(rules: Rules, budget: int = BUDGET) -> Exploration:
    """Play every way a story can be played, the shortest first, and say what was found.

    Past ``budget`` states the search stops and what it gives says ``bounded``: then nothing is
    said of what was not reached. The story must have been read without errors.
    """
    with _uncollected():
        return _explored(rules, budget)


def states(rules: Rules, budget: int = BUDGET) -> tuple[Course, Sweep]:
    """Give the bare search, for whoever counts or compares states."""
    with _uncollected():
        course = Course(rules)
        return course, sweep(course, budget)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of circular garbage, of which a search makes none, from looking at it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _explored(rules: Rules, budget: int) -> Exploration:
    course = Course(rules)
    swept = sweep(course, budget)
    tracer = Tracer(course, swept)
    story = course.story
    stretches = {arm.name: arm for arm in _arms(story)}
    notes, promised = course.notes, promises(rules, budget)
    ways = {met: tracer.to_clue(clue) for met, clue in notes.met.items()}
    broken = tuple((each, tracer.to_clue(clue)) for each, clue in notes.broken.values())
    found = Exploration(
        complete=swept.complete,
        states=len(swept.parents),
        transitions=swept.transitions,
        scenes=_coverage("scene", story.scenes, ways),
        choices=_coverage("choice", _choices(story), ways),
        claims=_coverage("claim", _claims(story), ways),
        arms=_coverage("arm", stretches, ways),
        endings=_endings(story, ways),
        ways={met.name: way for met, way in ways.items() if met.kind in {"scene", "choice"}},
        claim_ways={met.name: way for met, way in ways.items() if met.kind == "claim"},
        traps=tuple(traps(course, swept, tracer)),
        borders=tuple(borders(course, swept)),
        leaves=tuple(leaves_proofs(course, swept, tracer)),
        twins=tuple(twins(course, swept, tracer)),
        lines=tuple(line_proofs(rules)),
        properties=promised.proofs,
        faults=(),
    )
    return replace(found, faults=faults(story, found, stretches, (*broken, *promised.broken)))


def _choices(story: Story) -> tuple[str, ...]:
    return tuple(
        f"{scene.scene}/{choice.choice}"
        for scene in story.scenes.values()
        for choice in scene.choices
    )


def _claims(story: Story) -> tuple[str, ...]:
    return tuple(
        f"{question.question}/{claim}"
        for question in story.questions.values()
        for claim in question.claims
    )


def _arms(story: Story) -> Iterable[Arm]:
    for scene in story.scenes.values():
        for key, prose in texts(scene):
            yield from arms(prose, f"{scene.scene}/{key}")
        for choice in scene.choices:
            yield from arms(choice.text, f"{scene.scene}/{choice.choice}/text")


def _coverage(kind: str, names: Iterable[str], ways: dict[Met, Witness]) -> Coverage:
    every = tuple(names)
    met = {each.name for each in ways if each.kind == kind}
    missed = tuple(name for name in every if name not in met)
    return Coverage(len(every), len(every) - len(missed), missed)


def _endings(story: Story, ways: dict[Met, Witness]) -> dict[str, Witness]:
    reached = ((name, ways.get(Met("scene", name))) for name in story.scenes)
    return {name: way for name, way in reached if way is not None and story.scenes[name].ending}
