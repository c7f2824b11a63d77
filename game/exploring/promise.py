"""This is whether a story keeps what its author asked to have proved of every play.

What is asked is tried each time a scene has been entered and its effects applied, which is when a
player reads it. Searches of their own do this, so that what only a property asks about makes the
search of the story itself no larger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.engine.evaluate import DividedByNought, Meaning, Numbers, meaning
from game.engine.rules import Rules
from game.exploring.course import Course
from game.exploring.edge import Clue
from game.exploring.exploration import PropertyProof, Verdict, Witness
from game.exploring.layout import layout
from game.exploring.note import Broken
from game.exploring.sweep import sweep
from game.exploring.witness import Tracer
from game.model.expression import Condition
from game.model.story import Property, PropertyKind


@dataclass(frozen=True, slots=True)
class Promises:
    """What became of every property."""

    proofs: tuple[PropertyProof, ...]
    """In the order of the file."""
    broken: tuple[tuple[Broken, Witness], ...]
    """Properties that divide by nought."""


@dataclass(slots=True)
class _Asked:
    """A condition made ready, which notes where it divides by nought."""

    condition: Condition
    test: Meaning
    trouble: tuple[Broken, Clue] | None = None

    def holds(self, scene: str, values: Numbers, visits: Numbers, clue: Clue) -> bool:
        try:
            return bool(self.test(values, visits))
        except DividedByNought:
            if self.trouble is None:
                self.trouble = (Broken("nought", scene, self.condition), clue)
            return False


@dataclass(slots=True)
class _Each:
    """Looks, in one search, for what decides properties without a ``before``."""

    asked: tuple[Property, ...]
    tests: tuple[_Asked, ...]
    reads: int
    decided: dict[int, Clue] = field(default_factory=dict)

    def look(self, scene: str, values: Numbers, visits: Numbers, clue: Clue) -> bool:
        for number, each in enumerate(self.asked):
            if number not in self.decided:
                wanted = each.kind is not PropertyKind.ALWAYS
                if self.tests[number].holds(scene, values, visits, clue) is wanted:
                    self.decided[number] = clue
        return True

    @property
    def is_over(self) -> bool:
        return len(self.decided) == len(self.asked)


@dataclass(slots=True)
class _Before:
    """Looks for B on plays on which A has not held, and follows no others."""

    tests: tuple[_Asked, ...]
    """A, then B."""
    reads: int
    decided: dict[int, Clue] = field(default_factory=dict)

    def look(self, scene: str, values: Numbers, visits: Numbers, clue: Clue) -> bool:
        first, then = self.tests
        if first.holds(scene, values, visits, clue):
            return False
        if then.holds(scene, values, visits, clue):
            self.decided.setdefault(0, clue)
        return True

    @property
    def is_over(self) -> bool:
        return bool(self.decided)


def promises(rules: Rules, budget: int) -> Promises:
    """Prove or refute every property of a story; within a budget, so some may stay undecided."""
    properties = rules.story.properties
    plain = tuple(each for each in properties if each.before is None)
    told = list(_searched(rules, plain, budget)) if plain else []
    for each in properties:
        if each.before is not None:
            told.extend(_searched(rules, (each,), budget))
    proofs = {id(proof.asked): proof for proof, _ in told}
    return Promises(
        tuple(proofs[id(each)] for each in properties),
        tuple(trouble for _, troubles in told for trouble in troubles),
    )


def _searched(
    rules: Rules, asked: tuple[Property, ...], budget: int
) -> Iterator[tuple[PropertyProof, tuple[tuple[Broken, Witness], ...]]]:
    """Decide properties in one search; with each, where its conditions divide by nought."""
    watch = _watch(rules, asked)
    course = Course(rules, watch)
    swept = sweep(course, budget, lambda: watch.is_over)
    tracer = Tracer(course, swept)
    per = len(watch.tests) // len(asked)
    for number, each in enumerate(asked):
        clue = watch.decided.get(number)
        witness = None if clue is None else tracer.to_clue(clue)
        verdict = _verdict(each, met=witness is not None, complete=swept.complete)
        troubles = [test.trouble for test in watch.tests[per * number : per * (number + 1)]]
        yield (
            PropertyProof(each, verdict, witness),
            tuple((broken, tracer.to_clue(at)) for broken, at in filter(None, troubles)),
        )


def _verdict(asked: Property, *, met: bool, complete: bool) -> Verdict:
    if not met and not complete:
        return Verdict.UNDECIDED
    return Verdict.PROVED if met is (asked.kind is PropertyKind.REACHABLE) else Verdict.REFUTED


def _watch(rules: Rules, asked: tuple[Property, ...]) -> _Each | _Before:
    conditions = [
        condition for each in asked for condition in (each.condition, each.before) if condition
    ]
    tests = tuple(_Asked(each, meaning(each.test, rules.places)) for each in conditions)
    reads = _reads(rules, conditions)
    if asked[0].before is not None:
        return _Before(tests, reads)
    return _Each(asked, tests, reads)


def _reads(rules: Rules, conditions: Sequence[Condition]) -> int:
    known, found = layout(rules), 0
    for condition in conditions:
        found |= known.reads(condition.test)
    return found
