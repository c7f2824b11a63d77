from __future__ import annotations

import pytest

from game.linting.rules.number_two_ways import check
from tests.builders import end, scene, story


def found(*texts: str) -> list[str]:
    scenes = [
        scene(f"hall.s{number}", then="hall.street", text=text) for number, text in enumerate(texts)
    ]
    return [problem.statement for problem in check(story(*scenes, end("hall.street")))]


def test_the_way_that_fewer_texts_have_is_found() -> None:
    assert found("172,000 people.", "172000 people.", "Again 172,000.") == [
        "The scene 'hall.s1' writes '172000' for what stands elsewhere as '172,000'."
    ]


@pytest.mark.parametrize("other", ["172 000", "172\u00a0000", "172\u202f000", "172000"])
def test_every_way_of_parting_thousands_is_known(other: str) -> None:
    assert len(found("172,000 and 172,000 more.", f"{other} people.")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,938 people.", "In 1938."),
        ("172,000 people.", "172,001 people."),
        ("0.1234 of it.", "0,1234 of it."),
        ("File 12345678.", "1,234,567 people."),
    ],
)
def test_what_is_no_number_twice_is_left_alone(one: str, other: str) -> None:
    assert found(one, other) == []
