"""Somebody he harmed is named, and no account speaks of them.

People marked `about: his-victims` lived. A name with nothing beneath it might as well be ours, and
victims are never invented. Give the person the claim that an account tells of them, under `claims:`
or marked in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import claims_of, tellings
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "H102"
NAME = "unaccounted-victim"
SEVERITY = Severity.ERROR

_SCENES = page("A door, and no key in it. [The next one is sealed](claim:neighbour/taken).")
_RECORD = """\
# record/02-neighbour.yaml
- question: neighbour
  about: his-victims
  asks: What became of the neighbour?
  claims:
    - claim: taken
      says: The neighbour was taken away in the night.
      told_by: [{{account: diary, at: page 2}}]
# people.yaml
- person: neighbour
  name: The neighbour
  about: his-victims
  text: Lived behind the next door.{claims}
"""

BAD = _SCENES + _RECORD.format(claims="")
GOOD = _SCENES + _RECORD.format(claims="\n  claims: [neighbour/taken]")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each such person of whom nothing is told."""
    for name, person in story.people.items():
        if person.about_victims and not any(
            tellings(story.questions[question].claims[claim])
            for question, _, claim in (each.partition("/") for each in claims_of(person))
        ):
            yield Problem(
                person.position,
                CODE,
                SEVERITY,
                f"No account speaks of '{name}', who is named as one he harmed.",
                "Who tells of them? Write `claims: [QUESTION/CLAIM]`, or leave them out.",
            )
