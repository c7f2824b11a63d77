"""A choice of more than eighteen words.

Choices are read side by side and on phones, and heard one after another. Say the act; leave what it
is for to the scene behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import texts
from game.model.measure import longest_reading
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P101"
NAME = "long-choice"
SEVERITY = Severity.ERROR

MOST = 18

_SCENES = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - choice: open
      text: {text}
      to: hall.street
      record: {{question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _SCENES.format(
    text="Open the door as far as it will go, and be out on the street before they come up here."
)
GOOD = _SCENES.format(text="Open the door and go out.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each choice whose longest reading is too long."""
    for text in texts(story):
        if text.kind != "choice" or len(text.words.split()) <= MOST:
            continue
        count = longest_reading(text.prose)
        if count > MOST:
            yield Problem(
                text.prose.position,
                CODE,
                SEVERITY,
                f"{text.where} has {count} words, {MOST} at most.",
                "What is the act itself? Leave the rest to the scene behind it.",
            )
