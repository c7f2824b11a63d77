"""This is the reader of dates: a day, a month or a year, or a stretch between two of them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from game.loading.field import scalar, short
from game.loading.node import Node
from game.loading.source import Source
from game.model.day import Interval

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class DateKind:
    """A day, a month or a year in ISO form, or two of them with a slash between."""

    words: str = "a date"

    def read(self, node: Node, source: Source) -> Interval | None:
        """Give the first and the last day."""
        found = scalar(node, source, self.words)
        if found is None:
            return None
        first, slash, last = found.text.partition("/")
        begin, end = _days(first), _days(last if slash else first)
        if begin is None or end is None:
            source.report(
                "F010",
                source.at(node),
                f"'{short(found.text)}' is not {self.words}.",
                "Write 1938-06-13, 1938-06 or 1938, or two of them with a slash between.",
            )
            return None
        if begin[0] > end[1]:
            source.report(
                "F010",
                source.at(node),
                f"'{found.text}' ends before it begins.",
                "Write the earlier date first.",
            )
            return None
        return Interval(begin[0], end[1])


def _days(text: str) -> tuple[str, str] | None:
    match = _DATE.fullmatch(text)
    if match is None or not match[0].isascii():
        return None
    year, month, day = match[1], match[2], match[3]
    try:
        if day:
            return (date(int(year), int(month), int(day)).isoformat(),) * 2
        first = date(int(year), int(month or 1), 1)
    except ValueError:
        return None
    last = date(int(year), 12, 31)
    if month:
        last = first.replace(day=monthrange(first.year, first.month)[1])
    return first.isoformat(), last.isoformat()
