"""Two endings have one title, or two parts.

The endings that a reader has met are listed by their titles, and so are the parts where a play can
begin. Two of one name cannot be told apart there, and in a class two groups will believe that they
came to the same end.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.story import Story
from game.position import Position
from game.problem import Problem, Severity

CODE = "S112"
NAME = "twin-title"
SEVERITY = Severity.WARNING

_SCENES = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
    - {{choice: wait, text: Wait., to: hall.morning, record: {{invented: Nobody says she waited.}}}}
- scene: hall.street
  text: The street, and rain.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
- scene: hall.morning
  text: Morning comes, and the street is empty.
  ending: {{title: {title}, record: {{invented: Nobody says she waited.}}}}
"""

BAD = _SCENES.format(title="The street")
GOOD = _SCENES.format(title="Morning")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each title that an earlier ending, or part, has already."""
    endings = (
        (scene.ending.title, name, scene.ending.position)
        for name, scene in story.scenes.items()
        if scene.ending is not None
    )
    yield from _twins("ending", endings)
    parts = ((part.title, name, part.position) for name, part in story.parts.items())
    yield from _twins("part", parts)


def _twins(kind: str, titled: Iterator[tuple[str, str, Position]]) -> Iterator[Problem]:
    earlier: dict[str, str] = {}
    for title, name, position in titled:
        other = earlier.setdefault(title.casefold(), name)
        if other != name:
            yield Problem(
                position,
                CODE,
                SEVERITY,
                f"The {kind} '{name}' has the title '{title}', as '{other}' has.",
                "What is there in this one and not in the other? Name it after that.",
            )
