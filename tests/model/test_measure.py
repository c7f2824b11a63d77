from __future__ import annotations

import pytest

from game.model.measure import lix, longest_reading, names, paragraphs, words, written
from game.model.prose import Value
from tests.builders import either, holds, marked, paragraph, person, place, prose, scene, story
from tests.builders import paragraphs as prose_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One.", 1),
        ("Half a kilometre back – no more.", 6),
        ("At 5:30, or 172,597.", 4),
        ("'You,' he says…", 3),
        ("…", 0),
    ],
)
def test_a_word_stands_between_blanks_and_has_a_letter_or_a_digit(text: str, count: int) -> None:
    assert len(words(text)) == count


def test_marks_and_emphasis_are_stripped() -> None:
    text = prose_of(paragraph("The fog ", marked("does not lift", "fog/seven"), " before seven."))
    assert paragraphs(text) == ("The fog does not lift before seven.",)


def test_everything_written_counts_once_whatever_the_state() -> None:
    text = prose_of(paragraph("Wait. ", either(holds("seen"), "He saw you.", "Nobody.")))
    assert written(text) == 5


def test_the_longest_reading_takes_the_longest_arm() -> None:
    text = prose_of(paragraph("Wait. ", either(holds("seen"), "He saw you.", "Nobody.")))
    assert longest_reading(text) == 4


def test_a_value_is_one_word() -> None:
    assert written(prose_of(paragraph("You came with ", Value("escort"), "."))) == 4


def test_words_of_all_beats_and_paragraphs_count() -> None:
    assert written(prose("One two.\n\nThree.\n---\nFour.")) == 4


def test_lix_is_words_per_sentence_plus_long_words_per_hundred() -> None:
    assert lix(["The commissar waits here. The fog stays."]) == pytest.approx(7 / 2 + 100 / 7)


def test_a_text_ends_a_sentence() -> None:
    assert lix(["Send him back", "Leave him"]) == pytest.approx(5 / 2)


def test_a_clock_does_not_end_a_sentence() -> None:
    assert lix(["At 5:30 he came."]) == pytest.approx(4)


def test_names_are_not_long_words() -> None:
    tale = story(scene("hall.door"), people=[person("lyushkov")], places=[place("khabarovsk")])
    text = ["Lyushkov's car left Khabarovsk."]
    assert lix(text, names(tale)) == pytest.approx(4)
    assert lix(text) > lix(text, names(tale))


def test_no_words_have_no_lix() -> None:
    assert lix([]) == 0
