"""No way leads to this scene.

Nobody will ever read it. Usually a target was renamed or a choice was cut and the scene behind it
forgotten. Lead somewhere to it, or cut it too. Conditions are left aside here: whether those on the
way can ever hold is what `otherside explore` finds out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.graph import reachable
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S101"
NAME = "unreachable-scene"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
- scene: hall.attic
  text: Dust, and a skylight.
  then: hall.street
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: climb, text: Climb the stairs., to: hall.attic, record: {reading: true}}
- scene: hall.attic
  text: Dust, and a skylight.
  then: hall.street
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene that no way from the first scene leads to."""
    known = reachable(story)
    for name, scene in story.scenes.items():
        if name not in known:
            yield Problem(
                scene.position,
                CODE,
                SEVERITY,
                f"No way leads to the scene '{name}'.",
                f"Write `to: {name}` at a choice that should lead here, or cut the scene.",
            )
