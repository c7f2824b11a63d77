"""This is how a screen is drawn for its reader: with which marks, how wide, on what keys."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.record.status import Status
    from game.settings.setting import Settings

_PLAIN_TERMINALS = ("linux", "dumb", "vt", "ansi", "cons", "sun", "unknown")
_WIDE_LANGUAGES = ("ja", "ko", "zh")


@dataclass(frozen=True, slots=True)
class Signs:
    """Every mark that is not a letter of the story, and what the reader settled about screens."""

    ascii: bool
    caret: str
    rule: str
    wall: str
    dot: str
    """Between two things said in one line."""
    more: str
    """Before the words that say that there is more below."""
    cut: str
    """Where a line was too long."""
    dash: str
    up_down: str
    """The arrow keys, in the line of keys."""
    sides: str
    """The arrow keys to the left and the right."""
    branch: str
    """Before somebody in a family tree who is followed by another on the same branch."""
    last_branch: str
    measure: int = 68
    """Columns of a line of prose where there is room."""
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Other keys than those of the table, by the binding's id."""

    def status(self, status: Status) -> str:
        """Give the mark of a status; its word always stands beside it."""
        return status.letter if self.ascii else status.glyph


FINE = Signs(
    ascii=False,
    caret="›",
    rule="─",
    wall="│",
    dot="·",
    more="▾",
    cut="…",
    dash="–",
    up_down="↑↓",
    sides="←→",
    branch="├─",
    last_branch="└─",
)
ASCII = Signs(
    ascii=True,
    caret=">",
    rule="-",
    wall="|",
    dot="-",
    more="v",
    cut="...",
    dash="-",
    up_down="arrows",
    sides="left/right",
    branch="|-",
    last_branch="`-",
)


def signs_for(environment: Mapping[str, str], encoding: str) -> Signs:
    """Choose the marks by the terminal's name, the locale and the encoding.

    Marks outside ASCII are ambiguous in width where Chinese, Japanese or Korean is written, and
    absent from the fonts of old consoles.
    """
    terminal = environment.get("TERM", "")
    language = next(
        (environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), ""
    )
    plain = (
        terminal.startswith(_PLAIN_TERMINALS)
        or language.startswith(_WIDE_LANGUAGES)
        or not encoding.lower().replace("-", "").startswith("utf")
    )
    return ASCII if plain else FINE


def signs_settled(found: Signs, settings: Settings) -> Signs:
    """Give the marks of a terminal as a reader settled them."""
    chosen = {"fine": FINE, "ascii": ASCII}.get(settings.signs, found)
    return replace(chosen, measure=settings.width, keymap=settings.keys)


def signs_here() -> Signs:
    """Choose the marks for the terminal that the game runs in."""
    return signs_for(os.environ, sys.stdout.encoding or "utf-8")
