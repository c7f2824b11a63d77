"""This is prose with its emphasis, marks, conditional stretches and values.

``Prose`` is what the author wrote; the engine renders it in a state into ``Passage`` values, which
have neither conditions nor variables left.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from game.model.expression import Condition
from game.position import NOWHERE, Position


class MarkKind(Enum):
    """What a marked stretch of prose points to."""

    CLAIM = "claim"
    PERSON = "person"
    PLACE = "place"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Mark:
    """A link from prose to the record or the gazetteer."""

    kind: MarkKind
    target: str
    """``question/claim`` for a claim, else an id."""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, perhaps emphasised, perhaps marked."""

    text: str
    emphasis: bool = False
    strong: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """The number, or the label of the value, that a variable has when the text is read."""

    variable: str
    emphasis: bool = False
    strong: bool = False
    mark: Mark | None = None


Piece: TypeAlias = Words | Value


@dataclass(frozen=True, slots=True)
class Arm:
    """One way a conditional stretch can read; without a condition it is the ``else``."""

    condition: Condition | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that depend on the state: the first arm whose condition holds is shown, or nothing."""

    arms: tuple[Arm, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as written; line breaks inside it are single spaces."""

    pieces: tuple[Words | Value | Stretch, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Beats of paragraphs. Between two beats the reader presses a key."""

    beats: tuple[tuple[Paragraph, ...], ...]
    position: Position = NOWHERE


Run: TypeAlias = Words
"""A rendered piece: words only."""

Line: TypeAlias = tuple[Run, ...]
"""A rendered paragraph."""

Beats: TypeAlias = tuple[tuple[Line, ...], ...]
"""Rendered prose: beats of paragraphs of runs; empty paragraphs and beats are gone."""


def plain(line: Line) -> str:
    """Give the words of a rendered paragraph without marks or emphasis."""
    return "".join(run.text for run in line)
