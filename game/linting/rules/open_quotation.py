"""A quotation or a bracket is opened and not closed, or closed and not opened.

From there on a reader does not know who is speaking. In this story that is more than a slip: words
that somebody said and words of ours must be told apart. A paragraph may leave a quotation open
where the next one goes on with it and begins with the mark again. Paragraphs with conditional
stretches are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import Text, all_words, texts
from game.model.story import Story
from game.model.walk import stretches
from game.problem import Problem, Severity

CODE = "P111"
NAME = "open-quotation"
SEVERITY = Severity.WARNING

_SIGNS = '"“”()'

BAD = page('A door. "No key, you say, and nobody answers.')
GOOD = page('A door. "No key," you say, and nobody answers.')


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each paragraph in which something stays open."""
    if not any(sign in all_words(story) for sign in _SIGNS):
        return
    for text in texts(story):
        if any(sign in text.words for sign in _SIGNS) and not any(stretches(text.prose)):
            yield from _open(text)


def _open(text: Text) -> Iterator[Problem]:
    lines = text.words.split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        what = _unpaired(line, goes_on=after.startswith(('"', "“")))
        if what is not None:
            start = line if len(line) <= 30 else f"{line[:29].rstrip()}…"  # noqa: PLR2004 - of a line
            statement = f"{text.where} has {what} in the paragraph '{start}'."
            hint = "Who says it, and where does he stop? Write the other one too."
            yield Problem(text.prose.position, CODE, SEVERITY, statement, hint)


def _unpaired(line: str, *, goes_on: bool) -> str | None:
    if line.count("(") != line.count(")"):
        return "a bracket without its other one"
    if goes_on:
        return None
    if line.count('"') % 2 or line.count("“") != line.count("”"):
        return "a quotation mark without its other one"
    return None
