"""What is said by itself while nobody types: once each, and never who."""

from __future__ import annotations

import pytest

from game.classroom import watch as watches
from game.classroom.event import Explain, Join, Lost, MoreTime
from game.classroom.phase import Phase
from game.classroom.room import Room
from game.classroom.server.address import HERE
from game.classroom.sitting import Sitting
from game.classroom.watch import Watch
from tests.classroom import sample


def told(watch: Watch, host: str = HERE) -> str:
    return "\n".join(watch.news(host))


def sitting(room: Room) -> Sitting:
    return Sitting(room)


def test_arrivals_are_said_once_nobody_comes_for_a_moment() -> None:
    held = sitting(sample.room())
    watch = Watch(held)
    held.act(Join(0, "a"))
    assert told(watch) == ""
    held.act(Join(0, "b"))
    assert told(watch) == ""
    assert told(watch) == "2 seats taken."
    assert told(watch) == ""


def test_it_is_said_once_that_everybody_has_voted() -> None:
    held = sitting(sample.vote(sample.at(Phase.VOTE), dict.fromkeys(range(1, 5), 0)))
    watch = Watch(held)
    assert "Everybody has voted" in told(watch)
    assert told(watch) == ""


def test_nobody_is_waited_for_in_an_empty_room() -> None:
    assert told(Watch(sitting(sample.at(Phase.VOTE, seats=0)))) == ""


def test_lost_phones_are_counted_and_not_named() -> None:
    held = sitting(sample.at(Phase.READ))
    watch = Watch(held)
    for seat in (1, 2, 3):
        held.act(Lost(held.now(), seat))
    line = told(watch)
    assert line == "3 phones are not heard of. Seats and votes are kept."


def test_waiting_reasons_are_said_without_their_words() -> None:
    room = sample.vote(sample.at(Phase.AGAIN), {1: 0})
    assert room.ballot is not None
    held = sitting(sample.taken(room, Explain(0, 1, room.ballot.key, "Because.")))
    line = told(Watch(held))
    assert "Reasons wait" in line
    assert "Because" not in line


def test_the_end_of_a_phase_is_said_until_there_is_more_time() -> None:
    clock = [0.0]
    held = Sitting(sample.at(Phase.READ), seconds=lambda: clock[0])
    watch = Watch(held)
    assert told(watch) == ""
    clock[0] = 1000.0
    assert "Time is up" in told(watch)
    held.act(MoreTime(held.now(), 60))
    assert told(watch) == ""


def test_an_address_that_is_gone_is_said_with_ways_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watches, "addresses", lambda: ("10.0.0.9",))
    watch = Watch(sitting(sample.room()))
    lines = "".join(told(watch, "192.168.1.5") for _ in range(10))
    assert lines.count("no longer has the address 192.168.1.5") == 1
    assert "10.0.0.9" in lines
    assert "hand A 5" in lines


def test_an_address_that_is_there_is_not_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watches, "addresses", lambda: ("192.168.1.5",))
    watch = Watch(sitting(sample.room()))
    assert "".join(told(watch, "192.168.1.5") for _ in range(10)) == ""
