"""This is what the record has about one entry, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import fill

from game.model.record import Telling
from game.record.finding import Finding
from game.record.voice import Voice

WIDTH = 78


def wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """Wrap a paragraph to the width that every terminal has."""
    indent = " " * len(first) if rest is None else rest
    return fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def status_line(finding: Finding) -> str:
    """Give a status with its numbers, as ``DISPUTED. 1 for, 2 against, 1 silent``."""
    if finding.status is None:
        return "Turns a page; no status."
    counts = [
        f"{finding.witnesses_for} for" if finding.witnesses_for else "",
        f"{finding.witnesses_against} against" if finding.witnesses_against else "",
        f"{len(finding.silent)} silent" if finding.silent else "",
    ]
    counted = ", ".join(each for each in counts if each)
    parts = [finding.status.value.upper(), counted, finding.remark.capitalize(), finding.why]
    return " ".join(closed(part) for part in parts if part)


def voice(each: Voice) -> str:
    """Give an account with the place: ``Magazine article, line 189``."""
    return f"{each.account.label}{place(each.telling)}"


def place(telling: Telling) -> str:
    """Give where an account says it, with a comma before: ``, early state, line 28``."""
    state = f", {telling.state} state" if telling.state else ""
    return f"{state}, {telling.at}" if telling.at else state


def listing(words: Iterable[str]) -> str:
    """Join words as in a sentence: ``one, two and three``."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def number(count: int, thing: str, things: str = "") -> str:
    """Give a number with its thing: ``1 choice``, ``2 choices``."""
    return f"{count} {thing}" if count == 1 else f"{count} {things or f'{thing}s'}"


def closed(text: str) -> str:
    """End a sentence with a full stop if nothing ends it."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
