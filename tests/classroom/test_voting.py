"""What a class says: votes, hands, reasons, and the questions at the door."""

from __future__ import annotations

import pytest

from game.classroom.ballot import KNOWN
from game.classroom.ballot import Vote as Mark
from game.classroom.event import (
    Advance,
    Approve,
    Arrange,
    Close,
    Decide,
    Explain,
    HandCount,
    Join,
    Mute,
    Pause,
    Reject,
    Reopen,
    Ticket,
    Vote,
)
from game.classroom.phase import BALLOTS, Phase
from game.classroom.reason import Standing
from game.classroom.refusal import Code
from game.classroom.room import Room
from tests.classroom.sample import Pretend, at, current, played, refusal, room, vote

A, B, C = "line.scene-1/a", "line.scene-1/b", "line.scene-1/c"


def key(start: Room) -> str:
    assert start.ballot is not None
    return start.ballot.key


def test_to_vote_twice_is_one_vote_and_the_later_counts() -> None:
    there = vote(vote(at(Phase.VOTE), {1: 0}), {1: 2})
    assert there.ballot is not None
    assert there.ballot.votes == {1: Mark(C)}


@pytest.mark.parametrize("phase", [each for each in Phase if each not in BALLOTS | {Phase.WIPED}])
def test_no_vote_is_taken_while_none_is_open(phase: Phase) -> None:
    assert refusal(at(phase), Vote(0, 1, "1-whatever", A)) is Code.CLOSED


def test_a_vote_for_another_ballot_is_refused() -> None:
    first = key(at(Phase.VOTE))
    second = at(Phase.AGAIN)
    assert refusal(second, Vote(0, 1, first, A)) is Code.STALE
    assert refusal(at(Phase.VOTE, number=2), Vote(0, 1, first, A)) is Code.STALE


def test_a_vote_for_what_is_no_option_is_refused() -> None:
    there = at(Phase.VOTE)
    assert refusal(there, Vote(0, 1, key(there), "line.scene-2/a")) is Code.NO_OPTION
    assert refusal(there, Vote(0, 9, key(there), A)) is Code.NO_SEAT


def test_a_vote_counts_while_the_clock_is_stopped() -> None:
    there = played(at(Phase.VOTE), Pause(0))
    assert vote(there, {1: 0}).ballot != there.ballot


def test_the_second_question_is_asked_with_the_last_vote_only() -> None:
    first, last = at(Phase.VOTE), at(Phase.AGAIN)
    assert refusal(first, Vote(0, 1, key(first), A, "agree")) is Code.NOT_ASKED
    for family in KNOWN:
        answered = played(last, Vote(0, 1, key(last), A, family))
        assert answered.ballot is not None
        assert answered.ballot.votes[1].known == family
    assert refusal(last, Vote(0, 1, key(last), A, "maybe")) is Code.NO_ANSWER


def test_where_there_is_one_vote_it_is_the_last() -> None:
    only = at(Phase.VOTE, lesson=Pretend(votes=1))
    assert played(only, Vote(0, 1, key(only), A, "agree")).ballot is not None


def test_hands_are_counted_beside_the_phones() -> None:
    there = vote(at(Phase.AGAIN), {1: 0})
    counted = played(there, HandCount(0, key(there), {B: 5}), Close(0))
    assert current(counted).winner == B


def test_hands_entered_after_the_close_settle_it_anew() -> None:
    closed = at(Phase.CLOSE)
    assert current(closed).winner == A
    ballot = current(closed).deciding
    assert ballot is not None
    assert current(played(closed, HandCount(0, ballot.key, {C: 30}))).winner == C


def test_hands_entered_after_the_teacher_decided_change_nothing_of_that() -> None:
    decided = played(at(Phase.CLOSE), Decide(0, B, "why"))
    ballot = current(decided).deciding
    assert ballot is not None
    counted = current(played(decided, HandCount(0, ballot.key, {C: 30})))
    assert (counted.winner, counted.why) == (B, "why")


def test_hands_that_cannot_be_are_refused() -> None:
    there = at(Phase.VOTE)
    assert refusal(there, HandCount(0, key(there), {A: -1})) is Code.NOT_A_COUNT
    assert refusal(there, HandCount(0, key(there), {A: 1001})) is Code.NOT_A_COUNT
    assert refusal(there, HandCount(0, key(there), {"x": 1})) is Code.NO_OPTION
    assert refusal(there, HandCount(0, "0-other", {A: 1})) is Code.STALE
    assert refusal(at(Phase.READ), HandCount(0, "", {A: 1})) is Code.NOT_NOW


def reasoned(*texts: str) -> Room:
    """A room at the second vote in which seats have given reasons."""
    there = vote(at(Phase.AGAIN, seats=8), dict.fromkeys(range(1, len(texts) + 1), 0))
    return played(
        there,
        *(Explain(0, seat, key(there), text, "book") for seat, text in enumerate(texts, start=1)),
    )


