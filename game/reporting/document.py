"""This is a report with no medium in mind: headings, paragraphs, quotations, lists and tables.

``text``, ``markdown`` and ``html`` write it out. The first cell of a row is the row's heading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.model.prose import Line, Words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 2 for a section, 3 within it. The document's title is level 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, plain or with the emphasis it had on the page."""

    words: str | Line


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that were chosen or said, with what is known of them below."""

    words: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list, in an order that matters or not."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Paragraph | Quote | Points | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    title: str
    language: str
    """As in BCP 47: ``en``."""
    blocks: tuple[Block, ...]


def runs(words: str | Line) -> Line:
    """Give a paragraph's words as runs."""
    return (Words(words),) if isinstance(words, str) else words
