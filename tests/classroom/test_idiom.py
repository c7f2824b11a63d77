"""A teacher's whole words, as the desk knows them."""

from __future__ import annotations

import re

import pytest

from game.classroom.desk import Word, understood
from game.classroom.event import (
    Advance,
    Approve,
    Blank,
    Close,
    Decide,
    Event,
    Expect,
    Finish,
    GoOn,
    HandCount,
    Hide,
    Lock,
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
from game.classroom.idiom import HELP, short
from game.classroom.phase import Phase
from tests.classroom import sample


def said(line: str, phase: Phase = Phase.VOTE) -> Event | Word:
    return understood(short(line), sample.at(phase), 0)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("next", Advance),
        ("", Advance),
        ("close", Close),
        ("reopen", Reopen),
        ("talk", TalkAgain),
        ("skip", Skip),
        ("pause", Pause),
        ("debrief", Finish),
        ("blank", Blank),
        ("lock", Lock),
        ("wipe", Wipe),
        ("expect 24", Expect),
        ("approve 3", Approve),
        ("reject 3", Reject),
        ("mute 3", Mute),
        ("rename 3", Rename),
        ("remove 3", Remove),
        ("hide line.scene-1", Hide),
        ("hand A 5 B 3", HandCount),
    ],
)
def test_each_word_is_understood(line: str, kind: type) -> None:
    assert isinstance(said(line), kind)


@pytest.mark.parametrize(
    ("line", "seconds"),
    [("more 2", 120), ("more 2 minutes", 120), ("more 30s", 30), ("more 45 seconds", 45)],
)
def test_more_time_is_in_minutes_unless_seconds_are_said(line: str, seconds: int) -> None:
    assert said(line) == MoreTime(0, seconds)


def test_go_lets_a_stopped_clock_go_on() -> None:
    room = sample.taken(sample.at(Phase.VOTE), Pause(0))
    assert isinstance(understood(short("go"), room, 0), GoOn)


def test_an_override_carries_its_reason_as_it_was_typed() -> None:
    wanted = said("override b because We saw the hide tomorrow", Phase.CLOSE)
    assert wanted == Decide(0, "line.scene-1/b", "We saw the hide tomorrow")


def test_what_is_no_word_stays_unknown() -> None:
    assert said("dance") is Word.UNKNOWN


def test_the_help_names_no_word_that_means_nothing() -> None:
    lectern = {"qr", "code", "address", "report", "reasons", "set"}
    heads = [re.split(r"\s{2,}", line)[0] for line in HELP if not line.startswith(" ")]
    words = {word for head in heads for part in head.split("·") for word in part.split()[:1]}
    for word in words - lectern:
        tail = {"expect": " 3", "hand": " A 1", "hide": " line.scene-1", "override": " B because x"}
        typed = word.rstrip(",") + tail.get(word, " 1" if word in NUMBERED else "")
        typed = "decide B" if word == "decide" else "more 2" if word == "more" else typed
        assert said(typed, Phase.CLOSE) is not Word.UNKNOWN, word


NUMBERED = {"approve", "reject", "mute", "rename", "remove", "block"}
