"""A claim that no account tells, reports, denies or doubts.

It is an answer that nobody gave, and belongs to no record. Add the telling with its place. If the
answer is ours, let the choice that gives it say `invented:` or `inferred_from:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import claims, tellings
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E102"
NAME = "unsupported-claim"
SEVERITY = Severity.ERROR

_RECORD = """\
# record/02-hour.yaml
- question: hour
  asks: At what hour did she leave?
  claims:
    - claim: night
      says: She left at night.
"""

BAD = page("A door, and no key in it.", "The street, [dark](claim:hour/night).") + _RECORD
GOOD = f"{BAD}      told_by: [{{account: diary, at: page 2}}]\n"


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each claim with no voice at all."""
    for name, _, claim in claims(story):
        if not tellings(claim):
            yield Problem(
                claim.position,
                CODE,
                SEVERITY,
                f"The claim '{name}' has no account.",
                "Who says so, and where? Add `told_by: [{account: ..., at: ...}]`.",
            )
