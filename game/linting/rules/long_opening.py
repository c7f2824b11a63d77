"""The opening has more than ninety words.

It stands before any choice and says who he was and what he did. Whoever cannot take it in at one
glance will skip it, and it is the one page that must not be skipped.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.measure import longest_reading
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P102"
NAME = "long-opening"
SEVERITY = Severity.ERROR

MOST = 90

_STORY = """\
# story.yaml
opening: |
  {opening}
"""

BAD = _STORY.format(opening=" ".join(["She stood before a door for a long time."] * 11))
GOOD = _STORY.format(opening="She stood before a door for a long time.")


def check(story: Story) -> Iterator[Problem]:
    """Yield a problem if the opening is too long."""
    count = longest_reading(story.opening)
    if count > MOST:
        yield Problem(
            story.opening.position,
            CODE,
            SEVERITY,
            f"The opening has {count} words, {MOST} at most.",
            "What could a scene say instead?",
        )
