"""This is what keeps a story, a name or a save from driving the terminal."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BLANKS = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Give a text that is one line and drives nothing.

    Line breaks and tabs become a blank. Control characters, C1 among them, what turns the direction
    of writing, lone surrogates and soft hyphens are dropped.
    """
    return _FORBIDDEN.sub("", _BLANKS.sub(" ", text)).replace("\u00ad", "")


class ControlFilter(LineFilter):
    """Drops from every drawn line whatever is not to be drawn, whoever put it there."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the interface
        """Give the segments with their texts cleaned; those that only steer the cursor are ours."""
        if not any(_FORBIDDEN.search(segment.text) for segment in segments):
            return segments
        return [
            segment
            if segment.control
            else Segment(_FORBIDDEN.sub("", segment.text), segment.style, None)
            for segment in segments
        ]
