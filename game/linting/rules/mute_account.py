"""An account that was read whole and speaks nowhere.

It is named only as what others rest on, or as what a line follows. Since it was read whole, it
counts as silent on every question there is, and a reader will think that it was asked. Say what it
does tell, report, deny or doubt; or correct `read:` to what was really read.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.rules.unused_account import named
from game.linting.survey import claims, tellings
from game.model.record import Extent
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E117"
NAME = "mute-account"
SEVERITY = Severity.WARNING

_RECORD = """\
# record/accounts.yaml
- account: letter
  label: A letter
  kind: letter
  read: {read}
  interest: none known
  made: freely
  rests_on: []
  cite: {{type: personal_communication, title: A letter}}
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{{account: diary, at: page 1, from: [letter]}}]
"""

BAD = _RECORD.format(read="whole")
GOOD = _RECORD.format(read="cited")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each account that is named, was read, and says nothing."""
    speaking = {each.account for _, _, claim in claims(story) for each in tellings(claim)}
    known = named(story)
    for name, account in story.accounts.items():
        if account.read is Extent.WHOLE and name in known and name not in speaking:
            yield Problem(
                account.position,
                CODE,
                SEVERITY,
                f"The account '{name}' was read whole and speaks on no question.",
                "What does it tell? Name it at a claim, or say how much of it was read.",
            )
