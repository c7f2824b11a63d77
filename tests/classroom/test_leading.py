"""How a lesson goes on: phases, ties, the clock, and the ways out of the order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.classroom.event import (
    Advance,
    Arrange,
    Close,
    Decide,
    Event,
    Finish,
    GoOn,
    Join,
    Lost,
    MoreTime,
    Pause,
    Reopen,
    Resumed,
    Skip,
    Slow,
    TalkAgain,
    Tick,
    Wipe,
)
from game.classroom.phase import BEFORE_CLOSE, ROUND, USUAL, Phase
from game.classroom.refusal import Code
from game.classroom.room import SECOND, Room
from game.classroom.round import Ruling
from game.classroom.step import step
from tests.classroom.sample import Pretend, at, current, played, refusal, room, vote

A, B, C = "line.scene-1/a", "line.scene-1/b", "line.scene-1/c"


def walk(start: Room) -> list[str]:
    """The phases of a lesson in which everybody votes for A."""
    found = [start.stamp]
    while start.phase is not Phase.EXPORT:
        if start.ballot is not None:
            start = vote(start, dict.fromkeys(start.seats, 0))
        start = played(start, Advance(start.now))
        found.append(start.stamp)
    return found


def test_a_lesson_goes_through_every_phase_in_order() -> None:
    one = "1.brief.0 1.read.0 1.vote.0 1.talk.0 1.again.0 1.close.0 "
    one += "1.reveal.1 1.reveal.2 1.reveal.3 1.discuss.0"
    two = one.replace("1.brief", "2.brief").replace(" 1.", " 2.")
    end = "2.debrief.1 2.debrief.2 2.debrief.3 2.export.0"
    assert walk(room(seats=2)) == ["0.lobby.0", *f"{one} {two} {end}".split()]


def test_without_talk_there_is_one_vote() -> None:
    phases = [stamp.split(".")[1] for stamp in walk(room(seats=2, lesson=Pretend(votes=1)))]
    assert "talk" not in phases
    assert "again" not in phases


def test_without_cards_nobody_waits_for_them() -> None:
    bare = Pretend(tuple(replace(each, cards=()) for each in Pretend().decisions))
    assert played(room(lesson=bare), Advance(0)).phase is Phase.READ
    assert played(room(), Arrange(0, "roles", "off"), Advance(0)).phase is Phase.READ


def test_going_on_twice_at_once_goes_on_once() -> None:
    start = room()
    once = played(start, Advance(0, start.stamp))
    assert refusal(once, Advance(0, start.stamp)) is Code.STALE


def test_the_winner_of_the_second_vote_is_taken() -> None:
    there = vote(vote(at(Phase.VOTE), {1: 0, 2: 0, 3: 0}), {})
    there = played(there, Advance(0), Advance(0))
    closed = played(vote(there, {1: 1, 2: 1, 3: 0}), Advance(0))
    assert (current(closed).winner, current(closed).ruling) == (B, Ruling.VOTE)


def tied() -> Room:
    return played(vote(at(Phase.AGAIN), {1: 0, 2: 1}), Advance(0))


def test_a_tie_waits_for_the_teacher() -> None:
    assert current(tied()).winner == ""
    assert refusal(tied(), Advance(0)) is Code.UNDECIDED
    decided = played(tied(), Decide(0, B))
    assert (current(decided).winner, current(decided).ruling) == (B, Ruling.TEACHER)
    assert played(decided, Advance(0)).phase is Phase.REVEAL


def test_no_votes_at_all_wait_for_the_teacher() -> None:
    none = played(at(Phase.READ), Close(0))
    assert refusal(none, Advance(0)) is Code.UNDECIDED
    assert current(played(none, Decide(0, C))).ruling is Ruling.TEACHER


def test_after_a_tie_they_talk_once_more_and_only_once() -> None:
    again = played(tied(), TalkAgain(0))
    assert again.phase is Phase.TALK
    still = played(again, Advance(0), Advance(0))
    assert current(still).winner == ""
    assert refusal(still, TalkAgain(0)) is Code.TALKED


def test_who_talks_again_after_a_single_vote_votes_a_second_time() -> None:
    closed = at(Phase.CLOSE, lesson=Pretend(votes=1))
    again = played(closed, TalkAgain(0), Advance(0))
    assert again.phase is Phase.AGAIN
    assert again.last_ballot


def test_to_decide_against_the_vote_needs_a_reason_and_goes_into_the_log() -> None:
    closed = at(Phase.CLOSE)
    assert refusal(closed, Decide(0, B)) is Code.SAY_WHY
    assert refusal(closed, Decide(0, B, "  ")) is Code.SAY_WHY
    decided = played(closed, Decide(0, B, "We did A last week."))
    assert (current(decided).winner, current(decided).ruling) == (B, Ruling.OVERRIDE)
    assert decided.log[-1].words == "B. We did A last week."


def test_to_decide_as_the_vote_did_takes_an_override_back() -> None:
    decided = played(at(Phase.CLOSE), Decide(0, B, "Why not."), Decide(0, A))
    assert (current(decided).ruling, current(decided).why) == (Ruling.VOTE, "")


def test_what_is_no_option_is_not_decided() -> None:
    assert refusal(at(Phase.CLOSE), Decide(0, "line.scene-2/a", "why")) is Code.NO_OPTION
    assert refusal(at(Phase.REVEAL), Decide(0, B, "why")) is Code.NOT_NOW


@pytest.mark.parametrize("phase", sorted(BEFORE_CLOSE, key=ROUND.index))
def test_a_vote_may_be_closed_early(phase: Phase) -> None:
    assert played(at(phase), Close(0)).phase is Phase.CLOSE


def test_what_is_closed_is_not_closed_again() -> None:
    assert refusal(at(Phase.CLOSE), Close(0)) is Code.NOT_NOW


def test_a_closed_vote_is_opened_again_with_what_was_voted() -> None:
    closed = played(at(Phase.CLOSE), Decide(0, B, "why"))
    opened = played(closed, Reopen(0))
    assert opened.phase is Phase.AGAIN
    assert opened.ballot == current(closed).deciding
    assert current(opened).ruling is Ruling.OPEN


def test_what_was_revealed_is_not_opened_again() -> None:
    assert refusal(at(Phase.REVEAL), Reopen(0)) is Code.NOT_NOW
    assert refusal(at(Phase.REVEAL), TalkAgain(0)) is Code.NOT_NOW


def test_a_vote_that_was_never_open_is_not_opened_again() -> None:
    assert refusal(played(at(Phase.BRIEF), Close(0)), Reopen(0)) is Code.NOT_NOW


def test_a_skipped_decision_is_the_lines() -> None:
    skipped = played(at(Phase.TALK), Skip(0))
    first, second = skipped.rounds
    assert (first.winner, first.ruling) == (A, Ruling.LINE)
    assert first.first is None
    assert second.number == 2


def test_the_debrief_can_be_gone_to_from_anywhere_before_it() -> None:
    for phase in (Phase.LOBBY, *ROUND):
        assert played(at(phase), Finish(0)).stamp.endswith("debrief.1")
    assert refusal(at(Phase.DEBRIEF), Finish(0)) is Code.NOT_NOW


def test_what_is_left_undecided_keeps_no_votes() -> None:
    left = current(played(vote(at(Phase.VOTE), {1: 0}), Finish(0)))
    assert (left.winner, left.first) == ("", None)


def test_the_debrief_is_not_left_out_in_silence() -> None:
    for there in (at(Phase.READ), at(Phase.DEBRIEF)):
        assert refusal(there, Wipe(0)) is Code.DEBRIEF_FIRST
        assert played(there, Wipe(0, sure=True)).phase is Phase.WIPED
    assert played(at(Phase.EXPORT), Wipe(0)).phase is Phase.WIPED


EVERYTHING: list[Event] = [Advance(0), Join(0, "x"), Pause(0), Wipe(0, sure=True), Tick(0)]


@pytest.mark.parametrize("event", EVERYTHING)
def test_after_the_wipe_nothing_happens(event: Event) -> None:
    assert refusal(played(at(Phase.EXPORT), Wipe(0)), event) is Code.NOT_NOW


def test_a_stopped_clock_stands_and_then_goes_on() -> None:
    there = at(Phase.READ)
    full = USUAL[Phase.READ] * SECOND
    stopped = played(there, Pause(10 * SECOND))
    assert stopped.clock.left(60 * SECOND) == full - 10 * SECOND
    going = played(stopped, GoOn(100 * SECOND))
    assert going.clock.left(100 * SECOND) == full - 10 * SECOND
    assert going.clock.left(100 * SECOND, 200) == 2 * full - 10 * SECOND
    assert refusal(stopped, Pause(0)) is Code.NOT_NOW
    assert refusal(there, GoOn(0)) is Code.NOT_NOW


def test_more_time_counts_from_now_when_there_was_none_left() -> None:
    there = at(Phase.READ)
    more = played(there, MoreTime(1000 * SECOND, 30))
    assert more.clock.left(1000 * SECOND) == 30 * SECOND
    assert played(there, MoreTime(0, 30)).clock.left(0) == (USUAL[Phase.READ] + 30) * SECOND
    assert refusal(there, MoreTime(0, 0)) is Code.NO_SETTING
    assert refusal(room(), MoreTime(0)) is Code.NOT_NOW


def test_time_that_is_up_ends_nothing_where_the_teacher_leads() -> None:
    there = at(Phase.VOTE)
    assert step(there, Tick(1000 * SECOND)) is there


def test_where_the_clock_leads_it_goes_on_by_itself_as_far_as_the_close() -> None:
    there = played(room(seats=2), Arrange(0, "pace", "clock"), Advance(0))
    seen = []
    for second in range(0, 1000, 5):
        there = played(there, Tick(second * SECOND))
        seen.append(there.phase)
    assert list(dict.fromkeys(seen)) == [*ROUND[: ROUND.index(Phase.CLOSE)], Phase.CLOSE]


def test_the_clock_waits_for_who_takes_longer_until_they_have_voted() -> None:
    there = played(at(Phase.VOTE), Arrange(0, "pace", "clock"), Slow(0, 1, 200))
    over = (USUAL[Phase.VOTE] + 1) * SECOND
    assert played(there, Tick(over)).phase is Phase.VOTE
    assert played(vote(there, {1: 0}), Tick(over)).phase is Phase.TALK
    assert played(there, Lost(0, 1), Tick(over)).phase is Phase.TALK
    assert played(there, Tick(2 * over)).phase is Phase.TALK


def test_a_stopped_clock_leads_nowhere() -> None:
    there = played(at(Phase.READ), Arrange(0, "pace", "clock"), Pause(0))
    assert played(there, Tick(10_000 * SECOND)).phase is Phase.READ


def test_without_limits_no_phase_has_a_time() -> None:
    there = played(at(Phase.READ), Arrange(0, "limits", "off"))
    assert there.clock.left(0) is None
    assert played(there, Advance(0)).clock.left(0) is None


def test_a_lesson_that_was_interrupted_stands_still_with_every_phone_lost() -> None:
    there = vote(at(Phase.VOTE), {1: 0})
    resumed = played(there, Resumed(5 * SECOND))
    assert resumed.lost == len(there.seats)
    assert resumed.clock.stopped == 5 * SECOND
    assert resumed.ballot == there.ballot


def test_time_never_runs_backwards() -> None:
    there = played(at(Phase.READ), Pause(50 * SECOND), GoOn(20 * SECOND))
    assert there.now == 50 * SECOND


def test_what_all_may_see_is_new_after_what_the_teacher_did() -> None:
    there = at(Phase.READ)
    assert played(there, Advance(0)).shown > there.shown
    assert played(there, Join(0, "late")).shown == there.shown


def test_the_first_vote_says_how_many_did_not_vote() -> None:
    there = played(vote(at(Phase.VOTE), {1: 0}), Advance(0))
    assert current(there).first is not None
    assert current(there).first.seats == 4  # type: ignore[union-attr]
