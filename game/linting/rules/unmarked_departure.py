"""A choice goes against the record and does not say that it leaves it.

Somebody tells otherwise and nobody tells this, so from here on the story is ours. Write
`leaves: {within: N}`, where N is the most choices until its ending, or `leaves: {within: N,
rejoins: SCENE}` where it comes back. It need not leave if a choice of the same scene that somebody
tells leads to the same place: then nothing follows that the record does not have.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.judge import Judge, judge
from game.linting.survey import choices
from game.model.scene import Choice, Scene
from game.model.story import Story
from game.problem import Problem, Severity
from game.record.status import Status

CODE = "E106"
NAME = "unmarked-departure"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: stay, text: Stay., to: hall.morning, record: {question: way, claim: none}}
- scene: hall.morning
  text: Morning comes, and they come with it.
  ending: {title: Morning, record: {question: way, claim: none}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: stay
      text: Stay.
      to: hall.morning
      leaves: {within: 1}
      record: {question: way, claim: none, note: No account has her stay.}
- scene: hall.morning
  text: Morning comes, and they come with it.
  ending: {title: Morning, record: {question: way, claim: none}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each choice against the record that neither leaves nor comes back."""
    findings = judge(story)
    for name, scene, choice in choices(story):
        if choice.leaves is not None or not _is_against(findings, choice):
            continue
        if not _told_beside(findings, scene, choice):
            yield Problem(
                choice.position,
                CODE,
                SEVERITY,
                f"The choice '{name}' is against the record and does not say that it leaves it.",
                "How many choices follow at most? Write `leaves: {within: N}`, with "
                "`rejoins: SCENE` if it comes back.",
            )


def _is_against(findings: Judge, choice: Choice) -> bool:
    return any(finding.status is Status.AGAINST for finding in findings(choice.record))


def _told_beside(findings: Judge, scene: Scene, choice: Choice) -> bool:
    return any(
        other.target == choice.target
        and any(finding.recorded for finding in findings(other.record))
        for other in scene.choices
        if other is not choice
    )
