"""A decision has no prompts to talk about.

A choice of the scene sets state or leaves the record, so something follows from it, and a class
that votes on it needs two questions: one on the evidence, one on perspective. They ask and do not
teach. Write them under `ask:`. A story that has neither prompts nor lessons is not for a class, and
nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.scene import Scene
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "A103"
NAME = "unprompted-decision"
SEVERITY = Severity.WARNING

KINDS = ("evidence", "perspective")

_STORY = """\
- scene: hall.door
  text: A door, and no key in it.
  ask:
    - {{evidence: Who says that there was no key?}}
{perspective}  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
    - choice: climb
      text: Climb out of the window.
      do: [torn = true]
      to: hall.street
      record: {{invented: Nobody tells of a window.}}
- scene: hall.street
  text: |
    The street. {{if torn: Your sleeve is torn.}}
  ending: {{title: The street, record: {{question: way, claim: door}}}}
# story.yaml
state:
  torn: {{yes_no: false}}
"""

BAD = _STORY.format(perspective="")
GOOD = _STORY.format(perspective="    - {perspective: Who is on the other side of it?}\n")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each decision that lacks one of the two prompts."""
    if not story.lessons and not any(scene.asks for scene in story.scenes.values()):
        return
    for name, scene in story.scenes.items():
        if not _decides(scene):
            continue
        asked = {ask.kind for ask in scene.asks}
        missing = [kind for kind in KINDS if kind not in asked]
        if missing:
            yield Problem(
                scene.position,
                CODE,
                SEVERITY,
                f"Something follows from the choices of '{name}', and it has no prompt on "
                f"{' or '.join(missing)}.",
                f"What could a class ask itself here? Write `ask: [{{{missing[0]}: ...}}]`.",
            )


def _decides(scene: Scene) -> bool:
    return any(choice.effects or choice.leaves is not None for choice in scene.choices)
