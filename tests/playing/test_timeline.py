from __future__ import annotations

from dataclasses import replace

from game.model.day import Interval
from game.playing.timeline import timeline
from game.record.status import Status
from tests.builders import claim, end, question, story

DAY = question(
    "day",
    replace(claim("fourteenth", "article"), when=Interval("1938-06-14", "1938-06-14")),
    replace(claim("thirteenth", "essay"), when=Interval("1938-06-13", "1938-06-13")),
    claim("some-day", "novel"),
)
WIRE = question("wire", replace(claim("may", "essay"), when=Interval("1938-05-26", "1938-05-26")))
PLACE = question("place", claim("hill", "essay"))
TALE = story(end("a.b"), questions=[DAY, WIRE, PLACE])


def test_answers_of_one_question_lie_side_by_side_earliest_first() -> None:
    (moment,) = timeline(TALE, ["day"]).moments
    assert [each.when for each in moment.answers] == ["13 June 1938", "14 June 1938"]
    assert {each.status for each in moment.answers} == {Status.DISPUTED}


def test_questions_come_in_the_order_of_their_earliest_answer() -> None:
    shown = timeline(TALE, ["day", "wire", "place"])
    assert [moment.question for moment in shown.moments] == ["wire", "day"]


def test_what_was_not_met_is_counted_and_not_shown() -> None:
    shown = timeline(TALE, ["day"])
    assert shown.unmet == 1
    assert [moment.question for moment in shown.moments] == ["day"]
