from __future__ import annotations

from game.linting.rules.backward_date import check
from game.model.scene import Scene
from tests.builders import choice, end, scene, story


def found(*scenes: Scene) -> list[str]:
    return [problem.statement for problem in check(story(*scenes))]


def test_an_undated_scene_on_the_way_hides_nothing() -> None:
    (statement,) = found(
        scene("hall.door", date="1938-06-12", then="hall.fog"),
        scene("hall.fog", then="hall.street"),
        scene("hall.street", date="1938-06-11", then="hall.door"),
    )
    assert statement == (
        "The date of 'hall.street' (1938-06-11) lies before that of 'hall.door' (1938-06-12), "
        "which leads to it."
    )


def test_stretches_of_days_that_overlap_say_nothing() -> None:
    assert not found(
        scene("hall.door", date="1938-06-12/1938-06-13", then="hall.street"),
        scene("hall.street", date="1938-06-09/1938-06-12"),
    )


def test_a_flashback_is_excused_and_does_not_count_as_the_last_date() -> None:
    assert not found(
        scene("hall.door", date="1938-06-12", then="hall.before"),
        scene("hall.before", date="1938-05-01", flashback=True, then="hall.street"),
        scene("hall.street", date="1938-06-12"),
    )


def test_behind_a_flashback_the_date_before_it_still_holds() -> None:
    assert found(
        scene("hall.door", date="1938-06-12", then="hall.before"),
        scene("hall.before", date="1938-05-01", flashback=True, then="hall.street"),
        scene("hall.street", date="1938-06-10"),
    )


def test_a_detour_runs_backwards_too() -> None:
    assert found(
        scene(
            "hall.door", choice("look", detour="hall.map"), choice("go", to="hall.street"),
            date="1938-06-12",
        ),
        scene("hall.map", date="1938-06-01", returns=True),
        end("hall.street"),
    )  # fmt: skip
