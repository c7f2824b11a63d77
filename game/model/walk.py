"""This is every piece of prose, condition, effect, mark and record entry, found in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.model.expression import (
    Arithmetic,
    Compare,
    Condition,
    Effect,
    Every,
    Expression,
    Negative,
    Not,
    Read,
    Some,
    Times,
    Visited,
)
from game.model.prose import Mark, MarkKind, Piece, Prose, Stretch, Value
from game.model.scene import Choice, Enacts, Entry, Infers, Invents, Scene
from game.model.story import Story
from game.position import Position


@dataclass(frozen=True, slots=True)
class Act:
    """A choice or an ending: whatever has a record."""

    scene: Scene
    choice: Choice | None
    """``None`` for an ending."""
    record: tuple[Entry, ...]
    position: Position

    @property
    def name(self) -> str:
        """What a message calls it."""
        if self.choice is None:
            return f"The ending '{self.scene.scene}'"
        return f"The choice '{self.scene.scene}/{self.choice.choice}'"


def acts(story: Story) -> Iterator[Act]:
    """Yield every choice and every ending."""
    for scene in story.scenes.values():
        for choice in scene.choices:
            yield Act(scene, choice, choice.record, choice.position)
        if scene.ending is not None:
            yield Act(scene, None, scene.ending.record, scene.ending.position)


def shown(scene: Scene) -> Iterator[Prose]:
    """Yield the prose that a player of a scene may be shown."""
    yield scene.text
    if scene.again is not None:
        yield scene.again
    if scene.easy is not None:
        yield scene.easy
    if scene.skippable is not None:
        yield scene.skippable.summary
    for choice in scene.choices:
        yield choice.text


def stretches(prose: Prose) -> Iterator[Stretch]:
    """Yield the conditional stretches of prose."""
    for beat in prose.beats:
        for paragraph in beat:
            for piece in paragraph.pieces:
                if isinstance(piece, Stretch):
                    yield piece


def pieces(prose: Prose) -> Iterator[Piece]:
    """Yield every piece of prose, whatever way a stretch reads."""
    for beat in prose.beats:
        for paragraph in beat:
            for piece in paragraph.pieces:
                if isinstance(piece, Stretch):
                    for arm in piece.arms:
                        yield from arm.pieces
                else:
                    yield piece


def marks(prose: Prose) -> Iterator[Mark]:
    """Yield the marks of prose."""
    for piece in pieces(prose):
        if piece.mark is not None:
            yield piece.mark


def conditions(scene: Scene) -> Iterator[Condition]:
    """Yield the conditions of a scene: of its choices, then of its prose."""
    for choice in scene.choices:
        if choice.condition is not None:
            yield choice.condition
    for prose in shown(scene):
        for stretch in stretches(prose):
            for arm in stretch.arms:
                if arm.condition is not None:
                    yield arm.condition


def effects(scene: Scene) -> Iterator[Effect]:
    """Yield the effects of a scene: on entry, then of its choices."""
    yield from scene.effects
    for choice in scene.choices:
        yield from choice.effects


def leaves(expression: Expression) -> Iterator[Expression]:
    """Yield what an expression is made of, down to names and numbers."""
    match expression:
        case Negative(operand) | Not(operand):
            yield from leaves(operand)
        case Arithmetic(_, left, right) | Compare(_, left, right):
            yield from leaves(left)
            yield from leaves(right)
        case Every(operands) | Some(operands):
            for operand in operands:
                yield from leaves(operand)
        case _:
            yield expression


def variables(expression: Expression) -> frozenset[str]:
    """Give the variables that an expression names."""
    return frozenset(each.variable for each in leaves(expression) if isinstance(each, Read))


def named_scenes(expression: Expression) -> frozenset[str]:
    """Give the scenes whose visits an expression asks about."""
    return frozenset(each.scene for each in leaves(expression) if isinstance(each, Times | Visited))


def variables_read(story: Story) -> frozenset[str]:
    """Give the variables that something depends on.

    That is a condition, a value in prose, or an effect on another variable. What only a property
    names is not read: nobody who plays can tell.
    """
    found: set[str] = set()
    for scene in story.scenes.values():
        for condition in conditions(scene):
            found |= variables(condition.test)
        for effect in effects(scene):
            found |= variables(effect.value) - {effect.variable}
        for prose in shown(scene):
            found |= {piece.variable for piece in pieces(prose) if isinstance(piece, Value)}
    return frozenset(found)


def variables_written(story: Story) -> frozenset[str]:
    """Give the variables that some effect gives a value."""
    return frozenset(
        effect.variable for scene in story.scenes.values() for effect in effects(scene)
    )


def marked_claims(story: Story) -> frozenset[str]:
    """Give the claims, as ``question/claim``, that the prose of some scene rests on."""
    return frozenset(
        mark.target
        for scene in story.scenes.values()
        for prose in shown(scene)
        for mark in marks(prose)
        if mark.kind is MarkKind.CLAIM
    )


def enacted_claims(story: Story) -> frozenset[str]:
    """Give the claims, as ``question/claim``, that some choice or ending enacts."""
    return frozenset(
        f"{entry.question}/{entry.claim}"
        for act in acts(story)
        for entry in act.record
        if isinstance(entry, Enacts) and entry.claim is not None
    )


def questions_asked(story: Story) -> frozenset[str]:
    """Give the questions that some record entry names."""
    return frozenset(
        entry.question
        for act in acts(story)
        for entry in act.record
        if isinstance(entry, Enacts | Infers | Invents) and entry.question is not None
    )
