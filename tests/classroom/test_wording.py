from __future__ import annotations

import pytest

from game.classroom.ballot import KNOWN as ANSWERS
from game.classroom.phase import STEPS, Phase
from game.classroom.round import Ruling
from game.classroom.voting import QUESTIONS
from game.classroom.wording import DEBRIEF, DOING, DOOR, KNOWN, RULED, timer


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "no time limit"),
        (600, "about 10 minutes"),
        (90, "about 2 minutes"),
        (75, "about 1 minute"),
        (50, "about 1 minute"),
        (49, "50 seconds"),
        (11, "15 seconds"),
        (3, "a few seconds"),
        (0, "time is up"),
    ],
)
def test_a_time_is_said_in_words(seconds: int | None, words: str) -> None:
    assert timer(seconds, stopped=False) == words


def test_a_stopped_clock_is_said_to_stand() -> None:
    assert timer(30, stopped=True) == "the clock is stopped"


def test_everything_that_can_be_has_its_words() -> None:
    assert set(DOING) == set(Phase)
    assert set(RULED) == set(Ruling)
    assert tuple(KNOWN) == ANSWERS
    assert len(DOOR) == QUESTIONS
    assert len(DEBRIEF) == STEPS[Phase.DEBRIEF]
