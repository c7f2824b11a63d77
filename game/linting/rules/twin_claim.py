"""Two claims of one question say the same.

Their tellers then stand against one another, and the record calls disputed what all agree on. Make
one claim of them, with the tellers of both. Claims are compared by their words, in any order;
articles and words such as `was` are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.rules.twin_question import gist
from game.linting.sample import page
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E116"
NAME = "twin-claim"
SEVERITY = Severity.ERROR

_SCENES = page("A door, and no key in it. [It stood open](claim:way/open).")
_RECORD = """\
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{{account: diary, at: page 1}}]
    - claim: open
      says: {says}
      told_by: [{{account: diary, at: page 2, note: Of another night.}}]
"""

BAD = _SCENES + _RECORD.format(says="By the door she left.")
GOOD = _SCENES + _RECORD.format(says="She left by the door, which stood open.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each claim that an earlier one of its question says already."""
    for name, question in story.questions.items():
        earlier: dict[frozenset[str], str] = {}
        for claim in question.claims.values():
            other = earlier.setdefault(gist(claim.says), claim.claim)
            if other != claim.claim:
                yield Problem(
                    claim.position,
                    CODE,
                    SEVERITY,
                    f"The claim '{name}/{claim.claim}' says what '{name}/{other}' says.",
                    f"In what do they differ? Say it, or move the tellers to '{other}'.",
                )
