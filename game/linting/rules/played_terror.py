"""A scene tagged `terror` lets the reader change something.

Terror is reported, dated and sourced, and never played: no choice lets anybody order, plan or
better an arrest, a torture, an execution or a deportation. Tag a scene `terror` where it tells such
an act itself. Its choices may ask, look and go on, and have no `do:`. The other tags (`arrest`,
`deportation` and so on) only warn that a scene speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import choices
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "H104"
NAME = "played-terror"
SEVERITY = Severity.ERROR

TERROR = "terror"

_STORY = """\
- scene: hall.door
  tags: [{tags}]
  text: A door, and a list of those who live behind it.
  choices:
    - {{choice: read, text: Read it., to: hall.street, record: {{question: way, claim: door}}}}
    - choice: sign
      text: Lay it aside.
      do: [laid = true]
      to: hall.street
      record: {{invented: Nobody tells of a list.}}
- scene: hall.street
  text: |
    The street. {{if laid: The list lies upstairs.}}
  ending: {{title: The street, record: {{question: way, claim: door}}}}
# story.yaml
state:
  laid: {{yes_no: false}}
"""

BAD = _STORY.format(tags="terror")
GOOD = _STORY.format(tags="arrest")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each choice with effects in such a scene."""
    for name, scene, choice in choices(story):
        if choice.effects and TERROR in scene.tags:
            yield Problem(
                choice.position,
                CODE,
                SEVERITY,
                f"The choice '{name}' changes something in a scene tagged '{TERROR}'.",
                "Tell what was done and by whom, and take the `do:` out.",
            )
