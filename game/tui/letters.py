"""This is what keeps to ASCII where marks outside it may come out two cells wide, or not at all."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_PLAINER = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "·": "-",
        "…": ".",
        "×": "x",
    }
)
"""One character for one, so that what was laid out stays where it is."""


class PlainFilter(LineFilter):
    """Puts the nearest ASCII sign in the place of quotation marks, dashes and dots."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the interface
        """Give the segments with plainer signs."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        return [
            Segment(segment.text.translate(_PLAINER), segment.style, segment.control)
            for segment in segments
        ]
