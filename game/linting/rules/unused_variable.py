"""A variable is declared, and no scene names it.

It was probably cut from the scenes and left in `state:`, or its name is spelled otherwise there.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import variables_read, variables_written
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "L104"
NAME = "unused-variable"
SEVERITY = Severity.ERROR


GOOD = page("A door, and no key in it.")
BAD = f"""\
{GOOD}# story.yaml
state:
  torn: {{yes_no: false}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each variable that no scene names."""
    used = variables_read(story) | variables_written(story)
    for name, variable in story.variables.items():
        if name not in used:
            yield Problem(
                variable.position,
                CODE,
                SEVERITY,
                f"The variable '{name}' is declared, and no scene names it.",
                "Take it out of `state:`, or let a scene use it.",
            )
