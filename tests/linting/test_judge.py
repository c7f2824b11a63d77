from __future__ import annotations

from game.linting.judge import judge
from game.record.status import Status
from tests.builders import READING, claim, enacts, infers, invents, question, scene, story

TALE = story(scene("hall.door"), questions=[question("way", claim("door", reported_by=["diary"]))])


def test_every_entry_with_a_status_is_judged() -> None:
    findings = judge(TALE)
    record = (enacts("way/door"), invents(question="way"), infers("way"), invents(), READING)
    assert [finding.status for finding in findings(record)] == [
        Status.NOT_KNOWN,
        Status.INVENTED,
        Status.INFERRED,
        Status.INVENTED,
    ]


def test_what_was_judged_once_is_not_judged_again() -> None:
    findings = judge(TALE)
    (first,) = findings((enacts("way/door"),))
    (second,) = findings((enacts("way/door", note="Another place."),))
    assert first is second
