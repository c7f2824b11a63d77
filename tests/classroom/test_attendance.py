"""Coming and going: seats, names, roles, codes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.classroom.event import (
    Advance,
    Arrange,
    Back,
    Cast,
    Explain,
    Finish,
    Join,
    Lock,
    Lost,
    Pick,
    PutDown,
    Remove,
    Rename,
    Return,
    Slow,
    Wipe,
)
from game.classroom.phase import Phase
from game.classroom.refusal import Code
from game.classroom.room import Room
from tests.classroom.sample import Pretend, at, current, played, refusal, room, vote

EVERY_PHASE = [phase for phase in Phase if phase not in {Phase.EXPORT, Phase.WIPED}]


def test_a_phone_is_given_a_seat_with_a_name_and_a_code() -> None:
    seat = room(seats=1).seats[1]
    assert seat.alias in seat.offered
    assert len(seat.code) == 3
    assert seat.code.isdigit()


def test_a_phone_has_one_seat() -> None:
    assert refusal(room(seats=1), Join(0, "phone-1")) is Code.ALREADY_IN


def test_no_two_seats_have_one_name() -> None:
    seats = played(room(), Arrange(0, "seats", "200"))
    seats = played(seats, *(Join(0, f"phone-{each}") for each in range(200)))
    assert len({seat.alias for seat in seats.seats.values()}) == 200


@pytest.mark.parametrize("phase", EVERY_PHASE)
def test_one_who_comes_late_is_let_in_at_any_point(phase: Phase) -> None:
    there = at(phase)
    late = played(there, Join(there.now, "late"))
    assert late.seat_of("late") == 5
    assert late.seats[5].role in {"file", "press"}


def test_nobody_comes_when_the_lesson_is_over() -> None:
    assert refusal(at(Phase.EXPORT), Join(0, "late")) is Code.NOT_NOW


def test_a_full_room_lets_nobody_in() -> None:
    full = played(room(seats=2), Arrange(0, "seats", "2"))
    assert refusal(full, Join(0, "third")) is Code.FULL


def test_seats_go_up_to_a_thousand_and_no_further() -> None:
    assert played(room(), Arrange(0, "seats", "1000")).settings.seats == 1000
    assert refusal(room(), Arrange(0, "seats", "1001")) is Code.NO_SETTING


def test_a_closed_door_keeps_out_newcomers_and_not_those_who_come_back() -> None:
    locked = played(room(seats=1), Lock(0, on=True))
    assert refusal(locked, Join(0, "new")) is Code.LOCKED
    back = played(locked, Return(0, 1, locked.seats[1].code, "other-phone"))
    assert back.seat_of("other-phone") == 1


def test_a_code_brings_seat_and_vote_back_to_another_phone() -> None:
    voted = vote(at(Phase.VOTE), {1: 2})
    back = played(voted, Lost(0, 1), Return(0, 1, voted.seats[1].code, "other-phone"))
    assert back.seat_of("other-phone") == 1
    assert back.seat_of("phone-1") is None
    assert current(back).deciding == current(voted).deciding
    assert back.seats[1].alias == voted.seats[1].alias
    assert not back.seats[1].lost


def test_a_wrong_code_brings_nothing_back() -> None:
    there = room(seats=2)
    wrong = f"{(int(there.seats[1].code) + 1) % 1000:03}"
    assert refusal(there, Return(0, 1, wrong, "thief")) is Code.WRONG_CODE
    assert refusal(there, Return(0, 9, wrong, "thief")) is Code.WRONG_CODE


def test_a_phone_with_a_seat_takes_no_second_one() -> None:
    there = room(seats=2)
    assert refusal(there, Return(0, 1, there.seats[1].code, "phone-2")) is Code.ALREADY_IN


def test_a_student_picks_one_of_three_names() -> None:
    picked = played(room(seats=1), Pick(0, 1, 2))
    assert picked.seats[1].alias == picked.seats[1].offered[2]
    assert refusal(picked, Pick(0, 1, 3)) is Code.NO_ANSWER
    assert refusal(picked, Pick(0, 1, -1)) is Code.NO_ANSWER


def test_a_teacher_gives_another_name_which_nobody_has() -> None:
    there = room(seats=3)
    renamed = played(there, Rename(0, 2))
    taken = {name for seat in there.seats.values() for name in seat.offered}
    assert renamed.seats[2].alias not in taken
    assert refusal(renamed, Pick(0, 2, 1)) is Code.NO_ANSWER


def test_roles_are_dealt_two_by_two() -> None:
    roles = [seat.role for seat in room(seats=4).seats.values()]
    assert roles[0] == roles[1] != roles[2] == roles[3]


def test_when_every_role_has_seven_readers_the_rest_are_the_jury() -> None:
    seats = room(seats=15).seats.values()
    assert [seat.role for seat in seats].count("") == 1


def test_a_role_is_put_down_without_a_word_and_stays_down() -> None:
    down = played(room(seats=1), PutDown(0, 1))
    again = played(down, Arrange(0, "roles", "off"), Arrange(0, "roles", "on"))
    assert again.seats[1].role == ""


def test_roles_that_are_switched_on_late_reach_those_who_are_there() -> None:
    without = played(room(), Arrange(0, "roles", "off"), Join(0, "early"))
    assert without.seats[1].role == ""
    assert played(without, Arrange(0, "roles", "on")).seats[1].role != ""


def test_the_teacher_casts_a_seat() -> None:
    there = room(seats=1)
    assert played(there, Cast(0, 1, "press")).seats[1].role == "press"
    assert refusal(there, Cast(0, 1, "officer")) is Code.NO_ROLE


def test_a_removed_seat_can_be_taken_anew_and_a_blocked_phone_cannot() -> None:
    removed = played(room(seats=2), Remove(0, 1))
    assert removed.seat_of("phone-1") is None
    assert played(removed, Join(0, "phone-1")).seat_of("phone-1") == 3
    blocked = played(removed, Remove(0, 2, block=True))
    assert refusal(blocked, Join(0, "phone-2")) is Code.BLOCKED
    assert refusal(blocked, Return(0, 3, "000", "phone-2")) is Code.BLOCKED


def test_who_is_removed_during_a_vote_is_not_counted() -> None:
    gone = played(vote(at(Phase.VOTE), {1: 0, 2: 1}), Remove(0, 1))
    assert gone.ballot is not None
    assert set(gone.ballot.votes) == {2}


def test_who_is_removed_after_the_vote_stays_counted() -> None:
    closed = at(Phase.CLOSE)
    gone = played(closed, Remove(0, 1))
    assert current(gone).deciding == current(closed).deciding


def test_the_reasons_of_a_removed_seat_go_with_it() -> None:
    there = vote(at(Phase.AGAIN), {1: 0})
    assert there.ballot is not None
    there = played(there, Explain(0, 1, there.ballot.key, "Because."))
    assert current(played(there, Remove(0, 1))).reasons == ()


def test_a_student_may_take_longer() -> None:
    there = at(Phase.READ)
    slow = played(there, Slow(there.now, 1, 200))
    assert slow.clock.left(slow.now, slow.seats[1].pace) == 2 * (slow.clock.left(slow.now) or 0)
    assert refusal(there, Slow(0, 1, 300)) is Code.NO_SETTING


def test_lost_and_back_are_counted() -> None:
    lost = played(room(seats=2), Lost(0, 2))
    assert lost.lost == 1
    assert played(lost, Back(0, 2)).lost == 0


@pytest.mark.parametrize("event", [Pick(0, 9, 0), PutDown(0, 9), Slow(0, 9, 150), Lost(0, 9),
                                   Rename(0, 9), Cast(0, 9, ""), Remove(0, 9)])  # fmt: skip
def test_a_seat_that_is_not_there_does_nothing(event: Pick) -> None:
    assert refusal(room(seats=1), event) is Code.NO_SEAT


def test_everybody_may_drop_out_and_the_lesson_goes_on() -> None:
    there = at(Phase.VOTE)
    alone: Room = played(there, *(Lost(0, seat) for seat in there.seats))
    assert played(alone, Advance(0)).phase is Phase.TALK


def test_seats_of_the_decision_room_are_dealt_where_the_scene_allows_it() -> None:
    wanted = Arrange(0, "decision_roles", "on")
    dealt = played(room(seats=6), wanted, Advance(0)).seats.values()
    assert [seat.decision_role for seat in dealt].count("officer") == 3
    unsafe = Pretend(tuple(replace(each, tags=()) for each in Pretend().decisions))
    seats = played(room(seats=6, lesson=unsafe), wanted, Advance(0)).seats.values()
    assert not any(seat.decision_role for seat in seats)


def test_who_put_a_role_down_is_given_no_seat_in_the_decision_room() -> None:
    down = (PutDown(0, seat) for seat in (1, 2, 3, 4))
    there = played(room(seats=6), Arrange(0, "decision_roles", "on"), *down, Advance(0))
    assert [bool(seat.decision_role) for seat in there.seats.values()] == [False] * 4 + [True] * 2


def test_after_the_wipe_nobody_is_left() -> None:
    wiped = played(at(Phase.VOTE), Finish(0), Wipe(0, sure=True))
    assert wiped == Room(wiped.lesson, 0, phase=Phase.WIPED, now=wiped.now, turn=wiped.turn,
                         shown=wiped.shown)  # fmt: skip
    assert refusal(wiped, Join(0, "late")) is Code.NOT_NOW
