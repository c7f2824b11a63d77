from __future__ import annotations

import pytest

from game.classroom.console import acts, console
from game.classroom.event import Advance, Close, Decide, Expect, Explain, Hide, Lost
from game.classroom.phase import Phase
from tests.classroom.sample import at, played, room, sent, vote


@pytest.mark.parametrize(
    ("phase", "can", "cannot"),
    [
        (Phase.LOBBY, {"advance", "finish"}, {"close", "reopen", "wipe", "more-time"}),
        (Phase.VOTE, {"advance", "close", "skip", "pause", "more-time"}, {"reopen", "go-on"}),
        (Phase.CLOSE, {"advance", "reopen", "talk-again", "skip"}, {"close"}),
        (Phase.REVEAL, {"advance", "finish"}, {"reopen", "talk-again", "skip"}),
        (Phase.EXPORT, {"wipe"}, {"advance", "finish", "pause"}),
    ],
)
def test_it_says_what_can_be_done_now(phase: Phase, can: set[str], cannot: set[str]) -> None:
    there = set(acts(at(phase)))
    assert can <= there
    assert not cannot & there


def test_what_the_vote_comes_to_is_there_once_it_is_closed() -> None:
    assert console(at(Phase.AGAIN), 0).verdict is None
    verdict = console(at(Phase.CLOSE), 0).verdict
    assert verdict is not None
    assert (verdict.letter, verdict.ruling) == ("A", "vote")
    assert verdict.second is not None
    assert verdict.second.words == "A 4, B 0, C 0"


def test_a_tie_and_an_empty_vote_are_said_differently() -> None:
    tie = played(vote(at(Phase.AGAIN), {1: 0, 2: 1}), Advance(0))
    assert console(tie, 0).warnings == ("Two options are level: choose.",)
    none = played(at(Phase.AGAIN), Close(0))
    assert console(none, 0).warnings == ("Nobody has voted: choose.",)
    assert console(played(tie, Decide(0, "line.scene-1/a")), 0).warnings == ()


def test_few_votes_are_said_to_be_few() -> None:
    few = played(vote(at(Phase.AGAIN), {1: 0}), Advance(0))
    assert console(few, 0).warnings == ("Fewer than half have voted.",)


def test_more_seats_than_students_are_said() -> None:
    assert console(played(room(seats=3), Expect(0, 2)), 0).warnings == (
        "More seats are taken than you expect: 3 and 2.",
    )


def test_the_list_of_seats_says_nothing_of_votes() -> None:
    there = played(vote(at(Phase.VOTE), {1: 0}), Lost(0, 2))
    before = played(at(Phase.VOTE), Lost(0, 2))
    assert console(there, 0).seats == console(before, 0).seats
    assert [seat.lost for seat in console(there, 0).seats] == [False, True, False, False]


def test_the_queue_has_no_names() -> None:
    there = vote(at(Phase.AGAIN), {1: 0})
    assert there.ballot is not None
    there = played(there, Explain(0, 1, there.ballot.key, "Because.", "book"))
    (reason,) = console(there, 0).queue
    assert (reason.text, reason.account, reason.standing) == ("Because.", "The book", "waiting")
    assert there.seats[1].alias not in sent(reason)


def test_hard_scenes_at_hand_are_named_with_their_tags() -> None:
    assert console(at(Phase.READ), 0).hard == ("line.scene-1: safe, night",)
    assert console(room(), 0).hard == ()


def test_what_is_hidden_is_listed() -> None:
    assert console(played(room(), Hide(0, "line.way-1")), 0).hidden == ("line.way-1",)
