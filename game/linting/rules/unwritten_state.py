"""A variable is read, but nothing ever changes it.

Whatever depends on it always reads the same. Usually the effect that should change it is missing or
names another variable.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import variables_read, variables_written
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "L103"
NAME = "unwritten-state"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: |
    A door, and {if torn: a torn sleeve in it | else: no key in it}.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
# story.yaml
state:
  torn: {yes_no: false}
"""
GOOD = """\
- scene: hall.door
  text: |
    A door, and {if torn: a torn sleeve in it | else: no key in it}.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: pull
      text: Pull.
      if: not torn
      do: [torn = true]
      to: hall.door
      record: {invented: Nobody tells of a sleeve.}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
# story.yaml
state:
  torn: {yes_no: false}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each variable that is read and not written."""
    for name in sorted(variables_read(story) - variables_written(story)):
        yield Problem(
            story.variables[name].position,
            CODE,
            SEVERITY,
            f"The variable '{name}' is read, and nothing changes it.",
            f"Which choice should change it? Add `do: [{name} = ...]` there.",
        )
