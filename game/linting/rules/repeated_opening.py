"""A scene begins with the same three words as the one that leads to it.

One page after the other begins alike, and a reader thinks that the choice led back. Begin with
another thing. It is advice, shown by `otherside check --strict`, because it may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.graph import everywhere
from game.linting.survey import texts
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P108"
NAME = "repeated-opening"
SEVERITY = Severity.ADVICE

ALIKE = 3
_ROOM = 80
"""Three words are not longer than so many signs."""

_SCENES = """\
- scene: hall.door
  text: A door stands before you, with no key in it.
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: {text}
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _SCENES.format(text="A door stands open on the other side of the street.")
GOOD = _SCENES.format(text="On the other side of the street a door stands open.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene that begins as one before it does."""
    openings = {text.name: _opening(text.words) for text in texts(story) if text.kind == "text"}
    for name, scene in story.scenes.items():
        for after in dict.fromkeys(everywhere(scene)):
            opening = openings[name]
            if after != name and len(opening) == ALIKE and openings.get(after) == opening:
                yield Problem(
                    story.scenes[after].text.position,
                    CODE,
                    SEVERITY,
                    f"'{after}' begins with '{' '.join(opening)}', as '{name}' does, which leads "
                    "to it.",
                    "What else is there to be seen first?",
                )


def _opening(said: str) -> tuple[str, ...]:
    return tuple(said[:_ROOM].lower().split(None, ALIKE)[:ALIKE])
