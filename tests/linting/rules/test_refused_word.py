from __future__ import annotations

import pytest

from game.linting.rules.refused_word import check
from tests.builders import choice, end, person, scene, story


def found(text: str) -> int:
    return len(list(check(story(scene("hall.door", text=text)))))


@pytest.mark.parametrize(
    "text",
    [
        "They were liquidated.",
        "A cleansed district.",
        "The Repressed came back.",
        "Special settlers, by the thousand.",
        "He called them enemies of the people: so do you.",
        "Little did he know.",
        "Your heart pounds.",
        "The silence stretches.",
        "It is a point of no return.",
    ],
)
def test_a_refused_turn_is_found_in_the_narrators_voice(text: str) -> None:
    assert found(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        'The order says "liquidated".',
        "The order says “liquidated”, and so does he.",
        "They were shot.",
        "He is impressed by the heart of the matter.",
    ],
)
def test_words_of_others_within_quotation_marks_may_stand(text: str) -> None:
    assert found(text) == 0


def test_a_choice_and_an_entry_are_read_too() -> None:
    tale = story(
        scene("hall.door", choice("sign", "Sign: liquidated.", to="hall.street")),
        end("hall.street"),
        people=[person("clerk", "He repressed nobody.")],
    )
    assert [problem.statement for problem in check(tale)] == [
        "The choice 'hall.door/sign' says 'liquidated' in its own voice.",
        "The entry 'clerk' says 'repressed' in its own voice.",
    ]
