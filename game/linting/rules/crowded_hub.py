"""A scene has more than five choices that can be taken once.

Each of them doubles the number of states a play can be in, and a reader who comes back has to
remember which are left. Five are the most. Part them over two scenes, or let some stay open.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S108"
NAME = "crowded-hub"
SEVERITY = Severity.ERROR

MOST = 5

_CHOICES = "".join(
    f"""\
    - choice: {name}
      text: Open the {name} drawer.
      to: hall.door
      once: true
      record: {{invented: Nobody tells of a {name} drawer.}}
"""
    for name in ("first", "second", "third", "fourth", "fifth", "sixth")
)
_AROUND = """\
- scene: hall.door
  text: A desk with drawers, and a door.
  choices:
    - {{choice: open, text: Leave., to: hall.street, record: {{question: way, claim: door}}}}
{choices}- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _AROUND.format(choices=_CHOICES)
GOOD = _AROUND.format(choices="".join(_CHOICES.splitlines(keepends=True)[: MOST * 5]))


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene with too many once-only choices."""
    for name, scene in story.scenes.items():
        count = sum(choice.once for choice in scene.choices)
        if count > MOST:
            yield Problem(
                scene.position,
                CODE,
                SEVERITY,
                f"The scene '{name}' has {count} choices that can be taken once, {MOST} at most.",
                "Which of them could stay open, or move to a scene of their own?",
            )
