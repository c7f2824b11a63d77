from __future__ import annotations

import pytest

from game.linting.rules.detour_depth import check
from game.model.story import Story
from tests.builders import choice, end, scene, story


def nested(depth: int) -> Story:
    """Detours inside detours, each with a way back."""
    inner = [
        scene(
            f"hall.aside-{level}",
            choice("deeper", detour=f"hall.aside-{level + 1}"),
            choice("back", to=f"hall.back-{level}"),
        )
        for level in range(1, depth)
    ]
    backs = [scene(f"hall.back-{level}", returns=True) for level in range(1, depth)]
    return story(
        scene("hall.door", choice("aside", detour="hall.aside-1"), choice("go", to="hall.street")),
        *inner,
        *backs,
        scene(f"hall.aside-{depth}", returns=True),
        end("hall.street"),
    )


@pytest.mark.parametrize(("depth", "problems"), [(1, 0), (4, 0), (5, 1), (6, 2)])
def test_detours_lie_four_deep_at_most(depth: int, problems: int) -> None:
    assert len(list(check(nested(depth)))) == problems


def test_two_detours_that_lead_into_each_other_are_both_found() -> None:
    tale = story(
        scene("hall.door", choice("aside", detour="hall.one"), choice("go", to="hall.street")),
        scene("hall.one", choice("deeper", detour="hall.two"), choice("back", to="hall.back")),
        scene("hall.two", choice("deeper", detour="hall.one"), choice("back", to="hall.back")),
        scene("hall.back", returns=True),
        end("hall.street"),
    )
    assert [problem.statement for problem in check(tale)] == [
        "The detour to 'hall.one' can be taken again from inside it.",
        "The detour to 'hall.two' can be taken again from inside it.",
    ]
