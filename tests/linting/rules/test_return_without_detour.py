from __future__ import annotations

from game.linting.rules.return_without_detour import check
from tests.builders import choice, end, scene, story


def test_a_detour_that_never_returns_is_found() -> None:
    tale = story(
        scene("hall.door", choice("look", detour="hall.map"), choice("go", to="hall.street")),
        scene("hall.map", then="hall.street"),
        end("hall.street"),
    )
    assert [problem.statement for problem in check(tale)] == [
        "The detour to 'hall.map' never returns."
    ]


def test_a_detour_may_wander_before_it_returns() -> None:
    tale = story(
        scene("hall.door", choice("look", detour="hall.map"), choice("go", to="hall.street")),
        scene("hall.map", choice("turn", to="hall.away")),
        scene("hall.away", returns=True),
        end("hall.street"),
    )
    assert list(check(tale)) == []
