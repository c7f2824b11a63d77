from __future__ import annotations

import pytest

from game.classroom.console import console
from game.classroom.event import HandCount, Join, Ticket, Vote
from game.classroom.form import Json, Misshapen, event_as_json, event_from_json, plain, value
from game.classroom.phase import Phase
from game.classroom.report import DecisionReport
from game.classroom.setting import Pace, Settings
from tests.classroom.sample import at, sent

VOTE = {"event": "Vote", "at": 1, "seat": 2, "ballot": "1-x", "option": "a", "known": ""}


def test_an_event_comes_back_equal() -> None:
    for event in (
        Vote(1, 2, "1-x", "a"),
        HandCount(1, "1-x", {"a": 3}),
        Ticket(1, 2, ("yes", "no")),
    ):
        assert event_from_json(event_as_json(event)) == event


def test_it_is_written_with_its_name() -> None:
    assert event_as_json(Vote(1, 2, "1-x", "a")) == VOTE


@pytest.mark.parametrize(
    "found",
    [
        None,
        [],
        {},
        {**VOTE, "event": "Voted"},
        {**VOTE, "seat": "2"},
        {**VOTE, "seat": True},
        {**VOTE, "seat": 2.0},
        {**VOTE, "more": 1},
        {key: each for key, each in VOTE.items() if key != "known"},
        {"event": "Ticket", "at": 1, "seat": 1, "answers": "yes"},
        {"event": "Ticket", "at": 1, "seat": 1, "answers": [1]},
        {"event": "HandCount", "at": 1, "ballot": "", "counts": []},
        {"event": "HandCount", "at": 1, "ballot": "", "counts": {"a": "1"}},
    ],
)
def test_what_is_no_event_is_refused(found: Json) -> None:
    with pytest.raises(Misshapen):
        event_from_json(found)


def test_settings_come_back_with_their_pace() -> None:
    settings = Settings(pace=Pace.CLOCK, seats=12)
    assert value(Settings, plain(settings)) == settings
    with pytest.raises(Misshapen):
        value(Settings, {**plain(settings), "pace": "fast"})


def test_a_value_that_may_be_missing_may_be_null() -> None:
    with pytest.raises(Misshapen):
        value(Join, {"at": None, "token": "x"})
    with pytest.raises(Misshapen):
        value(DecisionReport, None)


def test_a_view_goes_over_the_wire() -> None:
    assert '"phase": "vote"' in sent(console(at(Phase.VOTE), 0))
