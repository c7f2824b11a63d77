from __future__ import annotations

from game.linting.rules.same_arms import check
from game.model.prose import Arm, Stretch, Words
from tests.builders import either, end, holds, marked, paragraph, paragraphs, scene, story, yes_no

LIT = holds("lit")


def found(stretch: Stretch) -> int:
    text = paragraphs(paragraph("A door. ", stretch))
    tale = story(scene("hall.door", then="hall.street", text=text), end("hall.street"),
                 variables=[yes_no("lit")])  # fmt: skip
    return len(list(check(tale)))


def test_the_same_words_either_way_are_found() -> None:
    assert found(either(LIT, "A lamp.", "A lamp.")) == 1


def test_words_that_differ_are_not() -> None:
    assert found(either(LIT, "A lamp.", "No lamp.")) == 0


def test_words_or_nothing_is_a_difference() -> None:
    assert found(either(LIT, "A lamp.")) == 0


def test_the_same_words_resting_on_another_claim_are_a_difference() -> None:
    otherwise = Arm(None, (Words("A lamp."),))
    assert found(Stretch((Arm(LIT, (marked("A lamp.", "lamp/lit"),)), otherwise))) == 0
