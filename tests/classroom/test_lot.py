from __future__ import annotations

from game.classroom.lot import draw, mark


def test_a_lot_follows_from_seed_and_purpose() -> None:
    assert draw(1, "code", 2, below=1000) == draw(1, "code", 2, below=1000)
    assert mark(1, "ballot", 1) == mark(1, "ballot", 1) != mark(2, "ballot", 1)


def test_what_it_is_drawn_for_does_not_run_together() -> None:
    assert mark(1, "a", "bc") != mark(1, "ab", "c")


def test_every_number_is_drawn() -> None:
    assert {draw(7, "x", number, below=6) for number in range(100)} == set(range(6))
