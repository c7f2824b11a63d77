from __future__ import annotations

from game.tui.guard import REPEATING, SETTLING, Guard


def painted(key: str = "enter", pressed: float = 10.0, painted_at: float = 10.1) -> Guard:
    guard = Guard()
    guard.turned(key, pressed)
    guard.painted(painted_at)
    return guard


def test_a_key_pressed_before_the_paint_does_not_choose() -> None:
    assert not painted().admits("1", 10.05)


def test_nothing_chooses_until_the_page_is_painted() -> None:
    guard = Guard()
    guard.turned("enter", 10.0)
    assert not guard.admits("1", 99.0)


def test_nothing_chooses_before_anything_was_shown() -> None:
    assert not Guard().admits("enter", 99.0)


def test_another_key_chooses_once_the_page_has_settled() -> None:
    assert not painted().admits("1", 10.1 + SETTLING / 2)
    assert painted().admits("1", 10.1 + SETTLING)


def test_a_key_that_is_held_never_chooses_again() -> None:
    guard = painted()
    repeats = [10.5 + 0.03 * number for number in range(200)]
    assert not any(guard.admits("enter", pressed) for pressed in repeats)


def test_the_same_key_chooses_again_after_a_rest() -> None:
    assert painted().admits("enter", 10.01 + REPEATING)


def test_a_fresh_key_counts_within_150_thousandths_of_a_second() -> None:
    assert painted().admits("2", 10.1 + 0.15)
