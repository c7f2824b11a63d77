from __future__ import annotations

from game.linting.rules.many_choices import check
from tests.builders import choice, end, holds, scene, story, yes_no


def found(opened: int, closed: int = 0, once: int = 0) -> int:
    choices = [choice(f"o{number}", to="hall.street") for number in range(opened)]
    lit = holds("lit")
    choices += [choice(f"c{n}", to="hall.street", condition=lit) for n in range(closed)]
    choices += [choice(f"n{n}", to="hall.street", once=True) for n in range(once)]
    tale = story(scene("hall.door", *choices), end("hall.street"), variables=[yes_no("lit")])
    return len(list(check(tale)))


def test_six_that_are_always_open_are_too_many() -> None:
    assert found(6) == 1
    assert found(5) == 0


def test_what_something_can_close_does_not_count() -> None:
    assert found(5, closed=4, once=4) == 0
