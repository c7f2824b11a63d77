"""A way off the record is longer than it says, whatever the state.

After a choice that `leaves: {within: N}` a play can take more than N choices that nothing closes,
and has come neither to an ending nor to the scene where it `rejoins`. A counterfactual changes one
thing and follows it for a few scenes; a reader who is led on forgets that nobody tells this. Only
choices without `if` and `once` are followed here, so what is found is certain. Ways on which
conditions decide are played by `otherside explore` (X401).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from game.linting.graph import automatic
from game.linting.survey import choices
from game.model.scene import Choice, Scene
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E114"
NAME = "long-departure"
SEVERITY = Severity.ERROR

_STORY = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
    - choice: stay
      text: Stay.
      to: hall.night
      leaves: {{within: {within}}}
      record: {{question: way, claim: none}}
- scene: hall.night
  text: Night.
  choices:
    - {{choice: sit, text: Sit down., to: hall.chair, record: {{invented: Nobody tells of it.}}}}
- scene: hall.chair
  text: The chair.
  choices:
    - {{choice: wait, text: Wait., to: hall.morning, record: {{invented: Nobody tells of it.}}}}
- scene: hall.morning
  text: Morning comes, and they come with it.
  ending: {{title: Morning, record: {{question: way, claim: none}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _STORY.format(within=1)
GOOD = _STORY.format(within=2)

DEEPEST = 4
"""How many detours may be under way at once."""

Rest: TypeAlias = tuple[str, tuple[str, ...]]
"""A scene where a play waits for a choice, and the scenes that detours come back to."""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each choice after which a play can stay off the record too long."""
    for name, scene, choice in choices(story):
        leaves = choice.leaves
        if leaves is None or not _is_late(story, scene, choice, leaves.within, leaves.rejoins):
            continue
        until = f"'{leaves.rejoins}' or an ending" if leaves.rejoins else "an ending"
        yield Problem(
            leaves.position,
            CODE,
            SEVERITY,
            f"After the choice '{name}' {_counted(leaves.within)} on, with nothing to "
            f"prevent it, and {until} has not come.",
            "Shorten the way, lead it back sooner, or raise `within:`.",
        )


def _counted(within: int) -> str:
    return f"a play can go {within} choice{'' if within == 1 else 's'}"


def _is_late(story: Story, scene: Scene, choice: Choice, within: int, rejoins: str | None) -> bool:
    """Follow all plays at once, choice by choice, until all are over or too many were taken."""
    rests = frozenset(_rests(story, _entered(choice, (scene.scene, ())), rejoins))
    for _ in range(within):
        rests = frozenset(
            after
            for rest in rests
            for way in story.scenes[rest[0]].choices
            if way.condition is None and not way.once
            for after in _rests(story, _entered(way, rest), rejoins)
        )
    return bool(rests)


def _entered(choice: Choice, rest: Rest) -> Rest:
    scene, stack = rest
    return (choice.target, (*stack, scene) if choice.detour else stack)


def _rests(story: Story, entered: Rest, rejoins: str | None) -> Iterable[Rest]:
    """Give where a play next waits for a choice, if it is not over or back on the record then."""
    first, stack = entered
    waiting = [first] if len(stack) <= DEEPEST else []
    for name in waiting:
        scene = story.scenes[name]
        if name == rejoins or scene.ending is not None:
            continue
        if scene.choices:
            yield (name, stack)
        elif scene.returns and stack:
            yield (stack[-1], stack[:-1])
        waiting.extend(each for each in automatic(scene) if each not in waiting)
