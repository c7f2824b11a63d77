"""A claim is told only by accounts that we know through others.

Its tellers are all `read: cited`: somebody else says that they say so, and may have left out what
goes before and after. That is often the best there is, so this is advice and shown only by
`otherside check --strict`. Name the account that it was read in too, if that tells it as its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import claims
from game.model.record import Claim, Extent
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E110"
NAME = "only-cited"
SEVERITY = Severity.ADVICE

_RECORD = """\
# record/accounts.yaml
- account: porter
  label: The porter, as others have him
  kind: testimony
  read: cited
  interest: none known
  made: unknown
  rests_on: []
  cite: {type: document, title: What the porter said, note: Known through the diary}
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: TELLERS
"""

BAD = _RECORD.replace(
    "TELLERS",
    "[{account: porter, at: page 1 of the diary}]\n      reported_by: [{account: diary}]",
)
GOOD = _RECORD.replace(
    "TELLERS",
    "[{account: porter, at: page 1 of the diary}, {account: diary, at: page 1, from: [porter]}]",
)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each told claim none of whose tellers was read."""
    for name, _, claim in claims(story):
        if claim.told_by and _is_hearsay(story, claim):
            yield Problem(
                claim.position,
                CODE,
                SEVERITY,
                f"The claim '{name}' is told only by accounts that are known through others.",
                "In what was it read? If that tells it too, name it with `from:`.",
            )


def _is_hearsay(story: Story, claim: Claim) -> bool:
    return all(story.accounts[each.account].read is Extent.CITED for each in claim.told_by)
