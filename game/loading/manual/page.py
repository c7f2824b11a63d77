"""This is a page of the manual for one thing that the reader of files can find wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What a code says, why it matters, and a sample of it beside the same sample mended.

    Samples are written as those of rules are: scenes of a small story, and a line ``# story.yaml``
    begins what they need of another file. ``in_words`` marks what no sample can show.
    """

    code: str
    statement: str
    why: str
    bad: str
    good: str
    in_words: bool = False
