"""One account tells two claims that exclude one another.

Then it stands against itself, and whatever it is counted for it is counted against too. It may be
so: a text has an early and a late state (name them with `state:`), or somebody said one thing and
later another (say when, in a `note:` at one of the two). Otherwise one of the places was misread.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import claims
from game.model.record import Claim, Question, Telling
from game.model.story import Story
from game.problem import Problem, Severity
from game.record.voice import rivals

CODE = "E118"
NAME = "two-tongues"
SEVERITY = Severity.WARNING

_SCENES = page("A door, and no key in it. [The window is open](claim:way/window).")
_RECORD = """\
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{{account: diary, at: page 1}}]
    - claim: window
      says: She climbed out of the window.
      told_by: [{{account: diary, at: page 2{note}}}]
"""

BAD = _SCENES + _RECORD.format(note="")
GOOD = _SCENES + _RECORD.format(note=", note: Written a year later.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each telling that an earlier one of its account excludes."""
    for name, question, claim in claims(story):
        for telling in claim.told_by:
            other = _other(question, claim, telling)
            if other is not None:
                yield Problem(
                    telling.position,
                    CODE,
                    SEVERITY,
                    f"'{telling.account}' tells '{name}' here, and '{question.question}/{other}' "
                    "too, which excludes it.",
                    "Does it tell both? Say when it said which, with `state:` or a `note:`.",
                )


def _other(question: Question, claim: Claim, telling: Telling) -> str | None:
    """Give an earlier claim that the same account tells, in the same state and with no remark."""
    excluded = rivals(question, claim.claim)
    for name, other in question.claims.items():
        if name == claim.claim:
            return None
        if name in excluded and any(_is_same(telling, each) for each in other.told_by):
            return name
    return None


def _is_same(one: Telling, other: Telling) -> bool:
    remarked = one.note or other.note
    return one.account == other.account and one.state == other.state and not remarked
