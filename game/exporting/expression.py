"""This is a condition or an effect as a tree of lists, and as the source of other engines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias, assert_never

from game.exporting.format import CannotSay
from game.model.expression import (
    Arithmetic,
    Compare,
    Condition,
    Effect,
    Every,
    Expression,
    Label,
    Negative,
    Not,
    Operator,
    Read,
    Some,
    Times,
    Truth,
    Visited,
    Whole,
)
from game.model.scene import Scene
from game.model.story import Story
from game.model.walk import conditions, effects, leaves

Bounds: TypeAlias = tuple[int, int]

MOST_VISITS = 10_000
"""How often a scene may be entered before a bound is no bound any more."""


def condition(written: Condition) -> dict[str, Any]:
    """Give a condition as its source and its tree."""
    return {"source": written.source, "test": tree(written.test)}


def effect(written: Effect) -> dict[str, Any]:
    """Give an effect as its source, what it changes and how."""
    return {
        "source": written.source,
        "set": written.variable,
        "by": written.operator,
        "value": tree(written.value),
    }


def tree(expression: Expression) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Give an expression as lists: the operator first, then its operands.

    Numbers and truths are themselves; ``["read", v]``, ``["value", v, name]``, ``["times", scene]``
    and ``["visited", scene]`` are the other leaves.
    """
    match expression:
        case Not(operand):
            return ["not", tree(operand)]
        case Negative(operand):
            return ["negative", tree(operand)]
        case Arithmetic(operator, left, right) | Compare(operator, left, right):
            return [operator, tree(left), tree(right)]
        case Every(operands):
            return ["and", *map(tree, operands)]
        case Some(operands):
            return ["or", *map(tree, operands)]
        case _:
            return _leaf(expression)


def _leaf(leaf: Whole | Truth | Label | Read | Times | Visited) -> int | list[str]:
    match leaf:
        case Whole(value) | Truth(value):
            return value
        case Label(variable, name):
            return ["value", variable, name]
        case Read(variable):
            return ["read", variable]
        case Times(scene):
            return ["times", scene]
        case Visited(scene):
            return ["visited", scene]
        case _:
            assert_never(leaf)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How another engine writes what an expression is made of."""

    name: str
    most: int
    """The greatest number it can hold exactly."""
    read: Callable[[str], str]
    times: Callable[[str], str]
    signs: Mapping[str, str]
    """Its words for operators; those that are missing are as ours."""

    def written(self, expression: Expression) -> str:
        """Write an expression with all its brackets: each engine binds otherwise."""
        match expression:
            case Whole(value):
                return str(value)
            case Truth(value):
                return "true" if value else "false"
            case Label(_, name):
                return f'"{name}"'
            case Read(variable):
                return self.read(variable)
            case Times(scene):
                return self.times(scene)
            case Visited(scene):
                return f"({self.times(scene)} {self._sign('>')} 0)"
            case _:
                return self._made_of(expression)

    def _made_of(self, expression: Negative | Not | Arithmetic | Compare | Every | Some) -> str:
        match expression:
            case Negative(operand):
                return f"(0 - {self.written(operand)})"
            case Not(operand):
                return f"({self._sign('not')} {self.written(operand)})"
            case Arithmetic("%", left, right):
                return f"{self._sign('%')}({self.written(left)}, {self.written(right)})"
            case Arithmetic(operator, left, right) | Compare(operator, left, right):
                return self._joined(operator, (left, right))
            case Every(operands):
                return self._joined("and", operands)
            case Some(operands):
                return self._joined("or", operands)
            case _:
                assert_never(expression)

    def _joined(self, operator: str, operands: Iterable[Expression]) -> str:
        sign = f" {self._sign(operator)} "
        return f"({sign.join(map(self.written, operands))})"

    def _sign(self, operator: str) -> str:
        return self.signs.get(operator, operator)

    def assigned(self, effect: Effect) -> str:
        """Write the value that an effect gives its variable."""
        if effect.operator == "=":
            return self.written(effect.value)
        sign = self._sign(effect.operator[0])
        return f"{self.read(effect.variable)} {sign} {self.written(effect.value)}"

    def demand(self, story: Story) -> None:
        """Make sure that every number a story can come to is one it can hold.

        Raises ``CannotSay`` with the scene where that is not so.
        """
        for scene in story.scenes.values():
            for source, expression in _sources(scene):
                low, high = bounds(expression, story)
                if max(-low, high) > self.most:
                    raise CannotSay(
                        self.name,
                        f"'{source}' in '{scene.scene}'",
                        f"it may come to more than {self.most:,}.",
                    )


def bounds(expression: Expression, story: Story) -> Bounds:
    """Give numbers that neither an expression nor any part of it can go below or above.

    What is not a number gives 0 and 1.
    """
    match expression:
        case Negative(operand):
            low, high = bounds(operand, story)
            return -high, -low
        case Arithmetic(operator, left, right) | Compare(operator, left, right):
            return _together(operator, bounds(left, story), bounds(right, story))
        case Not(operand):
            return bounds(operand, story)
        case Every(operands) | Some(operands):
            return _around(*(bounds(operand, story) for operand in operands))
        case _:
            return _of_leaf(expression, story)


def _of_leaf(leaf: Whole | Truth | Label | Read | Times | Visited, story: Story) -> Bounds:
    match leaf:
        case Whole(value):
            return value, value
        case Read(variable):
            return story.variables[variable].low, story.variables[variable].high
        case Times():
            return 0, MOST_VISITS
        case Truth() | Label() | Visited():
            return 0, 1
        case _:
            assert_never(leaf)


def _together(operator: str, left: Bounds, right: Bounds) -> Bounds:
    """Give the bounds of two numbers made one, and of both."""
    if operator in {"+", "-"}:
        low, high = right if operator == "+" else (-right[1], -right[0])
        return _around(left, right, (left[0] + low, left[1] + high))
    if operator == "*":
        products = [one * other for one, other in product(left, right)]
        return _around(left, right, (min(products), max(products)))
    return _around(left, right)


def _around(*each: Bounds) -> Bounds:
    return min(low for low, _ in each), max(high for _, high in each)


def _sources(scene: Scene) -> Iterable[tuple[str, Expression]]:
    for each in conditions(scene):
        yield each.source, each.test
    for change in effects(scene):
        yield change.source, _result(change)


def _result(change: Effect) -> Expression:
    if change.operator == "=":
        return change.value
    sign: Operator = "+" if change.operator == "+=" else "-"
    return Arithmetic(sign, Read(change.variable), change.value)


def named_scenes(story: Story) -> Iterable[str]:
    """Give the scenes whose visits matter: with a text for coming back, or asked about."""
    for scene in story.scenes.values():
        if scene.again is not None:
            yield scene.scene
        for _, expression in _sources(scene):
            for each in leaves(expression):
                if isinstance(each, Times | Visited):
                    yield each.scene


def uses_remainder(story: Story) -> bool:
    """Tell whether some condition or effect of a story asks for a remainder."""
    return any(
        _has_remainder(expression)
        for scene in story.scenes.values()
        for _, expression in _sources(scene)
    )


def _has_remainder(expression: Expression) -> bool:
    match expression:
        case Arithmetic("%", _, _):
            return True
        case Arithmetic(_, left, right) | Compare(_, left, right):
            return _has_remainder(left) or _has_remainder(right)
        case Negative(operand) | Not(operand):
            return _has_remainder(operand)
        case Every(operands) | Some(operands):
            return any(map(_has_remainder, operands))
        case _:
            return False
