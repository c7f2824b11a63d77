"""A claim that no account tells, reports, denies or doubts.

It is an answer that nobody gave, and belongs to no record. Add the telling with its place. If the
answer is ours, let the choice that gives it say `invented:` or `inferred_from:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E102"
NAME = "unsupported-claim"
SEVERITY = Severity.ERROR

_SCENES = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  text: The street, [dark](claim:hour/night).
  ending: {title: The street, record: {question: way, claim: door}}
# record/02-hour.yaml
- question: hour
  asks: At what hour did she leave?
  claims:
    - claim: night
      says: She left at night.
"""

BAD = _SCENES
GOOD = f"{_SCENES}      told_by: [{{account: diary, at: page 2}}]\n"


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each claim with no voice at all."""
    for question in story.questions.values():
        for claim in question.claims.values():
            if not (claim.told_by or claim.reported_by or claim.denied_by or claim.doubted_by):
                yield Problem(
                    claim.position,
                    CODE,
                    SEVERITY,
                    f"The claim '{question.question}/{claim.claim}' has no account.",
                    "Who says so, and where? Add `told_by: [{account: ..., at: ...}]`.",
                )
