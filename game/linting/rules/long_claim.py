"""A claim of more than thirty words.

A claim is one sentence of ours, to be read at a glance beside others. What is longer usually says
two things, which are two claims: one may stand `within:` the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import claims
from game.model.measure import words
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E109"
NAME = "long-claim"
SEVERITY = Severity.ERROR

MOST = 30

_RECORD = """\
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: {says}
      told_by: [{{account: diary, at: page 1}}]
"""

BAD = _RECORD.format(
    says="She left by the door, which was the front door and stood open that night because the "
    "porter had gone down to the street to see to the car and had not come back."
)
GOOD = _RECORD.format(says="She left by the front door, which stood open that night.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each claim that is too long."""
    for name, _, claim in claims(story):
        count = len(words(claim.says))
        if count > MOST:
            yield Problem(
                claim.position,
                CODE,
                SEVERITY,
                f"The claim '{name}' has {count} words, {MOST} at most.",
                "Does it say two things? Make two claims of it.",
            )
