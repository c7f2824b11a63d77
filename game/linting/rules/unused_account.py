"""An account that nobody uses.

No telling names it, no account rests on it and no line follows it, so no reader will meet it. Let
it speak where it does, or take it out. An account read whole that answers no question is silent on
all of them; say what it does answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.record import Descent, Unknown
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E103"
NAME = "unused-account"
SEVERITY = Severity.ERROR

_SCENES = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
BAD = f"""\
{_SCENES}# record/accounts.yaml
- account: letter
  label: A letter
  kind: letter
  read: whole
  interest: none known
  made: freely
  rests_on: []
  cite: {{type: personal_communication, title: A letter}}
"""
GOOD = f"""\
{BAD}# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{{account: diary, at: page 1}}, {{account: letter, at: line 3}}]
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each account that nothing names."""
    used = _named(story)
    for name, account in story.accounts.items():
        if name not in used:
            yield Problem(
                account.position,
                CODE,
                SEVERITY,
                f"Nobody uses the account '{name}'.",
                "What does it tell, deny or doubt? Name it at a claim, or cut it.",
            )


def _named(story: Story) -> frozenset[str]:
    named: set[str] = set()
    for account in story.accounts.values():
        named |= _sources(account.rests_on)
    for question in story.questions.values():
        for claim in question.claims.values():
            for voice in (claim.told_by, claim.reported_by, claim.denied_by, claim.doubted_by):
                for telling in voice:
                    named |= {telling.account} | _sources(telling.source)
    for line in story.lines.values():
        named |= set(line.follows)
    return frozenset(named)


def _sources(descent: Descent | None) -> set[str]:
    return set() if descent is None or isinstance(descent, Unknown) else set(descent)
