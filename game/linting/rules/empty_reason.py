"""A note or a reason that says nothing.

It has fewer than three words, or only repeats the claim that stands beside it. A reader opens the
margin to learn why this is invented, or what the note adds; "our guess" sends him away with less
than he came with. Say who is silent on what, or what speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import acts
from game.model.measure import words
from game.model.scene import Enacts, Entry, Infers, Invents
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E115"
NAME = "empty-reason"
SEVERITY = Severity.WARNING

LEAST = 3

_SCENES = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
    - choice: climb
      text: Climb out of the window.
      to: hall.street
      record: {{invented: {why}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _SCENES.format(why="Made up.")
GOOD = _SCENES.format(why="Nobody tells of a window.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each note and each reason that nothing can be learnt from."""
    for act in acts(story):
        for entry in act.record:
            for key, text in _written(entry):
                if len(words(text)) < LEAST or text == _claim(story, entry):
                    yield Problem(
                        entry.position,
                        CODE,
                        SEVERITY,
                        f"{act.name} says nothing by its {key} '{text}'.",
                        "What do the accounts leave open here, or what speaks for this?",
                    )


def _written(entry: Entry) -> Iterator[tuple[str, str]]:
    if isinstance(entry, Enacts | Infers | Invents) and entry.note:
        yield "note", entry.note
    if isinstance(entry, Infers | Invents):
        yield "reason", entry.why


def _claim(story: Story, entry: Entry) -> str | None:
    if not isinstance(entry, Enacts) or entry.claim is None:
        return None
    return story.questions[entry.question].claims[entry.claim].says
