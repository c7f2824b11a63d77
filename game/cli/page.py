"""This is a code's page of the manual: what it says, why it matters, a bad and a good sample."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual, whoever found the fault."""

    code: str
    name: str
    """Two or three words with hyphens."""
    severity: str
    statement: str
    why: str
    """Paragraphs, a blank line between them."""
    bad: str
    good: str
    in_words: bool = False
    """The samples are sentences: no file could show it."""
