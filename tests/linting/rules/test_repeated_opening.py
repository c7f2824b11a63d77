from __future__ import annotations

from game.linting.rules.repeated_opening import check
from tests.builders import choice, end, scene, story


def found(second: str, *, far: bool = False) -> int:
    tale = story(
        scene("hall.door", choice("on", to="hall.yard" if far else "hall.street"),
              text="The door stands open."),
        scene("hall.yard", choice("on", to="hall.street"), text="A yard, and a cart in it."),
        end("hall.street", text=second),
    )  # fmt: skip
    return len(list(check(tale)))


def test_neighbours_that_begin_alike_are_found() -> None:
    assert found("The door stands shut.") == 1


def test_two_words_are_not_enough() -> None:
    assert found("The door is shut.") == 0


def test_scenes_further_apart_may_begin_alike() -> None:
    assert found("The door stands shut.", far=True) == 0
