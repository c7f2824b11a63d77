"""A scene that a lesson decides on has more than 180 words.

It is read aloud, or on a phone, before the class can vote: at the pace of a reading voice 180 words
are more than a minute. Part it, or let the scene before it say some of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.measure import longest_reading
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "A104"
NAME = "long-for-class"
SEVERITY = Severity.WARNING

MOST = 180

_SENTENCE = "She waits at the door for a long time."
_BEAT = " ".join([_SENTENCE] * 11)
_STORY = """\
- scene: hall.door
  text: |
    {text}
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
    - {{choice: wait, text: Wait., to: hall.street, record: {{invented: Nobody says she waited.}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
# story.yaml
lines:
  - {{line: diary, follows: [diary]}}
lessons:
  - {{lesson: 20, from: hall.door, line: diary, decisions: [hall.door]}}
"""

BAD = _STORY.format(text=f"{_BEAT}\n    ---\n    {_BEAT}")
GOOD = _STORY.format(text=_BEAT)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene that is too long for the lesson that stops at it."""
    names = {name for lesson in story.lessons.values() for name in lesson.decisions}
    for name in sorted(names & story.scenes.keys()):
        count = longest_reading(story.scenes[name].text)
        if count > MOST:
            yield Problem(
                story.scenes[name].text.position,
                CODE,
                SEVERITY,
                f"A lesson decides on '{name}', which has {count} words, {MOST} at most.",
                "What of it has the class read already?",
            )
