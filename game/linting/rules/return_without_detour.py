"""A scene returns, but a way for good leads to it; or a detour never returns.

`return: true` goes back to where a `detour:` was taken. Reached by `to:` alone it has nowhere to go
back to. And a detour from which no scene returns is no detour: the reader would never come back.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.graph import onward, reached, visits
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S105"
NAME = "return-without-detour"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: look, text: Look at the map., to: hall.map, record: {reading: true}}
    - {choice: read, text: Read it., detour: hall.map, record: {reading: true}}
- scene: hall.map
  text: A coast of paper.
  return: true
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: look, text: Look at the map., detour: hall.map, record: {reading: true}}
- scene: hall.map
  text: A coast of paper.
  return: true
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each return with no detour, and for each detour with no return."""
    for name in sorted(reached(story, (story.first,), onward)):
        if story.scenes[name].returns:
            yield Problem(
                story.scenes[name].position,
                CODE,
                SEVERITY,
                f"The scene '{name}' returns, but it can be reached without a detour.",
                f"Write `detour: {name}` where the reader looks aside, or `then:` in this scene.",
            )
    for entry, region in visits(story).items():
        if entry in story.scenes and not any(story.scenes[name].returns for name in region):
            yield Problem(
                story.scenes[entry].position,
                CODE,
                SEVERITY,
                f"The detour to '{entry}' never returns.",
                "End it with a scene that has `return: true`, or write `to:` for `detour:`.",
            )
