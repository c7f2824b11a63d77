from __future__ import annotations

import pytest

from game.linting.rules.empty_reason import check
from game.model.scene import Entry
from tests.builders import choice, claim, enacts, end, infers, invents, question, scene, story

SAYS = "She left by the door."


def found(record: Entry) -> list[str]:
    tale = story(
        scene("hall.door", choice("go", to="hall.street", record=record)),
        end("hall.street"),
        questions=[question("way", claim("door", "diary", says=SAYS))],
    )
    return [problem.statement for problem in check(tale)]


@pytest.mark.parametrize(
    "record",
    [
        invents("Invented."),
        infers("way", "way/door", why="We think."),
        enacts("way/door", note="So."),
        enacts("way/door", note=SAYS),
        enacts("way/none", note="Nobody knows."),
    ],
)
def test_what_says_nothing_is_found(record: Entry) -> None:
    assert len(found(record)) == 1


@pytest.mark.parametrize(
    "record",
    [
        invents("Nobody tells of it."),
        infers("way", "way/door", why="It was the only one."),
        enacts("way/door"),
        enacts("way/door", note="The stove is ours."),
    ],
)
def test_what_says_something_is_not(record: Entry) -> None:
    assert found(record) == []
