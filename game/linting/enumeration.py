"""This is what an expression can come to: every combination of what it names, tried.

A story is finite, so this is exact as long as the combinations are few. Of visits it is only known
that they are counted from nought, so they are tried up to one more than any number at hand.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from math import prod
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
from game.model.story import Story
from game.model.walk import leaves

MOST = 10_000
"""With more combinations than this nothing is said."""

Values: TypeAlias = Mapping[str, int]
"""A value for each name; names of scenes have a dot, names of variables have none."""

_BINARY: Mapping[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "%": operator.mod,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def combinations(
    story: Story, expressions: tuple[Expression, ...], *, here: str = ""
) -> Iterator[Values] | None:
    """Give every combination of values for what some expressions name, or ``None`` if too many.

    ``here`` is a scene that has been entered at least once when they are asked.
    """
    named = [leaf for expression in expressions for leaf in leaves(expression)]
    ranges: dict[str, range] = {}
    for leaf in named:
        if isinstance(leaf, Read):
            variable = story.variables[leaf.variable]
            ranges[leaf.variable] = range(variable.low, variable.high + 1)
    counted = range(_largest(story, named) + 2)
    for leaf in named:
        if isinstance(leaf, Times | Visited):
            ranges[leaf.scene] = counted[1:] if leaf.scene == here else counted
    if prod(len(each) for each in ranges.values()) > MOST:
        return None
    return (dict(zip(ranges, values, strict=True)) for values in product(*ranges.values()))


def value(expression: Expression, values: Values) -> int:
    """Give what an expression comes to. A remainder by nought raises ``ZeroDivisionError``."""
    match expression:
        case Read(variable):
            return values[variable]
        case Times(scene):
            return values[scene]
        case Visited(scene):
            return int(values[scene] > 0)
        case Label():
            return expression.index
        case Whole(number) | Truth(number):
            return int(number)
        case Negative(operand):
            return -value(operand, values)
        case _:
            return _composed(expression, values)


def _composed(expression: Not | Arithmetic | Compare | Every | Some, values: Values) -> int:
    match expression:
        case Not(operand):
            return int(not value(operand, values))
        case Arithmetic(sign, left, right) | Compare(sign, left, right):
            return int(_BINARY[sign](value(left, values), value(right, values)))
        case Every(operands):
            return int(all(value(operand, values) for operand in operands))
        case Some(operands):
            return int(any(value(operand, values) for operand in operands))
        case _:
            assert_never(expression)


def _largest(story: Story, named: list[Expression]) -> int:
    sizes = [1]
    for leaf in named:
        if isinstance(leaf, Whole):
            sizes.append(abs(leaf.value))
        elif isinstance(leaf, Read):
            variable = story.variables[leaf.variable]
            sizes += [abs(variable.low), abs(variable.high)]
    return max(sizes)
