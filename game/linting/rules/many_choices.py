"""More than five choices of a scene are always open.

Two to four are weighed; of six a reader takes the first or the last, and who listens has forgotten
the first when the last is read. Close some under a condition, let some be taken once, or part them
over two scenes.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S111"
NAME = "many-choices"
SEVERITY = Severity.WARNING

MOST = 5

_CHOICES = "".join(
    f"""\
    - choice: {name}
      text: Ring at the {name} door.
      to: hall.street
      record: {{invented: Nobody tells of a {name} door.}}
"""
    for name in ("first", "second", "third", "fourth", "fifth")
)
_AROUND = """\
- scene: hall.door
  text: Doors along a landing, and the way down.
  choices:
    - {{choice: open, text: Leave., to: hall.street, record: {{question: way, claim: door}}}}
{choices}- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _AROUND.format(choices=_CHOICES)
GOOD = _AROUND.format(choices="".join(_CHOICES.splitlines(keepends=True)[: (MOST - 1) * 4]))


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene with too many choices that nothing closes."""
    for name, scene in story.scenes.items():
        if len(scene.choices) <= MOST:
            continue
        count = sum(choice.condition is None and not choice.once for choice in scene.choices)
        if count > MOST:
            yield Problem(
                scene.position,
                CODE,
                SEVERITY,
                f"The scene '{name}' has {count} choices that are always open, {MOST} at most.",
                "Which of them belong together, in a scene of their own?",
            )
