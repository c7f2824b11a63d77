from __future__ import annotations

from game.linting.rules.mixed_quotes import check
from tests.builders import end, scene, story


def found(*texts: str) -> list[str]:
    scenes = [
        scene(f"hall.s{number}", then="hall.street", text=text) for number, text in enumerate(texts)
    ]
    return [problem.statement for problem in check(story(*scenes, end("hall.street")))]


def test_the_kind_that_fewer_texts_have_is_found() -> None:
    assert found("“No.”", "“Yes.”", '"Perhaps."') == [
        "The scene 'hall.s2' has straight quotation marks, where more texts have curly ones."
    ]


def test_where_both_are_as_many_the_curly_are_named() -> None:
    assert found("“No.”", '"Yes."') == [
        "The scene 'hall.s0' has curly quotation marks, where more texts have straight ones."
    ]


def test_apostrophes_are_looked_at_by_themselves() -> None:
    assert found("“It's late.”", "It's dark.", "It’s cold.") == [
        "The scene 'hall.s2' has curly apostrophes, where more texts have straight ones."
    ]


def test_one_kind_throughout_is_right() -> None:
    assert found('"No." It\'s late.', '"Yes."') == []
