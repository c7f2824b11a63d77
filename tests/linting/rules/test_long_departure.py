from __future__ import annotations

from dataclasses import replace

import pytest

from game.linting.rules.long_departure import check
from game.model.scene import Choice, Scene
from tests.builders import choice, compares, end, leaves, scene, story, whole


def found(within: int, *night: Scene, rejoins: str | None = None, to: str = "off.night") -> bool:
    """Whether a choice off the record, and the scenes behind it, are too long."""
    stay = choice("stay", to=to, leaves=leaves(within, rejoins))
    tale = story(
        scene("hall.door", choice("go", to="hall.street"), stay),
        *night,
        end("hall.street"),
        variables=[whole("knocks", 0, 3)],
    )
    return bool(list(check(tale)))


def walk(number: int, to: str) -> Scene:
    return scene(f"off.s{number}", choice("on", to=to))


@pytest.mark.parametrize(("within", "is_late"), [(1, True), (2, False), (3, False)])
def test_the_choices_after_the_first_are_counted(within: int, is_late: bool) -> None:
    night = (scene("off.night", choice("sit", to="off.s1")), walk(1, "off.end"), end("off.end"))
    assert found(within, *night) is is_late


def test_the_scene_where_it_rejoins_ends_it() -> None:
    night = (scene("off.night", choice("sit", to="off.s1")), walk(1, "hall.street"))
    assert found(1, *night)
    assert not found(1, *night, rejoins="off.s1")


def test_a_scene_that_is_only_passed_by_itself_rejoins_it_too() -> None:
    night = (
        scene("off.night", choice("sit", to="off.back")),
        scene("off.back", then="off.s1"),
        walk(1, "hall.street"),
    )
    assert found(1, *night)
    assert not found(1, *night, rejoins="off.back")


def test_a_ring_that_nothing_closes_is_too_long_however_many_are_allowed() -> None:
    assert found(9, scene("off.night", choice("sit", to="off.s1")), walk(1, "off.night"))


@pytest.mark.parametrize("closed", [{"once": True}, {"condition": compares("knocks", "<", 1)}])
def test_choices_that_something_can_close_are_left_to_those_who_play(
    closed: dict[str, object],
) -> None:
    again: Choice = replace(choice("sit", to="off.night"), **closed)  # type: ignore[arg-type]
    assert not found(2, scene("off.night", again, choice("on", to="hall.street")))


def test_every_exit_of_a_chance_is_followed() -> None:
    night = (
        scene("off.night", chance={"hall.street": 9, "off.s1": 1}),
        walk(1, "off.s2"),
        walk(2, "hall.street"),
    )
    assert found(1, *night)
    assert not found(2, *night)


def test_a_detour_comes_back_and_its_choices_count() -> None:
    night = (
        scene("off.night", choice("look", detour="off.map", once=True), choice("on", to="off.s1")),
        scene("off.map", choice("turn", to="off.away")),
        scene("off.away", returns=True),
        walk(1, "hall.street"),
    )
    assert not found(2, *night)
    opened = scene("off.night", choice("look", detour="off.map"), choice("on", to="off.s1"))
    assert found(2, opened, *night[1:])


def test_a_way_off_that_begins_as_a_detour_counts_what_comes_after_it() -> None:
    stay = choice("stay", detour="off.map", leaves=leaves(1))
    tale = story(
        scene("hall.door", choice("go", to="hall.street"), stay),
        scene("off.map", returns=True),
        end("hall.street"),
    )
    (problem,) = check(tale)
    assert problem.statement == (
        "After the choice 'hall.door/stay' a play can go 1 choice on, with nothing to prevent it, "
        "and an ending has not come."
    )
