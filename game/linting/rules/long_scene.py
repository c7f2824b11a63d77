"""A scene of more than 250 words, or a beat of more than 120.

A scene is one to three beats, and a beat is read between two key presses: forty to ninety words
read best. Part a long beat with a line `---`, a long scene into two.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.measure import longest, longest_reading
from game.model.prose import Prose
from game.model.scene import Scene
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P103"
NAME = "long-scene"
SEVERITY = Severity.WARNING

MOST = 250
MOST_IN_A_BEAT = 120

_SENTENCE = "She waits at the door for a long time."
_BEAT = " ".join([_SENTENCE] * 12)
_SCENES = """\
- scene: hall.door
  text: |
    {text}
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _SCENES.format(text=f"{_BEAT} {_SENTENCE} {_SENTENCE}")
GOOD = _SCENES.format(text=f"{_BEAT}\n    ---\n    {_SENTENCE} {_SENTENCE}")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each text that is too long, or has a beat that is."""
    for scene in story.scenes.values():
        for prose in (scene.text, scene.again, scene.easy):
            if prose is not None:
                yield from _judged(scene, prose)


def _judged(scene: Scene, prose: Prose) -> Iterator[Problem]:
    count = longest_reading(prose)
    if count > MOST:
        statement = f"The scene '{scene.scene}' has {count} words, {MOST} at most."
        yield Problem(prose.position, CODE, SEVERITY, statement, "Could it be two scenes?")
    for number, beat in enumerate(prose.beats, start=1):
        count = longest(beat)
        if count > MOST_IN_A_BEAT:
            yield Problem(
                prose.position,
                CODE,
                SEVERITY,
                f"Beat {number} of the scene '{scene.scene}' has {count} words, "
                f"{MOST_IN_A_BEAT} at most.",
                "Where could the reader draw breath? Write a line `---` there.",
            )
