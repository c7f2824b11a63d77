"""A scene can be skipped for tags that it does not have, or has a hard tag and cannot be skipped.

Whoever skips a tag is shown the summary under `skippable:` in the text's place. Its tags must be
among the scene's `tags:`, else nothing announces them. A scene that touches suicide, torture,
execution, the loss of a child or ethnic persecution needs such a summary, two lines long.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.story import Story
from game.problem import Problem, Severity

CODE = "A102"
NAME = "skippable-tag"
SEVERITY = Severity.ERROR

HARD = ("suicide", "torture", "execution", "child-loss", "ethnic-persecution")

_SCENES = """\
- scene: hall.door
  tags: [{tags}]
  skippable: {{tags: [suicide], summary: A note under the door says that a neighbour is dead.}}
  text: The note under the door says how the neighbour died.
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _SCENES.format(tags="arrest")
GOOD = _SCENES.format(tags="arrest, suicide")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene whose tags and summary do not fit one another."""
    for name, scene in story.scenes.items():
        skipped = scene.skippable.tags if scene.skippable else ()
        for tag in skipped:
            if tag not in scene.tags:
                statement = f"'{name}' can be skipped for '{tag}', which is not among its tags."
                hint = f"Add '{tag}' to the scene's `tags:`."
                yield Problem(scene.position, CODE, SEVERITY, statement, hint)
        for tag in scene.tags:
            if tag in HARD and tag not in skipped:
                statement = f"'{name}' has the tag '{tag}' and cannot be skipped for it."
                hint = f"Write `skippable: {{tags: [{tag}], summary: two lines}}`."
                yield Problem(scene.position, CODE, SEVERITY, statement, hint)
