"""What is claimed of those he harmed was told only under arrest.

Statements made under arrest were made for those who held the pen, most of all where they accuse.
Such a claim may stand, since it is part of the record; but not without a word. Write a `note:` at
the claim or at a telling that says under what conditions it was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import claims
from game.model.record import Claim, Making
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "H106"
NAME = "forced-witness"
SEVERITY = Severity.WARNING

_SCENES = page("A door, and no key in it. [The next one is sealed](claim:neighbour/agent).")
_RECORD = """\
# record/accounts.yaml
- account: file
  label: The file
  kind: file
  read: whole
  interest: those who questioned him
  made: under-arrest
  rests_on: []
  cite: {{type: document, title: A file}}
# record/02-neighbour.yaml
- question: neighbour
  about: his-victims
  asks: What was the neighbour said to be?
  claims:
    - claim: agent
      says: The neighbour was somebody's agent.
      told_by: [{{account: file, at: page 9}}]{note}
"""

BAD = _SCENES + _RECORD.format(note="")
GOOD = _SCENES + _RECORD.format(note="\n      note: Signed after nine nights without sleep.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each such claim with no remark."""
    for name, question, claim in claims(story):
        if question.about_victims and claim.told_by and _is_forced(story, claim):
            yield Problem(
                claim.position,
                CODE,
                SEVERITY,
                f"The claim '{name}' is told only under arrest, and no note says so.",
                "Who asked, and what became of whoever said it? Write it as a `note:`.",
            )


def _is_forced(story: Story, claim: Claim) -> bool:
    if claim.note or any(telling.note for telling in claim.told_by):
        return False
    makings = {story.accounts[telling.account].made for telling in claim.told_by}
    return makings == {Making.UNDER_ARREST}
