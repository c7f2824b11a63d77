"""A class that does not exist."""

from __future__ import annotations

import pytest

from game.classroom.event import Advance, Close, Decide, Return
from game.classroom.phase import Phase
from game.classroom.pupil import ABSENT, CLASS, LATE, LEVEL, UNFIT, deeds
from game.classroom.room import Room
from tests.classroom.sample import current, played, room


def done(there: Room) -> Room:
    """A room in which the class did what it does there; nothing of it is refused."""
    return played(there, *deeds(there))


def walked(seed: int, stamp: str) -> Room:
    there = done(room(seed=seed))
    while there.stamp != stamp:
        if there.phase is Phase.CLOSE and not current(there).winner:
            there = played(there, Decide(0, current(there).decision.choices[0]))
        there = done(played(there, Advance(there.now)))
    return there


def test_most_are_there_before_it_begins_and_the_rest_come_late() -> None:
    assert len(done(room()).seats) == CLASS - LATE
    assert len(walked(3, "1.vote.0").seats) == CLASS


@pytest.mark.parametrize("seed", range(5))
def test_nothing_that_they_do_is_refused(seed: int) -> None:
    assert walked(seed, "2.export.0").phase is Phase.EXPORT


def test_one_vote_comes_out_level_and_the_next_does_not() -> None:
    there = played(walked(1, f"{LEVEL}.again.0"), Close(0))
    assert current(there).winner == ""


def test_one_phone_is_lost_and_comes_back_as_another() -> None:
    there = walked(1, f"{LEVEL}.read.0")
    assert there.seats[ABSENT].lost
    before = played(played(there, Advance(0)), Advance(0))
    assert any(isinstance(each, Return) for each in deeds(before))
    assert not walked(1, f"{LEVEL}.talk.0").seats[ABSENT].lost


def test_one_of_them_writes_what_should_not_be_shown() -> None:
    texts = [each.text for each in current(walked(1, "1.close.0")).reasons]
    assert UNFIT in texts


def test_another_seed_is_another_class() -> None:
    assert current(walked(1, "1.close.0")).first != current(walked(2, "1.close.0")).first
