"""The teacher's desk in plain lines."""

from __future__ import annotations

import pytest

from game.classroom.console import console
from game.classroom.desk import HELP, Word, queue, said, seats, understood
from game.classroom.event import (
    Advance,
    Approve,
    Arrange,
    Blank,
    Close,
    Decide,
    Event,
    Expect,
    Explain,
    Finish,
    GoOn,
    HandCount,
    Hide,
    Lock,
    Lost,
    MoreTime,
    Mute,
    Pause,
    Reject,
    Remove,
    Rename,
    Reopen,
    Skip,
    TalkAgain,
    Wipe,
)
from game.classroom.phase import Phase
from game.classroom.room import Room
from tests.classroom.sample import at, current, played, room, vote

A, B = "line.scene-1/a", "line.scene-1/b"


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("", Advance(9, "1.close.0")),
        ("   ", Advance(9, "1.close.0")),
        ("c", Close(9)),
        ("o", Reopen(9)),
        ("t", TalkAgain(9)),
        ("s", Skip(9)),
        ("f", Finish(9)),
        ("wipe", Wipe(9)),
        ("wipe sure", Wipe(9, sure=True)),
        ("+", MoreTime(9, 30)),
        ("+ 60", MoreTime(9, 60)),
        ("+60", MoreTime(9, 60)),
        ("y 3", Approve(9, 3)),
        ("y3", Approve(9, 3)),
        ("n 3", Reject(9, 3)),
        ("m 3", Mute(9, 3)),
        ("rename 3", Rename(9, 3)),
        ("remove 3", Remove(9, 3)),
        ("block 3", Remove(9, 3, block=True)),
        ("expect 24", Expect(9, 24)),
        ("p", Pause(9)),
        ("b", Blank(9, on=True)),
        ("lock", Lock(9, on=True)),
        ("h line.way-1", Hide(9, "line.way-1")),
        ("set roles off", Arrange(9, "roles", "off")),
        ("set", Word.UNKNOWN),
        ("d b", Decide(9, B)),
        ("d B because we did  A before", Decide(9, B, "we did A before")),
        ("d B becausewe", Decide(9, B, "becausewe")),
        ("d ?", Word.UNKNOWN),
        ("d Z", Decide(9, "Z")),
        ("hand nothing", Word.UNKNOWN),
        ("?", Word.HELP),
        ("seats", Word.SEATS),
        ("page", Word.PAGE),
        ("q", Word.QUIT),
        ("nonsense", Word.UNKNOWN),
        ("y", Word.UNKNOWN),
    ],
)
def test_a_typed_line_means_this(line: str, event: Event | Word) -> None:
    assert understood(line, at(Phase.CLOSE), 9) == event


def test_hands_are_typed_with_their_letters() -> None:
    there = at(Phase.CLOSE)
    ballot = current(there).deciding
    assert ballot is not None
    expected = HandCount(9, ballot.key, {A: 5, B: 12})
    assert understood("hand A 5 B 12", there, 9) == expected
    assert understood("hand a=5, b:12", there, 9) == expected


def test_what_was_switched_on_is_switched_off() -> None:
    there = played(at(Phase.VOTE), Pause(0), Blank(0, on=True), Lock(0, on=True))
    assert understood("p", there, 9) == GoOn(9)
    assert understood("b", there, 9) == Blank(9, on=False)
    assert understood("lock", there, 9) == Lock(9, on=False)
    hidden = played(there, Hide(0, "line.way-1"))
    assert understood("h line.way-1", hidden, 9) == Hide(9, "line.way-1", on=False)


def told(there: Room) -> str:
    return "\n".join(said(console(there, there.now)))


@pytest.mark.parametrize("phase", [each for each in Phase if each is not Phase.WIPED])
def test_every_phase_says_what_there_is_to_do_and_how_long(phase: Phase) -> None:
    lines = told(at(phase))
    assert lines.splitlines()[-1].startswith("Time: ")
    assert "4 seats taken." in lines


def test_the_scene_and_the_way_to_it_are_read_out() -> None:
    lines = told(at(Phase.READ))
    assert "The text of scene 1." in lines
    assert "On the way, Way 1. The line takes: Left." in lines


def test_how_many_have_voted_is_said_and_for_what_is_not() -> None:
    lines = told(vote(at(Phase.VOTE), {1: 0}))
    assert "1 voted, 3 have not." in lines
    assert "A 1" not in lines


def test_the_close_says_the_count_and_what_is_decided() -> None:
    assert "As it stands: A." in told(at(Phase.CLOSE))
    tie = played(vote(at(Phase.AGAIN), {1: 0, 2: 1}), Advance(0))
    assert "Nothing is decided." in told(tie)
    assert "Last vote: A 1, B 1, C 0, no vote 2." in told(tie)


def test_each_step_of_the_reveal_says_what_is_new_in_it() -> None:
    first, second, third = (told(at(Phase.REVEAL, part=part)) for part in (1, 2, 3))
    assert "The class goes on with A: Wait." in first
    assert "RECORD" not in first
    assert "He is recorded as doing A" in second
    assert "RECORD line." in third


def test_the_debrief_is_led_out_of_the_roles() -> None:
    assert "Put the card down." in told(at(Phase.DEBRIEF))


def test_reasons_are_read_out_by_number_and_without_a_name() -> None:
    there = vote(at(Phase.AGAIN), {1: 0})
    assert there.ballot is not None
    there = played(there, Explain(0, 1, there.ballot.key, "Because.", "book"))
    assert list(queue(console(there, 0))) == ["Reason 1, waiting: Because. [The book]"]
    assert "Reason 1, waiting: Because." in told(there)


def test_who_is_here_is_said_by_generated_names() -> None:
    there = played(room(seats=1), Lost(0, 1))
    seat = there.seats[1]
    (line,) = seats(console(there, 0))
    assert line.startswith(f"1. {seat.alias}, Reader of the ")
    assert line.endswith(", lost")
    assert list(seats(console(room(), 0))) == ["Nobody is here yet."]


def test_a_hidden_way_and_a_broken_one_are_said() -> None:
    lines = told(played(at(Phase.READ), Hide(0, "line.scene-1")))
    assert "Summary 1." in lines
    assert "The text of scene 1." not in lines


def test_the_help_fits_a_terminal() -> None:
    assert max(map(len, HELP)) <= 78
