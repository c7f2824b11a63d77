"""A condition is always true, or never.

Every combination of the values it names was tried. A choice that is never open will not be read,
and a condition that always holds says something that its author did not mean. Compare the numbers
with the range in `state:`. With more than 10,000 combinations nothing is said here.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.enumeration import combinations, value
from game.model.expression import Condition, Expression
from game.model.prose import Stretch
from game.model.scene import Scene
from game.model.story import Story
from game.model.walk import shown, stretches
from game.problem import Problem, Severity

CODE = "L101"
NAME = "constant-condition"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: knock
      text: Knock.
      if: knocks < 4
      do: [knocks += 1]
      to: hall.door
      record: {invented: Nobody says she knocked.}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
# story.yaml
state:
  knocks: {whole: [0, 3], start: 0}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: knock
      text: Knock.
      if: knocks < 3
      do: [knocks += 1]
      to: hall.door
      record: {invented: Nobody says she knocked.}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
# story.yaml
state:
  knocks: {whole: [0, 3], start: 0}
"""

_HINTS = {
    "always": "Is the range in `state:` what you had in mind? Else leave the condition out.",
    "never": "Is the range in `state:` what you had in mind? Else nobody will see what it guards.",
}


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each condition that no state can change."""
    for scene in story.scenes.values():
        for choice in scene.choices:
            if choice.condition is not None:
                yield from _judged(story, scene, choice.condition, ())
        for prose in shown(scene):
            for stretch in stretches(prose):
                yield from _arms(story, scene, stretch)


def _arms(story: Story, scene: Scene, stretch: Stretch) -> Iterator[Problem]:
    earlier: list[Expression] = []
    for arm in stretch.arms:
        if arm.condition is not None:
            yield from _judged(story, scene, arm.condition, tuple(earlier))
            earlier.append(arm.condition.test)


def _judged(
    story: Story, scene: Scene, condition: Condition, earlier: tuple[Expression, ...]
) -> Iterator[Problem]:
    """Judge a condition that is asked only where none of the earlier ones held."""
    results = _results(story, scene, condition.test, earlier)
    if len(results) == 1:
        word = "always" if results.pop() else "never"
        yield Problem(
            condition.position,
            CODE,
            SEVERITY,
            f"The condition '{condition.source}' {word} holds here.",
            _HINTS[word],
        )


def _results(
    story: Story, scene: Scene, test: Expression, earlier: tuple[Expression, ...]
) -> set[bool]:
    found: set[bool] = set()
    for values in combinations(story, (test, *earlier), here=scene.scene) or ():
        try:
            if not any(value(each, values) for each in earlier):
                found.add(bool(value(test, values)))
        except ZeroDivisionError:
            continue
        if len(found) > 1:
            break
    return found
