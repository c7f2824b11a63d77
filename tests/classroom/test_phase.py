from __future__ import annotations

import pytest

from game.classroom.phase import ROUND, USUAL, Phase, pacing


@pytest.mark.parametrize(
    ("minutes", "decisions", "votes", "play"),
    [
        (20, 1, 2, 12),
        (20, 2, 2, 12),
        (45, 3, 2, 25),
        (45, 5, 1, 25),
        (60, 4, 2, 34),
        (90, 7, 2, 54),
    ],
)
def test_all_decisions_of_a_lesson_fit_into_its_time(
    minutes: int, decisions: int, votes: int, play: int
) -> None:
    times = pacing(minutes, decisions, votes)
    left_out = {Phase.TALK, Phase.AGAIN} if votes == 1 else set()
    one = sum(times.get(phase, 0) for phase in ROUND if phase not in left_out)
    assert one * decisions <= play * 60


def test_three_decisions_of_45_minutes_have_nearly_the_usual_times() -> None:
    times = pacing(45, 3, 2)
    assert all(0.9 * seconds <= times[phase] for phase, seconds in USUAL.items())


def test_time_to_spare_is_not_spent() -> None:
    assert {phase: pacing(90, 2, 2)[phase] for phase in USUAL} == USUAL


def test_a_lesson_of_no_known_length_has_the_usual_times() -> None:
    assert pacing(0, 9, 2)[Phase.TALK] == USUAL[Phase.TALK]
