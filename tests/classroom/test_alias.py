from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.classroom.alias import alias, offered


@settings(max_examples=10)
@given(st.integers(0, 2**64))
def test_no_name_is_given_twice_in_a_lesson(seed: int) -> None:
    assert len({alias(seed, number) for number in range(3060)}) == 3060


def test_other_lessons_have_other_names() -> None:
    assert offered(1, 0) != offered(2, 0)


def test_when_all_names_are_given_they_come_again_with_a_number() -> None:
    assert alias(1, 4600) == f"{alias(1, 0)} 2"


def test_a_name_is_short_enough_for_a_phone_and_easy_to_say() -> None:
    names = [alias(3, number) for number in range(4600)]
    assert max(map(len, names)) <= 20
    assert all(name.replace(" ", "").isalpha() and name.isascii() for name in names)
