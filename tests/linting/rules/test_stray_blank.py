from __future__ import annotations

import pytest

from game.linting.rules.stray_blank import check
from game.model.prose import Prose, Words
from tests.builders import either, end, holds, paragraph, paragraphs, scene, story, yes_no


def found(text: Prose) -> list[str]:
    tale = story(scene("hall.door", then="hall.street", text=text), end("hall.street"),
                 variables=[yes_no("lit")])  # fmt: skip
    return [problem.statement for problem in check(tale)]


@pytest.mark.parametrize("said", ["A  door.", "A door , no key.", "A door .", "Why ?"])
def test_a_stray_blank_is_found(said: str) -> None:
    assert len(found(paragraphs(paragraph(said)))) == 1


@pytest.mark.parametrize("said", ["A door, no key.", "It was .22 calibre.", "A door … no key."])
def test_a_blank_where_it_belongs_is_not(said: str) -> None:
    assert found(paragraphs(paragraph(said))) == []


def test_the_words_around_it_are_shown() -> None:
    (statement,) = found(paragraphs(paragraph("There is a door , and no key.")))
    assert (
        statement == "The scene 'hall.door' has a stray blank at 'There is a door , and no key.'."
    )


def test_blanks_around_a_stretch_are_seen_to_by_the_game() -> None:
    assert found(paragraphs(paragraph("A door. ", either(holds("lit"), "A lamp."), " Rain."))) == []


def test_one_inside_an_arm_is_found() -> None:
    assert len(found(paragraphs(paragraph("A door. ", either(holds("lit"), "A  lamp."))))) == 1


def test_one_inside_emphasis_is_found() -> None:
    assert len(found(paragraphs(paragraph(Words("A  door", emphasis=True))))) == 1
