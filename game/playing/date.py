"""This is a story's dates in words: ``12 June 1938``, ``26 to 28 May 1938``."""

from __future__ import annotations

import re

from game.model.scene import Interval

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})", re.ASCII)


def in_words(interval: Interval | None) -> str:
    """Give an interval in words; nothing for none. What both ends share is said once."""
    if interval is None:
        return ""
    first, last = _parts(interval.first), _parts(interval.last)
    if first == last:
        return " ".join(last)
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return f"{' '.join(first[: len(first) - shared])} to {' '.join(last)}"


def moment(iso: str) -> str:
    """Give a moment such as a save has: ``12 June 1938, 05:30 UTC``; itself if it is none."""
    found = _MOMENT.match(iso)
    if found is None:
        return iso
    return f"{' '.join(_parts(found[1]))}, {found[2]} UTC"


def _parts(iso: str) -> list[str]:
    """Give day, month and year in words, as many of them as are given."""
    found = _ISO.match(iso)
    if found is None:
        return [iso]
    year, month, day = found.groups()
    if month is None or not 1 <= int(month) <= len(MONTHS):
        return [year]
    words = [MONTHS[int(month) - 1], year]
    return words if day is None else [str(int(day)), *words]
