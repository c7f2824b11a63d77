"""What one phone is told, and what it cannot know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.console import console
from game.classroom.event import (
    Advance,
    Approve,
    Arrange,
    Cast,
    Close,
    Explain,
    Hide,
    Pause,
    PutDown,
    Vote,
)
from game.classroom.phase import Phase
from game.classroom.projector import projector
from game.classroom.room import Room
from game.classroom.student import StudentView, student
from game.classroom.wording import JURY, NAMELESS, PASSED_OVER
from tests.classroom.sample import (
    Pretend,
    at,
    other_record,
    played,
    sent,
    vote,
)

OTHERS = (2, 3, 4, 5)
CHOSEN = st.fixed_dictionaries({seat: st.integers(0, 2) for seat in OTHERS})


def view(there: Room, seat: int = 1) -> StudentView:
    found = student(there, seat, there.now)
    assert found is not None
    return found


def before_reveal(first: dict[int, int], second: dict[int, int]) -> list[Room]:
    """Every point of a decision before the reveal, in a class that votes so."""
    there = at(Phase.VOTE, seats=5)
    found = [vote(there, {1: 0, **first})]
    found.append(played(found[-1], Advance(0)))
    found.append(vote(played(found[-1], Advance(0)), {1: 0, **second}))
    found.append(played(found[-1], Close(0)))
    return found


@given(CHOSEN, CHOSEN, CHOSEN, CHOSEN)
def test_what_others_vote_makes_no_difference_to_a_phone_or_the_wall_before_the_reveal(
    first: dict[int, int], second: dict[int, int], third: dict[int, int], fourth: dict[int, int]
) -> None:
    for one, other in zip(before_reveal(first, second), before_reveal(third, fourth), strict=True):
        assert view(one) == view(other)
        assert projector(one, 0) == projector(other, 0)
        if one.phase is not Phase.CLOSE:
            assert console(one, 0) == console(other, 0)


@pytest.mark.parametrize("phase", [each for each in Phase if each is not Phase.WIPED])
def test_what_roles_others_have_makes_no_difference_to_a_phone(phase: Phase) -> None:
    there = at(phase)
    recast = played(there, Cast(0, 2, ""), Cast(0, 3, "file"), Cast(0, 4, "press"))
    assert view(recast).own == view(there).own
    assert projector(recast, 0) == projector(there, 0)


@pytest.mark.parametrize(
    "phase",
    [Phase.LOBBY, Phase.BRIEF, Phase.READ, Phase.VOTE, Phase.TALK, Phase.AGAIN, Phase.CLOSE],
)
def test_what_is_known_makes_no_difference_to_anybody_before_the_reveal(phase: Phase) -> None:
    one, other = at(phase), at(phase, lesson=other_record(Pretend()))
    assert view(one) == view(other)
    assert projector(one, 0) == projector(other, 0)
    assert console(one, 0) == console(other, 0)


def test_before_anything_begins_it_says_what_is_reported_and_that_no_name_is_asked() -> None:
    front = view(at(Phase.LOBBY)).common.front
    assert front is not None
    assert front.advisory == (("What is reported.",),)
    assert front.nameless == NAMELESS


def test_a_card_is_shown_from_the_brief_on_and_gone_in_the_debrief() -> None:
    assert view(at(Phase.LOBBY)).own.card == ()
    there = at(Phase.BRIEF)
    for seat in there.seats.values():
        assert view(there, seat.number).own.card == ((f"CARD for {seat.role}.",),)
    assert view(at(Phase.DEBRIEF)).own.role == ""


def test_who_put_a_role_down_is_of_the_jury() -> None:
    there = view(played(at(Phase.READ), PutDown(0, 1))).own
    assert there.role == JURY
    assert "CARD" not in sent(there)


def test_where_there_are_no_roles_nobody_has_one() -> None:
    there = view(played(at(Phase.READ), Arrange(0, "roles", "off"))).own
    assert (there.role, there.card) == ("", ())


def test_options_come_with_the_vote() -> None:
    assert view(at(Phase.READ)).common.asked is None
    asked = view(at(Phase.VOTE)).common.asked
    assert asked is not None
    assert [each.letter for each in asked.options] == ["A", "B", "C"]


def test_the_key_of_a_ballot_is_there_while_it_is_open() -> None:
    keys = [view(at(phase)).common.asked for phase in (Phase.VOTE, Phase.TALK, Phase.AGAIN)]
    assert [bool(each and each.ballot) for each in keys] == [True, False, True]


def test_the_second_question_and_the_reason_come_with_the_last_vote() -> None:
    first, last = view(at(Phase.VOTE)).common.asked, view(at(Phase.AGAIN)).common.asked
    assert first is not None
    assert last is not None
    assert (first.known, first.reason) == ((), False)
    assert [each.name for each in last.known] == ["agree", "conflict", "beyond", "silent"]
    assert last.reason


def test_a_phone_that_is_loaded_anew_has_its_own_vote_and_reason() -> None:
    there = vote(at(Phase.VOTE), {1: 1})
    assert view(there).own.first == "line.scene-1/b"
    again = at(Phase.AGAIN)
    assert again.ballot is not None
    key = again.ballot.key
    said = played(
        again,
        Vote(0, 1, key, "line.scene-1/c", "silent"),
        Explain(0, 1, key, "Because.", "book"),
    )
    mine = view(said).own
    assert (mine.second, mine.known, mine.reason, mine.account, mine.standing) == (
        "line.scene-1/c", "silent", "Because.", "book", "waiting",
    )  # fmt: skip


def test_the_reveal_goes_in_three_steps() -> None:
    steps = [view(at(Phase.REVEAL, part=part)).common.outcome for part in (1, 2, 3)]
    first, second, third = steps
    assert first is not None
    assert second is not None
    assert third is not None
    assert first.second is not None
    assert first.second.words == "A 4, B 0, C 0"
    assert (first.recorded, first.known) == ((), ())
    assert second.recorded
    assert second.known == ()
    assert [each.letter for each in third.known] == ["A", "B", "C"]


def test_after_the_reveal_a_phone_has_what_is_known_of_its_own_vote() -> None:
    assert view(at(Phase.REVEAL, part=2)).own.record == ()
    assert view(at(Phase.REVEAL, part=3)).own.record == ("agree",)


def test_approved_reasons_are_shown_with_the_reveal_and_without_a_name() -> None:
    there = vote(at(Phase.AGAIN), {1: 0, 2: 0})
    assert there.ballot is not None
    key = there.ballot.key
    there = played(there, Explain(0, 1, key, "Mine.", "book"), Explain(0, 2, key, "Yours."))
    there = played(there, Approve(0, 1))
    assert "Mine." not in sent(view(there, 2))
    revealed = played(there, Close(0), Advance(0))
    told = sent(view(revealed, 2).common)
    assert "Mine." in told
    assert "The book" in told
    assert "Yours." not in told
    assert not any(seat.alias in told for seat in revealed.seats.values())


def test_a_hidden_scene_gives_way_to_its_summary_and_one_without_to_a_sentence() -> None:
    there = played(at(Phase.READ), Hide(0, "line.scene-1"), Hide(0, "line.way-1"))
    stage = view(there).common.stage
    assert stage is not None
    assert (stage.scene.text, stage.scene.easy) == ((("Summary 1.",),), ())
    assert stage.way[0].text == ((PASSED_OVER,),)


def test_a_stopped_clock_is_said_in_words() -> None:
    assert view(played(at(Phase.VOTE), Pause(0))).clock.words == "the clock is stopped"
    assert view(at(Phase.VOTE)).clock.words == "about 1 minute"


def test_there_is_nothing_for_a_seat_that_is_not_there() -> None:
    assert student(at(Phase.VOTE), 99, 0) is None
