"""A brief has more than 120 words.

It is read on a phone while the class waits, by somebody who has to speak of it a minute later. Say
who is read, what that account says here, what it leaves out, and one question.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import texts
from game.model.measure import longest_reading
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "A109"
NAME = "long-brief"
SEVERITY = Severity.WARNING

MOST = 120

_STORY = """\
- scene: hall.door
  text: A door, and no key in it.
  briefs:
    sceptic: |
      {brief}
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
# story.yaml
roles:
  - {{role: sceptic, label: Sceptic, kind: reader}}
"""

_SENTENCE = "Ask who gains if the diary is believed."
BAD = _STORY.format(brief=" ".join([_SENTENCE] * 16))
GOOD = _STORY.format(brief=_SENTENCE)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each brief that is too long."""
    for text in texts(story):
        if text.kind == "brief" and (count := longest_reading(text.prose)) > MOST:
            yield Problem(
                text.prose.position,
                CODE,
                SEVERITY,
                f"{text.where} has {count} words, {MOST} at most.",
                "What would its reader say aloud? Keep that.",
            )