def test_a_reason_waits_until_it_is_approved() -> None:
    there = reasoned("Because.")
    assert current(there).shown == ()
    (shown,) = current(played(there, Approve(0, 1))).shown
    assert (shown.text, shown.account) == ("Because.", "book")


def test_a_reason_that_is_written_anew_waits_again() -> None:
    there = played(reasoned("Because."), Approve(0, 1))
    anew = played(there, Explain(0, 1, key(there), "Another."))
    assert [each.standing for each in current(anew).reasons] == [Standing.WAITING]


def test_a_reason_needs_a_vote() -> None:
    there = at(Phase.AGAIN)
    assert refusal(there, Explain(0, 1, key(there), "Because.")) is Code.VOTE_FIRST


def test_a_reason_is_asked_with_the_last_vote_only() -> None:
    there = vote(at(Phase.VOTE), {1: 0})
    assert refusal(there, Explain(0, 1, key(there), "Because.")) is Code.NOT_ASKED
    assert refusal(at(Phase.CLOSE), Explain(0, 1, "2-x", "Because.")) is Code.CLOSED


def test_no_reason_is_taken_where_none_are_wanted() -> None:
    there = played(vote(at(Phase.AGAIN), {1: 0}), Arrange(0, "reasons", "off"))
    assert refusal(there, Explain(0, 1, key(there), "Because.")) is Code.NOT_ASKED


def test_a_reason_rests_on_an_account_of_the_lesson_or_on_none() -> None:
    there = vote(at(Phase.AGAIN), {1: 0})
    assert refusal(there, Explain(0, 1, key(there), "Because.", "diary")) is Code.NO_ACCOUNT
    assert current(played(there, Explain(0, 1, key(there), "Because."))).reasons[0].account == ""


def test_a_reason_without_words_is_none() -> None:
    there = vote(at(Phase.AGAIN), {1: 0})
    assert refusal(there, Explain(0, 1, key(there), "\u202e \u200b\n")) is Code.EMPTY


def test_five_reasons_are_shown_at_once() -> None:
    there = played(
        reasoned("a", "b", "c", "d", "e", "f"), *(Approve(0, each) for each in range(1, 6))
    )
    assert refusal(there, Approve(0, 6)) is Code.SCREEN_FULL
    assert len(current(played(there, Reject(0, 1), Approve(0, 6))).shown) == 5


def test_a_muted_seat_gives_no_more_reasons_and_votes_all_the_same() -> None:
    there = played(reasoned("Rude."), Mute(0, 1))
    assert current(there).reasons[0].standing is Standing.REJECTED
    assert refusal(there, Explain(0, 1, key(there), "Ruder.")) is Code.MUTED
    assert vote(there, {1: 2}).ballot != there.ballot


def test_a_reason_that_is_not_there_is_not_judged() -> None:
    for event in (Approve(0, 1), Reject(0, 1), Mute(0, 1)):
        assert refusal(at(Phase.AGAIN), event) is Code.NO_REASON
        assert refusal(room(), event) is Code.NO_REASON


def test_what_a_student_does_changes_only_what_that_student_sees() -> None:
    there = at(Phase.AGAIN)
    voted = vote(there, {1: 0})
    assert voted.shown == there.shown
    assert voted.seats[1].turn > there.seats[1].turn
    assert voted.seats[2] == there.seats[2]


def test_the_questions_at_the_door_are_answered_in_the_last_step() -> None:
    there = at(Phase.DEBRIEF, part=3)
    answered = played(there, Ticket(0, 1, ("yes", "no", "partly")))
    assert answered.tickets == {1: ("yes", "no", "partly")}
    assert refusal(there, Ticket(0, 1, ("yes", "no"))) is Code.NO_ANSWER
    assert refusal(there, Ticket(0, 1, ("yes", "no", "never"))) is Code.NO_ANSWER
    assert refusal(there, Ticket(0, 9, ("yes", "no", "no"))) is Code.NO_SEAT
    assert refusal(at(Phase.DEBRIEF, part=1), Ticket(0, 1, ("yes",) * 3)) is Code.NOT_NOW


def test_one_voter_decides() -> None:
    alone = vote(at(Phase.AGAIN, seats=30), {17: 2})
    assert current(played(alone, Close(0))).winner == C


def test_a_vote_opened_again_takes_a_vote_for_the_same_ballot() -> None:
    closed = at(Phase.CLOSE)
    opened = played(closed, Reopen(0))
    assert opened.ballot == current(closed).deciding
    changed = vote(opened, dict.fromkeys(opened.seats, 1))
    assert current(played(changed, Advance(0))).winner == B


def test_a_late_seat_votes_in_the_open_ballot() -> None:
    there = played(at(Phase.VOTE, seats=0), Join(0, "late"))
    assert vote(there, {1: 1}).ballot is not None
