"""A choice leads back to its own scene and changes nothing.

The reader presses a key and sees the same page again. Give the choice an effect, lead it somewhere,
make it `once: true`, or write what the scene says the second time (`again:`).
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.expression import Times, Visited
from game.model.scene import Choice, Scene
from game.model.story import Story
from game.model.walk import conditions, leaves
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
    counted = {
        leaf.scene
        for scene in story.scenes.values()
        for condition in conditions(scene)
        for leaf in leaves(condition.test)
        if isinstance(leaf, Times | Visited)
    }
    for name, scene in story.scenes.items():
        for choice in scene.choices:
            if name not in counted and _is_idle(scene, choice):
                yield Problem(
                    choice.position,
                    CODE,
                    SEVERITY,
                    f"The choice '{name}/{choice.choice}' leads back here and changes nothing.",
                    "What should be different afterwards? Add `do:`, `once:` or the scene's "
                    "`again:`.",
                )


def _is_idle(scene: Scene, choice: Choice) -> bool:
    changes = choice.effects or scene.effects or choice.once or scene.again is not None
    return choice.to == scene.scene and not changes
