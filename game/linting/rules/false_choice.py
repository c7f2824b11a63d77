"""Two choices of a scene differ only in their words.

They lead to the same scene, change the same state, open under the same condition and have the same
record, so whichever is taken nothing can ever tell. Let one of them matter, or cut it. Choices that
only come to the same because nothing reads what they change are found by `otherside explore`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import answer
from game.model.expression import Effect
from game.model.scene import Choice
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S107"
NAME = "false-choice"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: kick, text: Kick it open., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: kick
      text: Kick it open.
      to: hall.street
      record: {invented: The door was found whole; the noise is ours.}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each choice that an earlier choice of its scene is the twin of."""
    for name, scene in story.scenes.items():
        if len({choice.target for choice in scene.choices}) == len(scene.choices):
            continue
        earlier: dict[object, Choice] = {}
        for choice in scene.choices:
            twin = earlier.setdefault(_substance(choice), choice)
            if twin is not choice:
                yield Problem(
                    choice.position,
                    CODE,
                    SEVERITY,
                    f"The choice '{name}/{choice.choice}' differs from '{twin.choice}' only in "
                    "its words.",
                    "What follows from the one and not from the other? Let it show, or cut one.",
                )


def _substance(choice: Choice) -> object:
    """Give all of a choice that a play could tell."""
    return (
        choice.to,
        choice.detour,
        choice.once,
        choice.condition.test if choice.condition else None,
        tuple(_change(effect) for effect in choice.effects),
        answer(choice),
    )


def _change(effect: Effect) -> object:
    return (effect.variable, effect.operator, effect.value)
