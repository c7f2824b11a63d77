"""Quotation marks of two kinds: straight in one text, curly in another.

In the story they stand for one thing, and on the page they look like two. Searching misses half of
them, and a voice may read the one kind out and not the other. The kind that fewer texts have is
found. Apostrophes are looked at too, by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import Text, all_words, texts
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P107"
NAME = "mixed-quotes"
SEVERITY = Severity.WARNING

KINDS = (('"', "“”", "quotation marks"), ("'", "‘’", "apostrophes"))

BAD = page('A door. “No key,” you say. "None."')
GOOD = page('A door. "No key," you say. "None."')


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each text with the rarer kind."""
    said = all_words(story)
    for straight, curly, name in KINDS:
        if straight not in said or not _has(said, curly):
            continue
        plain = [text for text in texts(story) if straight in text.words]
        turned = [text for text in texts(story) if _has(text.words, curly)]
        rarer, word, other = (
            (turned, "curly", "straight")
            if len(turned) <= len(plain)
            else (plain, "straight", "curly")
        )
        yield from (_problem(text, f"{word} {name}", other) for text in rarer)


def _has(words: str, signs: str) -> bool:
    return any(sign in words for sign in signs)


def _problem(text: Text, what: str, other: str) -> Problem:
    statement = f"{text.where} has {what}, where more texts have {other} ones."
    return Problem(text.prose.position, CODE, SEVERITY, statement, "Use one kind in all texts.")
