"""A question that nobody asks.

No choice and no ending answers it, and no prose is marked with one of its claims, so a reader will
never come upon it. Let a scene touch it, or leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import questions_met
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E105"
NAME = "unasked-question"
SEVERITY = Severity.ERROR

_RECORD = """\
# record/02-hour.yaml
- question: hour
  asks: At what hour did she leave?
  claims:
    - claim: night
      says: She left at night.
      told_by: [{account: diary, at: page 2}]
"""

BAD = page("A door, and no key in it.") + _RECORD
GOOD = page("A door, and no key in it. [It is past midnight](claim:hour/night).") + _RECORD


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each question with neither an entry nor a mark."""
    asked = questions_met(story)
    for name, question in story.questions.items():
        if name not in asked:
            yield Problem(
                question.position,
                CODE,
                SEVERITY,
                f"Nobody asks the question '{name}'.",
                "Which choice answers it, or which words rest on it? Else leave it out.",
            )
