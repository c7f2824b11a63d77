"""A content tag that nobody can choose to skip.

A reader picks tags from one list, so a tag outside it would protect nobody. The list is: arrest,
child-loss, deportation, ethnic-persecution, execution, suicide, terror, torture, violence.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from game.model.story import Story
from game.problem import Problem, Severity

CODE = "A101"
NAME = "unknown-tag"
SEVERITY = Severity.ERROR

TAGS = (
    "arrest",
    "child-loss",
    "deportation",
    "ethnic-persecution",
    "execution",
    "suicide",
    "terror",
    "torture",
    "violence",
)

_SCENES = """\
- scene: hall.door
  tags: [{tag}]
  text: They took the man next door in the night.
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _SCENES.format(tag="arests")
GOOD = _SCENES.format(tag="arrest")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each tag that is not in the list."""
    for name, scene in story.scenes.items():
        tags = (*scene.tags, *(scene.skippable.tags if scene.skippable else ()))
        for tag in dict.fromkeys(tags):
            if tag not in TAGS:
                near = get_close_matches(tag, TAGS, n=1)
                yield Problem(
                    scene.position,
                    CODE,
                    SEVERITY,
                    f"The scene '{name}' has the tag '{tag}', which no reader can skip.",
                    f"Did you mean '{near[0]}'?" if near else f"The tags are: {', '.join(TAGS)}.",
                )
