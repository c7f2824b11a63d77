from __future__ import annotations

from game.exporting.wording import in_words, shortened
from game.model.prose import Value, Words
from tests.builders import compares, either, paragraph, paragraphs


def test_prose_in_words_has_every_way_that_a_stretch_can_read() -> None:
    stretch = either(compares("v", ">", 1), "alone", "with two")
    said = paragraphs(paragraph("You came ", stretch, " by ", Value("road"), Words(".")), "Then.")
    assert in_words(said) == "You came alone / with two by (road). Then."


def test_what_fits_is_not_cut() -> None:
    assert shortened("Just so", 7) == "Just so"


def test_what_is_cut_is_cut_between_words_and_says_so() -> None:
    assert shortened("Not quite so", 10) == "Not quite…"


def test_a_long_word_is_cut_in_itself() -> None:
    assert shortened("Unbelievable", 6) == "Unbel…"
