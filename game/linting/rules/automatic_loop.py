"""Scenes go on to one another by themselves and come round again.

`then` and `chance` ask nobody, so a reader caught in such a ring would never get a choice. Put a
choice somewhere into the ring, or lead it out. A chance that leads back is a ring too: one play in
some number would go round for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.graph import automatic, loops
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S103"
NAME = "automatic-loop"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.fog, record: {question: way, claim: door}}
- scene: hall.fog
  text: White.
  chance: [{to: hall.fog, weight: 1}, {to: hall.street, weight: 1}]
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.fog, record: {question: way, claim: door}}
- scene: hall.fog
  text: White.
  chance: [{to: hall.door, weight: 1}, {to: hall.street, weight: 1}]
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene that leads back to itself without a choice."""
    for name in loops(story, automatic):
        yield Problem(
            story.scenes[name].position,
            CODE,
            SEVERITY,
            f"The scene '{name}' leads back to itself with no choice on the way.",
            "Should the reader decide something here? Give one of these scenes `choices:`.",
        )
