from __future__ import annotations

from game.linting.graph import automatic, everywhere, homes, loops, onward, reached, visits
from game.model.story import Story
from tests.builders import choice, end, scene, story


def house() -> Story:
    return story(
        scene("hall.door", choice("open", to="hall.fog"), choice("look", detour="hall.map")),
        scene("hall.map", then="hall.away"),
        scene("hall.away", returns=True),
        scene("hall.fog", chance={"hall.street": 1, "hall.door": 1}),
        scene("hall.attic", then="hall.street"),
        end("hall.street"),
    )


def test_a_detour_is_a_way_but_not_a_way_for_good() -> None:
    door = house().scenes["hall.door"]
    assert onward(door) == ("hall.fog",)
    assert everywhere(door) == ("hall.fog", "hall.map")


def test_what_no_way_leads_to_is_not_reached() -> None:
    assert "hall.attic" not in reached(house(), ["hall.door"], everywhere)


def test_the_first_scenes_are_reached_too() -> None:
    assert reached(house(), ["hall.street"], everywhere) == {"hall.street"}


def test_a_detour_visits_what_follows_from_its_first_scene() -> None:
    assert visits(house()) == {"hall.map": frozenset({"hall.map", "hall.away"})}


def test_a_return_goes_home_to_where_the_detour_was_taken() -> None:
    assert homes(house()) == {"hall.away": ("hall.door",)}


def test_a_ring_with_a_choice_in_it_is_no_loop_by_itself() -> None:
    assert loops(house(), automatic) == ()
    assert loops(house(), everywhere) == ("hall.door", "hall.fog")
