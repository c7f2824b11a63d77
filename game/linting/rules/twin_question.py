"""Two questions ask the same.

Claims exclude one another only within a question. Where two questions ask one thing, a claim and
its rival stand apart: each looks well attested, and the contradiction is lost. Put the claims of
both under one question. Questions are compared by their words, in any order; articles and words
such as `did` are left out. What only sounds alike is waived.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.model.measure import words
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E111"
NAME = "twin-question"
SEVERITY = Severity.ERROR

_SMALL = frozenset(
    {"a", "an", "are", "did", "do", "does", "had", "has", "have", "is", "the", "was", "were"}
)

_SCENES = page("A door, and no key in it. [The window is open](claim:window/window).")
_RECORD = """\
# record/02-window.yaml
- question: window
  asks: ASKS
  claims:
    - claim: window
      says: The window stood open when they came.
      told_by: [{account: diary, at: page 2}]
"""

BAD = _SCENES + _RECORD.replace("ASKS", "Which was the way she did leave?")
GOOD = _SCENES + _RECORD.replace("ASKS", "What stood open when they came?")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each question that asks what an earlier one asks."""
    earlier: dict[frozenset[str], str] = {}
    for name, question in story.questions.items():
        asked = gist(question.asks)
        other = earlier.setdefault(asked, name)
        if asked and other != name:
            yield Problem(
                question.position,
                CODE,
                SEVERITY,
                f"The question '{name}' asks what '{other}' asks.",
                f"Are their claims rivals? Put them under '{other}'.",
            )


def gist(asks: str) -> frozenset[str]:
    """Give the words that matter in a sentence, in no order."""
    heard = (word.strip("?!.,;:'\"").casefold() for word in words(asks))
    return frozenset(word for word in heard if word not in _SMALL)
