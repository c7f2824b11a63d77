"""From this scene no ending can be reached.

Whoever comes here plays on and on and never finishes. Lead one of the scenes ahead to an ending, or
give the last of them an `ending:` of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.graph import everywhere, homes, reachable
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S102"
NAME = "no-ending-ahead"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: stay, text: Stay., to: hall.window, record: {reading: true}}
- scene: hall.window
  text: The window. Rain.
  choices:
    - {choice: look, text: Look at the wall., to: hall.wall, record: {invented: Nobody saw it.}}
- scene: hall.wall
  text: The wall.
  choices:
    - {choice: look, text: Look at the window., to: hall.window, record: {invented: Nobody saw it.}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: stay, text: Stay., to: hall.window, record: {reading: true}}
- scene: hall.window
  text: The window. Rain.
  choices:
    - {choice: look, text: Look at the wall., to: hall.wall, record: {invented: Nobody saw it.}}
- scene: hall.wall
  text: The wall.
  choices:
    - {choice: look, text: Look at the window., to: hall.window, record: {invented: Nobody saw it.}}
    - {choice: turn, text: Turn to the door., to: hall.door, record: {reading: true}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each reachable scene with no ending ahead of it."""
    hopeful = _hopeful(story)
    for name in sorted(reachable(story) - hopeful):
        yield Problem(
            story.scenes[name].position,
            CODE,
            SEVERITY,
            f"From the scene '{name}' no ending can be reached.",
            "Where should this way end? Lead it to an ending, or give the last scene an `ending:`.",
        )


def _hopeful(story: Story) -> set[str]:
    """Go backwards from the endings, and from whatever returns to a hopeful scene."""
    returning = homes(story)
    behind: dict[str, list[str]] = {}
    for name, scene in story.scenes.items():
        for target in (*everywhere(scene), *returning.get(name, ())):
            behind.setdefault(target, []).append(name)
    waiting = [name for name, scene in story.scenes.items() if scene.ending is not None]
    found = set(waiting)
    while waiting:
        for name in behind.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found
