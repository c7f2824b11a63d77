from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.classroom.seat import (
    MOST_IN_ROLE,
    PAIR,
    Seat,
    dealt_decision_roles,
    dealt_role,
    return_code,
)

SIX = ("a", "b", "c", "d", "e", "f")


def dealt(count: int, seed: int) -> list[str]:
    """The roles of so many seats, in the order in which they came."""
    seats: list[Seat] = []
    for number in range(count):
        seats.append(Seat(number, "", "", "", role=dealt_role(seats, SIX, seed)))
    return [seat.role for seat in seats]


@given(st.integers(12, 60), st.integers())
def test_from_twelve_on_each_role_has_two_to_seven_readers(count: int, seed: int) -> None:
    roles = dealt(count, seed)
    assert all(PAIR <= roles.count(role) <= MOST_IN_ROLE for role in SIX)
    assert roles.count("") == max(0, count - MOST_IN_ROLE * len(SIX))


def test_few_students_share_roles_in_pairs() -> None:
    assert sorted(dealt(4, 1).count(role) for role in SIX) == [0, 0, 0, 0, 2, 2]


def test_coming_first_chooses_no_role() -> None:
    assert len({dealt(1, seed)[0] for seed in range(60)}) == len(SIX)


def test_without_roles_everybody_is_of_the_jury() -> None:
    assert dealt_role((), (), 1) == ""


def test_a_decision_room_has_three_seats_for_each_role() -> None:
    seats = [Seat(number, "", "", "") for number in range(20)]
    roles = list(dealt_decision_roles(seats, ("x", "y"), 5).values())
    assert (roles.count("x"), roles.count("y")) == (3, 3)


def test_a_code_is_three_digits_and_differs_from_lesson_to_lesson() -> None:
    codes = {return_code(seed, 1) for seed in range(200)}
    assert all(len(code) == 3 and code.isdigit() for code in codes)
    assert len(codes) > 100
