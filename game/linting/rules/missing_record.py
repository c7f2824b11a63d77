"""A choice or an ending has no record.

A reader who wonders whether he did this finds nothing. Say which question of the record it answers
and with which claim; or that it is inferred, with the premises; or invented, with the reason; or
that it turns a page (`reading: true`).
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import acts
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E101"
NAME = "missing-record"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: climb, text: Climb out of the window., to: hall.street}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: climb
      text: Climb out of the window.
      to: hall.street
      record: {invented: Nobody tells of a window.}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each choice or ending with no record entry."""
    for act in acts(story):
        if not act.record:
            yield Problem(
                act.position,
                CODE,
                SEVERITY,
                f"{act.name} has no record.",
                "Write `record: {question: ..., claim: ...}`, or `{invented: the reason}`.",
            )
