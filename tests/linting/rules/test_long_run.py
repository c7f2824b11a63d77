from __future__ import annotations

from game.linting.rules.long_run import check
from game.model.scene import Scene
from tests.builders import choice, end, scene, story


def found(*scenes: Scene) -> list[str]:
    return [problem.statement for problem in check(story(*scenes, end("hall.street")))]


def run(length: int) -> list[Scene]:
    names = [f"hall.s{number}" for number in range(length)] + ["hall.street"]
    return [scene(names[number], then=names[number + 1]) for number in range(length)]


def test_a_run_is_told_once_where_it_begins() -> None:
    assert found(*run(4)) == [
        "From 'hall.s0' on 4 scenes follow one another with nothing to choose, 3 at most."
    ]


def test_three_may_follow_one_another() -> None:
    assert found(*run(3)) == []


def test_a_choice_between_parts_it() -> None:
    *first, last = run(4)
    asked = scene("hall.s1", choice("on", to="hall.s2"))
    assert found(first[0], asked, first[2], last) == []


def test_the_longest_exit_of_a_chance_counts() -> None:
    assert found(scene("hall.toss", chance={"hall.street": 1, "hall.s0": 1}), *run(3)) != []


def test_a_ring_is_another_rules_affair() -> None:
    ring = [scene("hall.a", then="hall.b"), scene("hall.b", then="hall.a")]
    assert found(scene("hall.door", then="hall.a"), *ring) != []
