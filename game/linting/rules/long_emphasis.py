"""More than twelve words are emphasised in one run.

Where everything leans nothing stands out, and slanted lines are hard for those who mix up letters.
Mark the word that matters; what somebody else wrote goes between quotation marks. It is advice,
shown by `otherside check --strict`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import texts
from game.model.measure import words
from game.model.prose import Words
from game.model.story import Story
from game.model.walk import pieces
from game.problem import Problem, Severity

CODE = "A110"
NAME = "long-emphasis"
SEVERITY = Severity.ADVICE

MOST = 12

BAD = page("*A door stands before you, a heavy one, and there is no key in it.*")
GOOD = page("A door stands before you, a heavy one, and there is *no* key in it.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each run of emphasis that is too long."""
    for text in texts(story):
        for piece in pieces(text.prose):
            if not isinstance(piece, Words) or not (piece.emphasis or piece.strong):
                continue
            count = len(words(piece.text))
            if count > MOST:
                yield Problem(
                    text.prose.position,
                    CODE,
                    SEVERITY,
                    f"{text.where} emphasises {count} words in one run, {MOST} at most.",
                    "Which of them is it about?",
                )
