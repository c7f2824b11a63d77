"""Fewer than one scene in three rests on what is known of those he harmed.

A story that follows a perpetrator puts the reader beside him, and whoever is not on the page is
forgotten. So in one scene of three a passage rests on a claim of a question that is marked
`about: his-victims`: words of its prose are marked with it, a choice or the ending enacts it, or an
inference names it. A story without such a question is not measured.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import claims_beneath
from game.model.story import Story
from game.position import Position
from game.problem import Problem, Severity

CODE = "H101"
NAME = "unheard-victims"
SEVERITY = Severity.WARNING

ONE_IN = 3

_STORY = """\
- scene: hall.door
  text: |
    A door, and no key in it. {passage}
  choices:
    - {{choice: open, text: Open it., to: hall.stairs, record: {{question: way, claim: door}}}}
- scene: hall.stairs
  text: The stairs.
  choices:
    - {{choice: leave, text: Leave., to: hall.yard, record: {{question: way, claim: door}}}}
- scene: hall.yard
  text: The yard.
  choices:
    - {{choice: cross, text: Cross it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: |
    The street. [Nobody is left in it](claim:street/empty).
  ending: {{title: The street, record: {{question: way, claim: door}}}}
# record/02-street.yaml
- question: street
  about: his-victims
  asks: What became of those who lived in the street?
  claims:
    - claim: empty
      says: They were taken away in one night.
      told_by: [{{account: diary, at: page 2}}]
"""

BAD = _STORY.format(passage="It is night.")
GOOD = _STORY.format(passage="[The next flat is sealed](claim:street/empty).")


def check(story: Story) -> Iterator[Problem]:
    """Yield a problem if too few scenes rest on such a claim."""
    about = {name for name, question in story.questions.items() if question.about_victims}
    if not about:
        return
    count = sum(
        any(claim.partition("/")[0] in about for claim in claims_beneath(scene))
        for scene in story.scenes.values()
    )
    if ONE_IN * count < len(story.scenes):
        yield Problem(
            Position("story.yaml", 1, 1),
            CODE,
            SEVERITY,
            f"{count} of {len(story.scenes)} scenes rest on what is known of those he harmed; one "
            f"in {ONE_IN} is the least.",
            "What of them is left where this happens? Mark it: `[...](claim:QUESTION/CLAIM)`.",
        )
