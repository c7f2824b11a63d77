"""This is an expression as its author would write it: one part of a condition, cut out."""

from __future__ import annotations

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

_Leaf: TypeAlias = Whole | Truth | Label | Read | Times | Visited


def written(expression: Expression) -> str:
    """Write an expression with no more brackets than it needs."""
    match expression:
        case Not(operand):
            return f"not {_within(operand, (Every, Some))}"
        case Negative(operand):
            return f"-{_within(operand, (Arithmetic,))}"
        case Every(operands):
            return " and ".join(_within(each, (Some,)) for each in operands)
        case Some(operands):
            return " or ".join(_within(each, ()) for each in operands)
        case Compare(operator, left, right):
            return f"{written(left)} {operator} {written(right)}"
        case Arithmetic(operator, left, right):
            sides = (_within(each, (Arithmetic,)) for each in (left, right))
            return f" {operator} ".join(sides)
        case _:
            return _leaf(expression)


def _within(expression: Expression, loose: tuple[type, ...]) -> str:
    return f"({written(expression)})" if isinstance(expression, loose) else written(expression)


def _leaf(leaf: _Leaf) -> str:
    match leaf:
        case Whole(value):
            return str(value)
        case Truth(value):
            return "true" if value else "false"
        case Label(_, name) | Read(name):
            return name
        case Times(scene):
            return f"times('{scene}')"
        case Visited(scene):
            return f"visited('{scene}')"
        case _:
            assert_never(leaf)
