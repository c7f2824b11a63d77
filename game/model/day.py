"""This is a date as a story has it: never more exact than it was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A day or a stretch of days, as ISO dates; they compare as text."""

    first: str
    last: str
