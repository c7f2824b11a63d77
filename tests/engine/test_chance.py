from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.engine.chance import draw, pick


@given(st.integers(0, 2**64 - 1), st.integers(0, 10_000), st.integers(1, 1000))
def test_a_draw_stays_below_its_total(seed: int, number: int, total: int) -> None:
    assert 0 <= draw(seed, number, total) < total


def test_the_same_seed_and_number_give_the_same_draw() -> None:
    # Reference values: SplitMix64 seeded with 0 begins e220a8397b1dcdaf, 6e789e6aa1b965f4.
    assert draw(0, 0, 1 << 64) == 0xE220A8397B1DCDAF
    assert draw(0, 1, 1 << 64) == 0x6E789E6AA1B965F4


@given(st.integers(0, 2**32), st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_a_pick_is_one_of_the_exits(seed: int, weights: list[int]) -> None:
    assert 0 <= pick(seed, 0, tuple(weights)) < len(weights)


def test_weights_decide_how_often_an_exit_is_taken() -> None:
    taken = [pick(7, number, (3, 1)) for number in range(4000)]
    assert 2800 < taken.count(0) < 3200
