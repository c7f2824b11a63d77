"""A waiver drops nothing.

Its rule finds nothing at its id, because the fault was mended or the id is another one now. Left in
place it would hide the next fault there. Take it out. Only rules of `check` are looked at: what
`explore` finds is waived when the story is played.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.model.story import Story, Waiver
from game.problem import Problem, Severity

CODE = "E113"
NAME = "unused-waiver"
SEVERITY = Severity.ERROR

BAD = """\
# story.yaml
waive:
  - {code: P101, at: hall.door/open, why: The act cannot be said in fewer words.}
"""
GOOD = f"""\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - choice: open
      text: {" ".join(["Open the door."] * 7)}
      to: hall.street
      record: {{question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
{BAD}"""


def check(_: Story) -> Iterator[Problem]:
    """Yield nothing: what a waiver drops is known once every other rule was asked."""
    yield from ()


def unused(waivers: Collection[Waiver]) -> Iterator[Problem]:
    """Yield one problem for each waiver, of those that dropped nothing."""
    for waiver in waivers:
        yield Problem(
            waiver.position,
            CODE,
            SEVERITY,
            f"Nothing is waived here: {waiver.code} finds nothing at '{waiver.at}'.",
            "Was the fault mended? Take the waiver out.",
        )
