"""The only choice of a scene turns a page.

There is nothing to choose, and the reader is asked all the same. Let the scene go on by itself
(`then:`), or part its text with a line `---`, which waits for a key too. A lone choice that does
something, or answers the record, may be an act that somebody has to take; this one is none. It is
advice, shown by `otherside check --strict`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.scene import Choice, Reads
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S109"
NAME = "lone-choice"
SEVERITY = Severity.ADVICE

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: on, text: Go on., to: hall.stairs, record: {reading: true}}
- scene: hall.stairs
  text: The stairs.
  choices:
    - {choice: leave, text: Leave., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  then: hall.stairs
- scene: hall.stairs
  text: The stairs.
  choices:
    - {choice: leave, text: Leave., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene that offers nothing but to go on."""
    for name, scene in story.scenes.items():
        if len(scene.choices) == 1 and _turns_a_page(scene.choices[0]):
            yield Problem(
                scene.choices[0].position,
                CODE,
                SEVERITY,
                f"The only choice of the scene '{name}' turns a page.",
                f"Write `then: {scene.choices[0].target}`, or what else could be done here.",
            )


def _turns_a_page(choice: Choice) -> bool:
    reads = all(isinstance(entry, Reads) for entry in choice.record)
    return reads and choice.to is not None and choice.condition is None and not choice.effects
