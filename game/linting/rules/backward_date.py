"""The date runs backwards along a way.

The whole of the next date lies before the whole of the last dated scene on the way there. Correct
one of the dates, or mark the scene `flashback: true` where it is meant to go back. Where two dates
overlap nothing is said: the accounts disagree about days, and a date may be a stretch of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.graph import everywhere
from game.model.day import Interval
from game.model.scene import Scene
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "L106"
NAME = "backward-date"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  date: 1938-06-12
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  date: 1938-06-08/1938-06-09
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  date: 1938-06-12
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.before, record: {question: way, claim: door}}
- scene: hall.before
  date: 1938-06-08/1938-06-09
  flashback: true
  text: Four days ago it was raining.
  then: hall.street
- scene: hall.street
  date: 1938-06-12/1938-06-13
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each dated scene that a later one leads to."""
    for name, scene in story.scenes.items():
        last = _date(scene)
        if last is None:
            continue
        for after in _next_dated(story, name):
            date = _date(story.scenes[after])
            if date is not None and date.last < last.first:
                yield Problem(
                    story.scenes[after].position,
                    CODE,
                    SEVERITY,
                    f"The date of '{after}' ({_written(date)}) lies before that of '{name}' "
                    f"({_written(last)}), which leads to it.",
                    "Which of the two is right? If it goes back on purpose: `flashback: true`.",
                )


def _date(scene: Scene) -> Interval | None:
    """Give the date that counts: a flashback is left out, as if it had none."""
    return None if scene.flashback else scene.date


def _next_dated(story: Story, first: str) -> tuple[str, ...]:
    """Give the dated scenes that one leads to with no other dated scene between."""
    seen: set[str] = set()
    found: list[str] = []
    waiting = [first]
    while waiting:
        for name in everywhere(story.scenes[waiting.pop()]):
            if name in seen or name not in story.scenes:
                continue
            seen.add(name)
            (waiting if _date(story.scenes[name]) is None else found).append(name)
    return tuple(found)


def _written(date: Interval) -> str:
    return date.first if date.first == date.last else f"{date.first}/{date.last}"
