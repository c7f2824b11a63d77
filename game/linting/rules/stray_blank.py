"""Two blanks in a row, or a blank before a comma or a full stop.

A reader's eye stops where a line has a hole, and a voice pauses. It is what cutting a word leaves
behind. Around a conditional stretch blanks are seen to by the game and are not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import Text, matches
from game.model.prose import Words
from game.model.story import Story
from game.model.walk import pieces
from game.problem import Problem, Severity

CODE = "P106"
NAME = "stray-blank"
SEVERITY = Severity.WARNING

_STRAY = re.compile(r" (?: |[,.;:!?](?:\s|$))")
_ROOM = 16

BAD = page("A door , and no key in it.")
GOOD = page("A door, and no key in it.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each text with such a blank."""
    for text in dict.fromkeys(text for text, _ in matches(story, _STRAY)):
        found = _stray(text)
        if found is not None:
            yield Problem(
                text.prose.position,
                CODE,
                SEVERITY,
                f"{text.where} has a stray blank at '{found}'.",
                "Take it out.",
            )


def _stray(text: Text) -> str | None:
    """Give the words around the first such blank that stands within one piece of prose."""
    for piece in pieces(text.prose):
        match = _STRAY.search(piece.text) if isinstance(piece, Words) else None
        if match is not None:
            return match.string[max(0, match.start() - _ROOM) : match.end() + _ROOM].strip()
    return None
