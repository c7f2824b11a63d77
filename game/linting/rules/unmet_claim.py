"""A claim that no play can meet.

No choice and no ending enacts it, and no stretch of a scene's prose is marked with it. The record
is there to be met: let a scene rest on the claim, `[words](claim:question/claim)`, or a choice
answer with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import claims, claims_met, questions_met
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E104"
NAME = "unmet-claim"
SEVERITY = Severity.ERROR

_RECORD = """\
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{account: diary, at: page 1}]
    - claim: front-door
      within: door
      says: She left by the front door.
      told_by: [{account: diary, at: page 7}]
"""

BAD = page("A door, and no key in it.") + _RECORD
GOOD = page("A door, [the front one](claim:way/front-door), and no key in it.") + _RECORD


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each claim met nowhere, of questions that something asks."""
    met, asked = claims_met(story), questions_met(story)
    for name, question, claim in claims(story):
        if question.question in asked and name not in met:
            yield Problem(
                claim.position,
                CODE,
                SEVERITY,
                f"No play meets the claim '{name}'.",
                f"Where would a reader want it? Mark words there: `[...](claim:{name})`.",
            )
