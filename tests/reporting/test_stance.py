from __future__ import annotations

import pytest

from game.model.record import Extent
from game.reporting.stance import Stance, sayings
from tests.builders import account, claim, question, telling

DAY = question(
    "day",
    claim("june", "wide"),
    claim(
        "thirteenth",
        telling("two-states", "line 1", state="early"),
        telling("two-states", "line 9", state="late"),
        within="june",
        denied_by=["denier"],
        doubted_by=["doubter"],
        reported_by=["reporter", "teller-elsewhere"],
    ),
    claim("dawn", "narrow", within="thirteenth", denied_by=["denies-dawn"]),
    claim("july", "rival", "teller-elsewhere", reported_by=["rumour"]),
)
BAG = question("bag", claim("cap", "diary"), claim("coat", "letter"), several=True)


def stance(name: str, claimed: str | None = "thirteenth") -> Stance:
    return sayings(DAY, claimed, account(name))[0].stance


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("two-states", Stance.TELLS),
        ("narrow", Stance.TELLS),
        ("wide", Stance.WIDER),
        ("rival", Stance.OTHERWISE),
        ("denier", Stance.DENIES),
        ("doubter", Stance.DOUBTS),
        ("reporter", Stance.REPORTS),
        ("rumour", Stance.RUMOUR),
        ("denies-dawn", Stance.BESIDE),
        ("teller-elsewhere", Stance.OTHERWISE),
        ("nobody", Stance.SILENT),
    ],
)
def test_an_account_stands_where_its_weightiest_telling_puts_it(
    name: str, expected: Stance
) -> None:
    assert stance(name) is expected


def test_a_denial_of_the_wider_claim_is_one_of_the_narrower() -> None:
    assert stance("denier", "dawn") is Stance.DENIES


def test_whoever_tells_anything_tells_otherwise_than_an_answer_that_nobody_gives() -> None:
    assert stance("rival", None) is Stance.OTHERWISE
    assert stance("rumour", None) is Stance.RUMOUR
    assert stance("denier", None) is Stance.BESIDE


def test_where_answers_stand_side_by_side_another_one_is_no_rival() -> None:
    assert sayings(BAG, "cap", account("letter"))[0].stance is Stance.BESIDE
    assert sayings(BAG, None, account("letter"))[0].stance is Stance.BESIDE


def test_two_states_that_say_the_same_are_one_saying() -> None:
    (saying,) = sayings(DAY, "thirteenth", account("two-states"))
    assert [each.at for each in saying.tellings] == ["line 1", "line 9"]


def test_an_account_that_says_two_things_has_two_sayings_the_weightier_first() -> None:
    found = sayings(DAY, "july", account("teller-elsewhere"))
    assert [each.stance for each in found] == [Stance.TELLS, Stance.RUMOUR]


@pytest.mark.parametrize("read", [Extent.EXCERPT, Extent.CITED])
def test_silence_is_only_for_what_was_read_whole(read: Extent) -> None:
    (saying,) = sayings(DAY, "july", account("nobody", read=read))
    assert saying.stance is Stance.NOT_CONSULTED


def test_a_computation_is_never_silent() -> None:
    (saying,) = sayings(DAY, "july", account("sky", kind="computed"))
    assert saying.stance is Stance.COMPUTES
    assert not saying.stance.speaks
