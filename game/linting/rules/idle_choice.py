"""A choice leads back to its own scene and changes nothing.

The reader presses a key and sees the same page again. Give the choice an effect, lead it somewhere,
make it `once: true`, or write what the scene says the second time (`again:`).
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import choices, scenes_counted
from game.model.scene import Choice, Scene
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S106"
NAME = "idle-choice"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: wait, text: Wait., to: hall.door, record: {invented: Nobody says she waited.}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  again: The same door. Somebody is coming up the stairs.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: wait, text: Wait., to: hall.door, record: {invented: Nobody says she waited.}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each choice after which everything is as before."""
    for name, scene, choice in choices(story):
        if _is_idle(scene, choice) and scene.scene not in scenes_counted(story):
            yield Problem(
                choice.position,
                CODE,
                SEVERITY,
                f"The choice '{name}' leads back here and changes nothing.",
                "What should be different afterwards? Add `do:`, `once:` or the scene's `again:`.",
            )


def _is_idle(scene: Scene, choice: Choice) -> bool:
    if choice.to != scene.scene:
        return False
    return not (choice.effects or scene.effects or choice.once or scene.again is not None)
