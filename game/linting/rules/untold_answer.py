"""A choice or an ending enacts a claim that nobody tells, where others answer the question.

Nothing speaks against it either, since the claim stands within a wider one or the question holds
several, so it would read "not known", and that is not so: something is known. Enact the wider claim
that is told, or say that the rest is `invented:` or `inferred_from:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.judge import judge
from game.linting.sample import page
from game.linting.survey import acts
from game.model.story import Story
from game.problem import Problem, Severity
from game.record.status import Status

CODE = "E108"
NAME = "untold-answer"
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
      reported_by: [{account: diary, at: page 7}]
"""

BAD = f"""\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {{choice: open, text: Open., to: hall.street, record: {{question: way, claim: front-door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
{_RECORD}"""
GOOD = page("A door, [the front one](claim:way/front-door), and no key in it.") + _RECORD


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each entry that would read "not known" although something is told."""
    findings = judge(story)
    for act in acts(story):
        for finding in findings(act.record):
            question = finding.question
            if finding.status is not Status.NOT_KNOWN or question is None:
                continue
            if any(claim.told_by for claim in question.claims.values()):
                answer = finding.claim.claim if finding.claim else "none"
                yield Problem(
                    act.position,
                    CODE,
                    SEVERITY,
                    f"{act.name} answers '{question.question}' with '{answer}', which nobody "
                    "tells, though others answer it.",
                    "Enact the claim that is told, or write `invented:` with the reason.",
                )
