from __future__ import annotations

import pytest

from game.linting.rules.open_quotation import check
from game.model.prose import Prose
from tests.builders import either, end, holds, paragraph, paragraphs, scene, story, yes_no


def found(text: str | Prose) -> int:
    tale = story(scene("hall.door", then="hall.street", text=text), end("hall.street"),
                 variables=[yes_no("lit")])  # fmt: skip
    return len(list(check(tale)))


@pytest.mark.parametrize(
    "text",
    ['"No key, you say.', 'No key," you say.', "“No key, you say.", "A door (no key.", "No key)."],
)
def test_what_stays_open_is_found(text: str) -> None:
    assert found(text) == 1


@pytest.mark.parametrize(
    "text", ['"No key," you say. "None."', "“No key,” you say.", "A door (no key).", "It's late."]
)
def test_what_is_closed_is_not(text: str) -> None:
    assert found(text) == 0


def test_a_speech_may_go_on_in_the_next_paragraph() -> None:
    assert found('"No key," you say. "None.\n\n"And nobody home."') == 0
    assert found('"No key," you say. "None.\n\nAnd nobody home."') == 2


def test_a_paragraph_that_can_read_in_several_ways_is_left_alone() -> None:
    stretch = either(holds("lit"), '"A lamp', '"No lamp')
    assert found(paragraphs(paragraph(stretch, '," you say.'))) == 0
