"""A summary that stands for a skipped scene has more than fifty words.

Whoever skips a scene asks to be spared it. Two lines say what has to be known so that the plot
holds; more of it tells the scene after all.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import texts
from game.model.measure import longest_reading
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "A107"
NAME = "long-summary"
SEVERITY = Severity.WARNING

MOST = 50

_SCENES = """\
- scene: hall.door
  tags: [suicide]
  skippable:
    tags: [suicide]
    summary: {summary}
  text: The note under the door says how the neighbour died.
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

_LINE = "A note under the door says that a neighbour is dead."
BAD = _SCENES.format(summary=" ".join([_LINE] * 5))
GOOD = _SCENES.format(summary=_LINE)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each summary that is too long."""
    for text in texts(story):
        if text.kind == "summary" and (count := longest_reading(text.prose)) > MOST:
            yield Problem(
                text.prose.position,
                CODE,
                SEVERITY,
                f"The summary of '{text.name}' has {count} words, {MOST} at most.",
                "What must be known for what follows? Leave the rest out.",
            )
