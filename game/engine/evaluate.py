"""This is what a condition or an effect comes to in a state.

Expressions are turned into closures once, when a story is made ready, and called from then on.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from game.model.expression import (
    Arithmetic,
    Compare,
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
from game.problem import GameError

Numbers: TypeAlias = tuple[int, ...]
Meaning: TypeAlias = Callable[[Numbers, Numbers], int]
"""From the values and the visits of a state to a number, or a truth."""


class DividedByNought(GameError):
    """A remainder by nought was asked for while playing."""

    exit_code = 1

    def __init__(self) -> None:
        """Say what happened and what to try."""
        super().__init__("The story divides by nought here. Run `otherside explore` to see where.")


@dataclass(frozen=True, slots=True)
class Places:
    """Where in a state each variable and each counted scene is kept."""

    variables: Mapping[str, int]
    visits: Mapping[str, int]


def meaning(expression: Expression, places: Places) -> Meaning:
    """Turn an expression into a function of a state's values and visits."""
    match expression:
        case Whole() | Label() | Truth() | Read() | Times() | Visited():
            return _leaf(expression, places)
        case Negative(operand):
            inner = meaning(operand, places)
            return lambda values, visits: -inner(values, visits)
        case Not(operand):
            denied = meaning(operand, places)
            return lambda values, visits: not denied(values, visits)
        case Arithmetic() | Compare():
            return _binary(expression, places)
        case Every(operands):
            return _every(tuple(meaning(each, places) for each in operands))
        case Some(operands):
            return _some(tuple(meaning(each, places) for each in operands))
        case _:
            assert_never(expression)


def _leaf(leaf: Whole | Label | Truth | Read | Times | Visited, places: Places) -> Meaning:
    match leaf:
        case Read(variable):
            index = places.variables[variable]
            return lambda values, _: values[index]
        case Times(scene):
            counted = places.visits[scene]
            return lambda _, visits: visits[counted]
        case Visited(scene):
            seen = places.visits[scene]
            return lambda _, visits: visits[seen] > 0
        case Whole() | Label() | Truth():
            constant = _constant(leaf)
            return lambda _values, _visits: constant
        case _:
            assert_never(leaf)


def _every(parts: tuple[Meaning, ...]) -> Meaning:
    first, *rest = parts
    if len(rest) == 1:
        second = rest[0]
        return lambda values, visits: first(values, visits) and second(values, visits)
    return lambda values, visits: all(part(values, visits) for part in parts)


def _some(parts: tuple[Meaning, ...]) -> Meaning:
    first, *rest = parts
    if len(rest) == 1:
        second = rest[0]
        return lambda values, visits: first(values, visits) or second(values, visits)
    return lambda values, visits: any(part(values, visits) for part in parts)


def _remainder(left: int, right: int) -> int:
    if right == 0:
        raise DividedByNought
    return left % right


_BINARY: Mapping[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "%": _remainder,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _binary(expression: Arithmetic | Compare, places: Places) -> Meaning:
    combine = _BINARY[expression.operator]
    if isinstance(expression.left, Read) and isinstance(expression.right, Whole | Label | Truth):
        index = places.variables[expression.left.variable]
        constant = _constant(expression.right)
        return lambda values, _: combine(values[index], constant)
    left = meaning(expression.left, places)
    right = meaning(expression.right, places)
    return lambda values, visits: combine(left(values, visits), right(values, visits))


def _constant(expression: Whole | Label | Truth) -> int:
    if isinstance(expression, Label):
        return expression.index
    return int(expression.value)
