"""A choice or an ending invents an answer about those he harmed.

Its question is marked `about: his-victims`, and its record says `invented:`. Their fates that are
not known stay unknown: no deaths, last words or thoughts are made up for them. Enact what somebody
tells, or `claim: none` with a note that says what was not found.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import acts
from game.model.scene import Invents
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "H105"
NAME = "invented-victim"
SEVERITY = Severity.ERROR

_STORY = """\
- scene: hall.door
  text: |
    A door, and no key in it. [The next one is sealed](claim:neighbour/taken).
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
    - choice: ask
      text: Ask what she said as they took her.
      to: hall.street
      record: {{{record}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
# record/02-neighbour.yaml
- question: neighbour
  about: his-victims
  holds: several
  asks: What became of the neighbour?
  claims:
    - claim: taken
      says: The neighbour was taken away in the night.
      told_by: [{{account: diary, at: page 2}}]
"""

BAD = _STORY.format(record="invented: The diary leaves her words out., question: neighbour")
GOOD = _STORY.format(record="question: neighbour, claim: taken")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each invention that touches such a question."""
    for act in acts(story):
        for entry in act.record:
            if not isinstance(entry, Invents) or entry.question is None:
                continue
            if story.questions[entry.question].about_victims:
                yield Problem(
                    entry.position,
                    CODE,
                    SEVERITY,
                    f"{act.name} makes up an answer to '{entry.question}', which is about those "
                    "he harmed.",
                    "What does somebody tell of it? Else `claim: none`, and say what was not "
                    "found.",
                )
