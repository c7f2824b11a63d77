"""A small word stands twice: "the the", "to to".

The eye that wrote it slides over it, and the reader's stops. Only words are looked for that never
stand twice on purpose, so "had had" and "that that" may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import matches
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P110"
NAME = "doubled-word"
SEVERITY = Severity.WARNING

SMALL = frozenset(
    (
        *("the", "a", "an", "and", "or", "of", "to", "at", "by", "for", "from", "into", "with"),
        *("he", "they", "you", "his", "their", "your"),
    )
)
_TWICE = re.compile(r" ([a-z]{1,5}) \1\b")

BAD = page("A door, and no key in the the lock.")
GOOD = page("A door, and no key in the lock.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each place where such a word stands twice."""
    for text, match in matches(story, _TWICE):
        if match.group(1) in SMALL:
            yield Problem(
                text.prose.position,
                CODE,
                SEVERITY,
                f"{text.where} says '{match.group().strip()}'.",
                "Take one of the two out.",
            )
