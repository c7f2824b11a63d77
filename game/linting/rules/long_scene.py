"""A scene of more than 250 words, or a beat of more than 120.

A scene is one to three beats, and a beat is read between two key presses: forty to ninety words
read best. Part a long beat with a line `---`, a long scene into two.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import Text, texts
from game.model.measure import longest, longest_reading
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P103"
NAME = "long-scene"
SEVERITY = Severity.WARNING

MOST = 250
MOST_IN_A_BEAT = 120
_READ = {"text", "again", "easy"}

_SENTENCE = "She waits at the door for a long time."
_BEAT = " ".join([_SENTENCE] * 12)
BAD = page(f"{_BEAT} {_SENTENCE} {_SENTENCE}")
GOOD = page(f"{_BEAT}\n---\n{_SENTENCE} {_SENTENCE}")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each text that is too long, or has a beat that is."""
    for text in texts(story):
        if text.kind in _READ and len(text.words.split()) > MOST_IN_A_BEAT:
            yield from _judged(text)


def _judged(text: Text) -> Iterator[Problem]:
    count = longest_reading(text.prose)
    if count > MOST:
        statement = f"{text.where} has {count} words, {MOST} at most."
        yield Problem(text.prose.position, CODE, SEVERITY, statement, "Could it be two scenes?")
    for number, beat in enumerate(text.prose.beats, start=1):
        count = longest(beat)
        if count > MOST_IN_A_BEAT:
            yield Problem(
                text.prose.position,
                CODE,
                SEVERITY,
                f"Beat {number} of the scene '{text.name}' has {count} words, "
                f"{MOST_IN_A_BEAT} at most.",
                "Where could the reader draw breath? Write a line `---` there.",
            )
