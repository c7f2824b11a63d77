"""This is the little language of conditions and effects, as frozen values.

Every name has been resolved and every type checked by the reader: a condition is a truth, an
arithmetic operand is a whole number, labels are compared only with their own variable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.position import NOWHERE, Position

Comparison = Literal["==", "!=", "<", "<=", ">", ">="]
Operator = Literal["+", "-", "*", "%"]
Assignment = Literal["=", "+=", "-="]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number written down: ``3``."""

    value: int


@dataclass(frozen=True, slots=True)
class Truth:
    """A truth written down: ``true`` or ``false``."""

    value: bool


@dataclass(frozen=True, slots=True)
class Label:
    """One of the values of a ``one_of`` variable: ``two``."""

    variable: str
    name: str
    index: int
    """Its place among the variable's values, from nought: how the state holds it."""


@dataclass(frozen=True, slots=True)
class Read:
    """The present value of a variable: ``watched``."""

    variable: str


@dataclass(frozen=True, slots=True)
class Times:
    """How often a scene was entered: ``times('line.walk')``."""

    scene: str


@dataclass(frozen=True, slots=True)
class Visited:
    """Whether a scene was entered at all: ``visited('line.walk')``."""

    scene: str


@dataclass(frozen=True, slots=True)
class Negative:
    """A number with its sign turned: ``-n``."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two numbers made one; ``%`` is never negative for a positive divisor, as in Python."""

    operator: Operator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values compared. A chain ``a < b < c`` is an ``Every`` of two comparisons."""

    operator: Comparison
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a truth."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Every:
    """``and``: two operands or more, read from the left, ended by the first that is false."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """``or``: two operands or more, read from the left, ended by the first that is true."""

    operands: tuple[Expression, ...]


Expression: TypeAlias = (
    Whole
    | Truth
    | Label
    | Read
    | Times
    | Visited
    | Negative
    | Arithmetic
    | Compare
    | Not
    | Every
    | Some
)


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression that is a truth, with the words the author wrote."""

    source: str
    test: Expression
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of one variable: ``watched += 1``."""

    source: str
    variable: str
    operator: Assignment
    value: Expression
    position: Position = NOWHERE
