"""More than three scenes follow one another with nothing to choose.

Each goes on by itself (`then`, `chance`), so the reader only presses a key, page after page, and
forgets that there is something to decide. Put a choice between them, or make two scenes one.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.graph import automatic
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S110"
NAME = "long-run"
SEVERITY = Severity.WARNING

MOST = 3

_AROUND = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.stairs, record: {question: way, claim: door}}
- scene: hall.stairs
  text: The stairs.
  then: hall.landing
- scene: hall.landing
  text: The landing.
  then: hall.passage
- scene: hall.passage
  text: The passage.
  WAY
- scene: hall.yard
  text: The yard.
  then: hall.street
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""

BAD = _AROUND.replace("WAY", "then: hall.yard")
GOOD = _AROUND.replace(
    "WAY",
    """choices:
    - {choice: yard, text: Cross the yard., to: hall.yard, record: {question: way, claim: door}}""",
)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene at which too long a run begins."""
    onward = {name: automatic(scene) for name, scene in story.scenes.items()}
    inside = {target for targets in onward.values() for target in targets}
    for name, targets in onward.items():
        if targets and name not in inside and (length := _length(onward, name)) > MOST:
            yield Problem(
                story.scenes[name].position,
                CODE,
                SEVERITY,
                f"From '{name}' on {length} scenes follow one another with nothing to choose, "
                f"{MOST} at most.",
                "What could the reader do in one of them? Else make two of them one.",
            )


def _length(onward: dict[str, tuple[str, ...]], first: str) -> int:
    """Count the scenes of the longest run; one that comes round again is cut."""
    run, length = {first}, 0
    while run and length <= len(onward):
        length += 1
        run = {to for name in run for to in onward.get(name, ()) if onward.get(to)}
    return length
