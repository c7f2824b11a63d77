"""This is one student's reason for a vote: a sentence, and the account that it rests on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

LONGEST: Final = 140
"""Characters of a reason; what is longer is cut."""
READ: Final = 4000
"""No more than this is looked at."""
MOST_SHOWN: Final = 5
"""Reasons on the screen at once."""
_MARKS: Final = 2
"""Accents over one letter; more are for making a mess."""


class Standing(Enum):
    """What the teacher made of a reason."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason in the queue."""

    number: int
    """Its place in the lesson's queue; says nothing of who wrote it."""
    seat: int
    text: str
    account: str
    """The account it rests on; empty where it rests on none."""
    standing: Standing = Standing.WAITING


def cleaned(text: str) -> str:
    """Give a sentence fit to be shown: one line, no signs that hide or turn others, 140 at most.

    It may be empty then.
    """
    normal = unicodedata.normalize("NFC", text[:READ])
    spaced = "".join(_kept(normal)).split()
    return "".join(_calm(" ".join(spaced)))[:LONGEST].rstrip()


def _kept(text: str) -> Iterator[str]:
    for sign in text:
        category = unicodedata.category(sign)
        if category.startswith("Z") or sign in "\t\n\r\v\f":
            yield " "
        elif not category.startswith("C"):
            yield sign


def _calm(text: str) -> Iterator[str]:
    """Leave no more than two accents on a letter."""
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign).startswith("M") else 0
        if marks <= _MARKS:
            yield sign
