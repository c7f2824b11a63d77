"""This is a choice as the search keeps it: with tables of when it is open and where it leads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from game.engine.evaluate import Meaning
from game.exploring.coverage import Covered, Met
from game.exploring.layout import Spots
from game.exploring.relevance import Node
from game.exploring.stop import Change
from game.model.scene import Choice

Exits: TypeAlias = tuple[tuple[str, int], ...]
"""The draws of chance on a way: the scene that drew, and the exit taken."""
Move: TypeAlias = tuple[int, int]
"""What stays of a state, and what is put."""


class Way(NamedTuple):
    """One outcome of a choice, or of the start."""

    exits: Exits
    touched: frozenset[str]
    """Which of the scenes that rejoin the record were entered."""


PLAIN = (Way((), frozenset()),)
"""The one outcome of a choice after which nothing is drawn."""


class Crossing(NamedTuple):
    """A part's border being crossed."""

    part: str
    node: int
    keep: int
    put: int


@dataclass(eq=False, slots=True)
class Outcomes:
    """Where entering a node leads, by the bits that decide it.

    Choices that enter the same node and change nothing share one of these.
    """

    moves: dict[int, tuple[Move, ...]] = field(default_factory=dict)
    ways: dict[int, tuple[Way, ...]] = field(default_factory=dict)
    crossings: dict[int, tuple[Crossing, ...]] = field(default_factory=dict)
    """Only where there are any."""


@dataclass(eq=False, slots=True)
class Edge:
    """A choice at a node, with its tables."""

    node: int
    choice: Choice
    name: str
    once: int
    asks: int
    """The bits that decide whether it is open and how it reads."""
    asked: Spots
    reads: int
    """The bits that decide where it leads."""
    read: Spots
    test: Meaning | None
    text: Covered
    changes: tuple[Change, ...]
    enters: Node
    leads: bool
    """Whether the search follows it: not where detours are too deep."""
    part: str | None
    """The part it is in, unless inside a detour."""
    met: tuple[Met, ...]
    """Itself, and the claims it enacts."""
    outcomes: Outcomes
    opens: dict[int, bool] = field(default_factory=dict)


class Clue(NamedTuple):
    """How something first happened: a state, perhaps a choice taken in it, and chance's exits."""

    state: int | None
    """``None`` before the start."""
    choice: Edge | None
    exits: Exits | None
    """``None`` for those of the choice's first outcome."""


Quick: TypeAlias = tuple[int, dict[int, bool], int, dict[int, tuple[Move, ...]], Edge]
"""An edge as the inner loop takes it apart: asks, opens, reads, moves, itself."""
