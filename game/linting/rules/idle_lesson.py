"""A lesson stops at a scene where there is nothing to decide, or which it does not come to.

A class votes at the scenes that a lesson names. One with fewer than two choices gives it no vote,
and one that no way leads to from the lesson's first scene is never there.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.graph import everywhere, reached
from game.model.story import Lesson, Story
from game.problem import Problem, Severity

CODE = "A108"
NAME = "idle-lesson"
SEVERITY = Severity.ERROR

_STORY = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {{choice: open, text: Open it., to: hall.stairs, record: {{question: way, claim: door}}}}
    - {{choice: wait, text: Wait., to: hall.stairs, record: {{invented: Nobody says she waited.}}}}
- scene: hall.stairs
  text: The stairs.
  choices:
    - {{choice: leave, text: Leave., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
# story.yaml
lines:
  - {{line: diary, follows: [diary]}}
lessons:
  - {{lesson: 20, from: hall.door, line: diary, decisions: [{decision}]}}
"""

BAD = _STORY.format(decision="hall.stairs")
GOOD = _STORY.format(decision="hall.door")

LEAST = 2


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each decision of a lesson that is none."""
    for lesson in story.lessons.values():
        ahead = reached(story, (lesson.first,), everywhere)
        for name in lesson.decisions:
            if name not in ahead:
                yield _problem(lesson, name, f"is not ahead of '{lesson.first}'")
            elif len(story.scenes[name].choices) < LEAST:
                yield _problem(lesson, name, "has fewer than two choices")


def _problem(lesson: Lesson, name: str, why: str) -> Problem:
    statement = f"The lesson '{lesson.lesson}' decides on '{name}', which {why}."
    hint = "At which scenes on the way does something part? Name those under `decisions:`."
    return Problem(lesson.position, CODE, SEVERITY, statement, hint)
