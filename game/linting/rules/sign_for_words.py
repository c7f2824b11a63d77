"""A sign stands where words should: an arrow, a tick, a star, an emoji.

A voice reads such a sign by its name, "black star", or passes over it; many terminals draw it as
an empty box; and a tick or a cross reads as right and wrong. Whatever it means, say it. Boxes and
lines drawn with signs are found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from game.linting.sample import page
from game.linting.survey import all_words, matches
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "A105"
NAME = "sign-for-words"
SEVERITY = Severity.WARNING

_SIGN = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")

BAD = page("A door ★ and no key in it.")
GOOD = page("A door with a star on it, and no key.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each such sign."""
    if all_words(story).isascii():
        return
    for text, match in matches(story, _SIGN):
        sign = match.group()
        yield Problem(
            text.prose.position,
            CODE,
            SEVERITY,
            f"{text.where} has the sign '{sign}', which a voice reads as "
            f"'{name(sign, 'unknown sign').lower()}' or not at all.",
            "What does it mean? Write the words.",
        )
