from __future__ import annotations

from game.record.status import Family, Status


def test_statuses_stand_in_the_order_in_which_the_first_that_fits_is_taken() -> None:
    assert [status.value for status in Status] == [
        "disputed",
        "attested",
        "one teller",
        "against the record",
        "inferred",
        "invented",
        "not known",
    ]


def test_every_status_has_a_glyph_and_a_letter_of_its_own() -> None:
    assert len({status.glyph for status in Status}) == len(Status)
    assert len({status.letter for status in Status}) == len(Status)


def test_the_letter_is_for_terminals_that_have_only_ascii() -> None:
    assert all(status.letter.isascii() for status in Status)


def test_every_family_has_a_status() -> None:
    assert {status.family for status in Status} == set(Family)


def test_every_status_says_what_it_means_in_a_sentence() -> None:
    assert all(status.meaning.endswith(".") for status in Status)
