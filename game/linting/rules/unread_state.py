"""A variable is given values that nothing ever reads.

Nothing is tracked that no later scene reads: it makes the story's states many and its scenes no
richer. Let a condition or a line of prose depend on it, or take it out. A property under `prove:`
does not count as reading, because no reader can tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import variables_read, variables_written
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "L102"
NAME = "unread-state"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - choice: open
      text: Open it.
      do: [left = true]
      to: hall.street
      record: {question: way, claim: door}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
# story.yaml
state:
  left: {yes_no: false}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: climb
      text: Climb out of the window.
      do: [torn = true]
      to: hall.street
      record: {invented: Nobody tells of a window.}
- scene: hall.street
  text: |
    The street. {if torn: Your sleeve is torn.}
  ending: {title: The street, record: {question: way, claim: door}}
# story.yaml
state:
  torn: {yes_no: false}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each variable that is written and not read."""
    for name in sorted(variables_written(story) - variables_read(story)):
        yield Problem(
            story.variables[name].position,
            CODE,
            SEVERITY,
            f"The variable '{name}' is given values, and nothing reads it.",
            f"What should differ because of '{name}'? Write it, or cut the variable.",
        )
