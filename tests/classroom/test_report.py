"""What is kept of a lesson: counts, and nothing of a person."""

from __future__ import annotations

from game.classroom.event import (
    Advance,
    Approve,
    Close,
    Decide,
    Explain,
    Finish,
    HandCount,
    Hide,
    Skip,
    Ticket,
    Vote,
)
from game.classroom.phase import Phase
from game.classroom.report import ELSEWHERE, Report, report
from game.classroom.room import Room
from tests.classroom.sample import at, played, sent, vote

KNOWN = ("agree", "conflict", "beyond", "silent")


def voted(answers: int, *, known: str = "agree", seats: int = 8) -> Room:
    """A room in which all changed from A to B, and so many said how well B is known."""
    there = vote(at(Phase.VOTE, seats=seats), dict.fromkeys(range(1, seats + 1), 0))
    there = played(there, Advance(0), Advance(0))
    assert there.ballot is not None
    key, option = there.ballot.key, "line.scene-1/b"
    return played(
        there,
        *(
            Vote(0, seat, key, option, known if seat <= answers else "")
            for seat in range(1, seats + 1)
        ),
    )


def first(there: Room) -> Report:
    return report(played(there, Close(0)))


def test_it_has_both_votes_of_every_option_and_how_many_changed() -> None:
    (decision,) = first(voted(0)).decisions
    assert [(each.first, each.second) for each in decision.options] == [(8, 0), (0, 8), (0, 0)]
    assert (decision.both, decision.changed) == (8, 8)
    assert decision.taken == "B: Go."


def test_answers_to_the_second_question_stand_beside_the_record_and_are_not_marked() -> None:
    (decision,) = first(voted(6, known="conflict")).decisions
    assert (decision.answered, decision.fitting) == (6, 6)
    (other,) = first(voted(6, known="agree")).decisions
    assert (other.answered, other.fitting) == (6, 0)
    assert [count.count for count in other.said] == [6, 0, 0, 0]


def test_a_few_who_chose_one_option_and_gave_one_answer_are_not_counted_apart() -> None:
    few, many = (first(voted(answers)).decisions[0].options[1].known for answers in (4, 5))
    assert few == (None, 0, 0, 0)
    assert many == (5, 0, 0, 0)


def test_hands_are_counted_with_the_phones() -> None:
    there = voted(0)
    assert there.ballot is not None
    there = played(there, HandCount(0, there.ballot.key, {"line.scene-1/c": 20}))
    (decision,) = first(there).decisions
    assert decision.options[2].second == 20
    assert decision.second is not None
    assert decision.second.hands == 20
    assert decision.taken == "C: Ask."


def test_only_approved_reasons_are_kept_with_what_they_rest_on() -> None:
    there = voted(0)
    assert there.ballot is not None
    key = there.ballot.key
    there = played(
        there,
        Explain(0, 1, key, "Shown.", "book"),
        Explain(0, 2, key, "Not shown.", "article"),
        Explain(0, 3, key, "On nothing."),
        Approve(0, 1),
    )
    made = first(there)
    (decision,) = made.decisions
    assert (decision.given, decision.citing) == (3, 2)
    assert [(each.text, each.account) for each in decision.reasons] == [("Shown.", "The book")]
    assert "Not shown." not in sent(made)
    assert made.sources == ("The book. Citation of book.",)


def test_it_has_nothing_of_a_person() -> None:
    there = played(at(Phase.EXPORT))
    told = sent(report(there))
    for seat in there.seats.values():
        assert seat.alias not in told
        assert seat.token not in told


def test_each_accounts_way_stands_beside_the_class() -> None:
    line, other = report(at(Phase.DEBRIEF)).ways
    assert line.taken == ("A: Wait.", "A: Wait.")
    assert other.taken == (ELSEWHERE, ELSEWHERE)


def test_an_override_is_kept_with_its_reason() -> None:
    there = played(voted(0), Close(0), Decide(0, "line.scene-1/a", "We did B before."))
    (decision,) = report(there).decisions
    assert (decision.taken, decision.ruling, decision.why) == (
        "A: Wait.", "override", "We did B before.",
    )  # fmt: skip


def test_a_skipped_decision_and_one_left_open_are_said_to_be_so() -> None:
    there = played(at(Phase.VOTE), Skip(0), Finish(0))
    skipped, left = report(there).decisions
    assert (skipped.ruling, skipped.taken) == ("line", "A: Wait.")
    assert (left.ruling, left.taken) == ("open", "")
    assert skipped.options[0].first is None


def test_what_was_hidden_is_said_with_its_decision_and_not_in_the_log() -> None:
    there = played(at(Phase.READ), Hide(0, "line.scene-1"))
    made = report(there)
    assert made.decisions[0].hidden
    assert not any(entry.act == "hidden" for entry in made.log)


def test_answers_at_the_door_are_counted() -> None:
    there = at(Phase.DEBRIEF, part=3)
    assert report(there).door == ()
    there = played(there, Ticket(0, 1, ("yes", "no", "no")), Ticket(0, 2, ("yes", "partly", "no")))
    counts = [[count.count for count in each.answers] for each in report(there).door]
    assert counts == [[2, 0, 0], [0, 1, 1], [0, 0, 2]]


def test_a_lesson_that_has_not_begun_has_a_report_without_decisions() -> None:
    assert report(at(Phase.LOBBY), date="today").decisions == ()
