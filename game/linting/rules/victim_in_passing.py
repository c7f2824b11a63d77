"""A scene names somebody he harmed, and rests on nothing that is told of them.

A name that only passes by is scenery. Where one stands (`person:` in the prose), a passage or a
choice of the same scene rests on a claim of that person's: one listed under their `claims:`, or
marked in their text.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import claims_beneath, claims_of
from game.model.prose import MarkKind
from game.model.scene import Scene
from game.model.story import Story
from game.model.walk import marks, shown
from game.problem import Problem, Severity

CODE = "H103"
NAME = "victim-in-passing"
SEVERITY = Severity.WARNING

_RECORD = """\
# record/02-neighbour.yaml
- question: neighbour
  about: his-victims
  asks: What became of the neighbour?
  claims:
    - claim: taken
      says: The neighbour was taken away in the night.
      told_by: [{account: diary, at: page 2}]
# people.yaml
- person: neighbour
  name: The neighbour
  about: his-victims
  text: Lived behind the next door.
  claims: [neighbour/taken]
"""

_STREET = "The street. [One window is dark](claim:neighbour/taken)."

BAD = page("A door. [The neighbour](person:neighbour) had one too.", _STREET) + _RECORD
GOOD = (
    page("A door. [The neighbour](person:neighbour) [is gone](claim:neighbour/taken).", _STREET)
    + _RECORD
)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene and person where only the name stands."""
    known = {
        name: claims_of(person) for name, person in story.people.items() if person.about_victims
    }
    for scene in story.scenes.values() if known else ():
        for name in dict.fromkeys(_people(scene)):
            if name in known and claims_beneath(scene).isdisjoint(known[name]):
                yield Problem(
                    scene.position,
                    CODE,
                    SEVERITY,
                    f"The scene '{scene.scene}' names '{name}' and rests on nothing that is told "
                    "of them.",
                    _hint(known[name]),
                )


def _people(scene: Scene) -> Iterator[str]:
    for prose in shown(scene):
        for mark in marks(prose):
            if mark.kind is MarkKind.PERSON:
                yield mark.target


def _hint(claims: tuple[str, ...]) -> str:
    if not claims:
        return "What is told of them? List it under the person's `claims:`, and mark it here."
    return f"Mark words with what is told: `[...](claim:{claims[0]})`."
