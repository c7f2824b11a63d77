"""How often something may be done."""

from __future__ import annotations

from game.classroom.server.throttle import Throttle


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_so_many_and_no_more() -> None:
    throttle = Throttle(3, 60, Clock())
    assert [throttle.spend("a") for _ in range(5)] == [True, True, True, False, False]


def test_one_key_takes_nothing_from_another() -> None:
    throttle = Throttle(1, 60, Clock())
    throttle.spend("a")
    assert throttle.is_spent("a")
    assert not throttle.is_spent("b")


def test_it_fills_again_as_it_says() -> None:
    clock = Clock()
    throttle = Throttle(2, 60, clock)
    throttle.spend("a")
    throttle.spend("a")
    clock.at = float(throttle.wait("a"))
    assert throttle.spend("a")
    assert not throttle.spend("a")


def test_it_never_holds_more_than_it_began_with() -> None:
    clock = Clock()
    throttle = Throttle(2, 60, clock)
    throttle.spend("a")
    clock.at = 1e6
    assert [throttle.spend("a") for _ in range(3)] == [True, True, False]


def test_it_forgets_those_that_have_all_again() -> None:
    clock = Clock()
    throttle = Throttle(2, 60, clock)
    for number in range(5000):
        throttle.spend(str(number))
        clock.at += 1
    assert len(throttle._left) <= 4096


def test_a_flood_of_keys_is_forgotten_from_the_oldest_on() -> None:
    throttle = Throttle(2, 60, Clock())
    for number in range(10_000):
        throttle.spend(str(number))
    assert len(throttle._left) <= 4096
    assert "9999" in throttle._left
