"""An account that nobody uses.

No telling names it, no account rests on it and no line follows it, so no reader will meet it. Let
it speak where it does, or take it out. An account read whole that answers no question is silent on
all of them; say what it does answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import claims, tellings
from game.model.record import Descent, Unknown
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E103"
NAME = "unused-account"
SEVERITY = Severity.ERROR

_ACCOUNT = """\
# record/accounts.yaml
- account: letter
  label: A letter
  kind: letter
  read: whole
  interest: none known
  made: freely
  rests_on: []
  cite: {type: personal_communication, title: A letter}
"""
_RECORD = """\
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{account: diary, at: page 1}, {account: letter, at: line 3}]
"""

BAD = page("A door, and no key in it.") + _ACCOUNT
GOOD = BAD + _RECORD


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each account that nothing names."""
    used = named(story)
    for name, account in story.accounts.items():
        if name not in used:
            yield Problem(
                account.position,
                CODE,
                SEVERITY,
                f"Nobody uses the account '{name}'.",
                "What does it tell, deny or doubt? Name it at a claim, or cut it.",
            )


def named(story: Story) -> frozenset[str]:
    """Give the accounts that speak, that others rest on, or that a line follows."""
    found: set[str] = set()
    for account in story.accounts.values():
        found |= _sources(account.rests_on)
    for _, _, claim in claims(story):
        for telling in tellings(claim):
            found |= {telling.account} | _sources(telling.source)
    for line in story.lines.values():
        found |= set(line.follows)
    return frozenset(found)


def _sources(descent: Descent | None) -> set[str]:
    return set() if descent is None or isinstance(descent, Unknown) else set(descent)
