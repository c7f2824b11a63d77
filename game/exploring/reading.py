"""This is what expressions, effects and prose of a story read, found without playing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import assert_never

from game.model.expression import (
    Arithmetic,
    Compare,
    Comparison,
    Every,
    Expression,
    Label,
    Negative,
    Not,
    Read,
    Some,
    Times,
    Truth,
    Visited,
    Whole,
)
from game.model.prose import Paragraph, Piece, Prose, Stretch, Value
from game.model.scene import Choice, Scene
from game.model.story import Story

_BEYOND: Mapping[Comparison, int] = {"<": 0, ">=": 0, "<=": 1, ">": 1, "==": 1, "!=": 1}
"""How far above the constant a count must go before the comparison never changes again."""
_TURNED: Mapping[Comparison, Comparison] = {
    "<": ">",
    ">": "<",
    "<=": ">=",
    ">=": "<=",
    "==": "==",
    "!=": "!=",
}


def leaves(expression: Expression) -> Iterator[Read | Times | Visited]:
    """Give every reading of a variable or of a count in an expression."""
    match expression:
        case Read() | Times() | Visited():
            yield expression
        case Whole() | Truth() | Label():
            return
        case _:
            for part in _parts(expression):
                yield from leaves(part)


def paragraphs(prose: Prose) -> Iterator[Paragraph]:
    """Give the paragraphs of prose, in order."""
    return chain.from_iterable(prose.beats)


def stretches(prose: Prose) -> Iterator[Stretch]:
    """Give the conditional stretches of prose, in order."""
    for paragraph in paragraphs(prose):
        for piece in paragraph.pieces:
            if isinstance(piece, Stretch):
                yield piece


def fixed(prose: Prose) -> Iterator[Piece]:
    """Give the pieces of prose that stand outside every conditional stretch."""
    for paragraph in paragraphs(prose):
        for piece in paragraph.pieces:
            if not isinstance(piece, Stretch):
                yield piece


def conditions(prose: Prose) -> Iterator[Expression]:
    """Give the conditions inside prose."""
    for stretch in stretches(prose):
        for arm in stretch.arms:
            if arm.condition is not None:
                yield arm.condition.test


def shown_values(prose: Prose) -> Iterator[str]:
    """Give the variables whose value prose may show."""
    inside = (arm.pieces for stretch in stretches(prose) for arm in stretch.arms)
    for piece in chain(fixed(prose), chain.from_iterable(inside)):
        if isinstance(piece, Value):
            yield piece.variable


def texts(scene: Scene) -> Iterator[tuple[str, Prose]]:
    """Give the prose that may be read on entering a scene, each with the key it stands under."""
    yield "text", scene.text
    if scene.again is not None:
        yield "again", scene.again
    if scene.easy is not None:
        yield "easy", scene.easy
    if scene.skippable is not None:
        yield "summary", scene.skippable.summary


def ceilings(story: Story) -> Mapping[str, int | None]:
    """Give, for each scene whose visits are read, the count above which nothing changes.

    ``None`` where a count is used otherwise than in comparison with a number: no count is then
    like another.
    """
    found: dict[str, int | None] = {}
    for scene in story.scenes.values():
        if scene.again is not None:
            found[scene.scene] = 1
    for expression in _expressions(story):
        for name, ceiling in _ceilings(expression):
            known = found.get(name, 1)
            found[name] = None if known is None or ceiling is None else max(known, ceiling)
    return found


def _ceilings(expression: Expression) -> Iterator[tuple[str, int | None]]:
    match expression:
        case Visited(scene):
            yield scene, 1
        case Times(scene):
            yield scene, None
        case Compare(comparison, Times(scene), Whole(number)):
            yield scene, max(1, number + _BEYOND[comparison])
        case Compare(comparison, Whole(number), Times(scene)):
            yield scene, max(1, number + _BEYOND[_TURNED[comparison]])
        case _:
            for part in _parts(expression):
                yield from _ceilings(part)


def _parts(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Negative(operand) | Not(operand):
            return (operand,)
        case Arithmetic(_, left, right) | Compare(_, left, right):
            return (left, right)
        case Every(operands) | Some(operands):
            return operands
        case Whole() | Truth() | Label() | Read() | Times() | Visited():
            return ()
        case _:
            assert_never(expression)


def _expressions(story: Story) -> Iterator[Expression]:
    for scene in story.scenes.values():
        for _, prose in texts(scene):
            yield from conditions(prose)
        yield from (effect.value for effect in scene.effects)
        for choice in scene.choices:
            yield from _choice_expressions(choice)
    for each in story.properties:
        yield each.condition.test
        if each.before is not None:
            yield each.before.test


def _choice_expressions(choice: Choice) -> Iterator[Expression]:
    yield from conditions(choice.text)
    if choice.condition is not None:
        yield choice.condition.test
    yield from (effect.value for effect in choice.effects)
