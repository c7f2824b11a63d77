from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from game.model.record import UNKNOWN
from game.record.descent import Root, Roots
from game.record.witness import share, witnesses

NAMES = "abcdefg"

known_roots = st.frozensets(st.sampled_from(NAMES), min_size=1, max_size=4)
any_roots = st.one_of(known_roots, known_roots.map(lambda each: each | {UNKNOWN}))
tellings = st.lists(any_roots, max_size=7)


def roots(*names: Root) -> Roots:
    return frozenset(names)


def brute_force(sets: list[Roots]) -> int:
    """Try every group of tellings, the largest first."""
    for size in range(len(sets), 0, -1):
        for group in combinations(sets, size):
            if not any(share(one, other) for one, other in combinations(group, 2)):
                return size
    return 0


def test_nobody_is_no_witness() -> None:
    assert witnesses([]) == 0


def test_two_tellings_with_no_common_root_are_two_witnesses() -> None:
    assert witnesses([roots("a"), roots("b")]) == 2


def test_two_tellings_of_one_root_are_one_witness() -> None:
    assert witnesses([roots("a"), roots("a")]) == 1


def test_one_telling_of_unknown_descent_is_one_witness() -> None:
    assert witnesses([roots(UNKNOWN)]) == 1


def test_unknown_descent_adds_nobody_to_a_witness() -> None:
    assert witnesses([roots("a"), roots(UNKNOWN)]) == 1


def test_a_synthesis_stands_in_nobodys_way() -> None:
    assert witnesses([roots("a", "b"), roots("a"), roots("b")]) == 2


def test_the_largest_group_is_found_where_the_first_choice_is_the_wrong_one() -> None:
    assert witnesses([roots("a", "b"), roots("b", "c"), roots("c", "d"), roots("d", "a")]) == 2
    chain = [roots(one, other) for one, other in zip("abcde", "bcdef", strict=True)]
    assert witnesses(chain) == 3


def test_unknown_shares_a_root_with_everything() -> None:
    assert share(roots(UNKNOWN), roots("a"))
    assert share(roots("a"), roots("b", UNKNOWN))


@given(tellings)
def test_it_counts_what_brute_force_counts(sets: list[Roots]) -> None:
    assert witnesses(sets) == brute_force(sets)


@given(tellings, any_roots)
def test_one_more_telling_never_takes_a_witness_away(sets: list[Roots], more: Roots) -> None:
    assert witnesses([*sets, more]) >= witnesses(sets)


@given(tellings)
def test_a_telling_said_twice_counts_once(sets: list[Roots]) -> None:
    assert witnesses([*sets, *sets]) == witnesses(sets)


@given(tellings, st.randoms(use_true_random=False))
def test_the_order_of_tellings_never_matters(sets: list[Roots], random: object) -> None:
    shuffled = list(sets)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert witnesses(shuffled) == witnesses(sets)
