"""This is a story's dates in words: ``12 June 1938``, ``26 to 28 May 1938``."""

from __future__ import annotations

import re
from calendar import monthrange

from game.model.day import Interval

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

DAY_MONTH_YEAR = 3
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})", re.ASCII)


def in_words(interval: Interval | None) -> str:
    """Give an interval in words; nothing for none. What both ends share is said once.

    A whole month is its name, a whole year its number.
    """
    if interval is None:
        return ""
    first, last = _parts(interval.first), _parts(interval.last)
    if len(first) == len(last) == DAY_MONTH_YEAR and _is_whole(interval):
        shared = 1 if first[1:] == last[1:] else 2
        if first[shared:] == last[shared:]:
            return " ".join(first[shared:])
    if first == last:
        return " ".join(last)
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return f"{' '.join(first[: len(first) - shared])} to {' '.join(last)}"


def _is_whole(interval: Interval) -> bool:
    """Say whether a stretch goes from the first of a month to the end of one, in one year."""
    same_month = interval.first[:7] == interval.last[:7]
    whole_year = interval.first.endswith("-01-01") and interval.last.endswith("-12-31")
    year, month = int(interval.last[:4]), int(interval.last[5:7])
    ends = int(interval.last[8:]) == monthrange(year, month)[1]
    return interval.first.endswith("-01") and ends and (same_month or whole_year)


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
