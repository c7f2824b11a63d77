"""A choice says that it leaves the record, and it does not.

Everything it does is told or inferred, so the reader would read "off the record" with no reason.
Take `leaves:` out, or say in the record what nobody tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.judge import judge
from game.linting.survey import choices
from game.model.story import Story
from game.problem import Problem, Severity
from game.record.status import Status

CODE = "E107"
NAME = "needless-departure"
SEVERITY = Severity.ERROR

LEAVING = frozenset({Status.AGAINST, Status.NOT_KNOWN, Status.INVENTED})

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - choice: open
      text: Open it.
      to: hall.street
      leaves: {within: 1}
      record: {question: way, claim: door}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each choice that leaves although all of it is on the record."""
    findings = judge(story)
    for name, _, choice in choices(story):
        if choice.leaves is None:
            continue
        statuses = {finding.status for finding in findings(choice.record)}
        if not statuses & LEAVING:
            yield Problem(
                choice.leaves.position,
                CODE,
                SEVERITY,
                f"The choice '{name}' says that it leaves the record, and does not.",
                "Take `leaves:` out, or name in `record:` what nobody tells.",
            )
