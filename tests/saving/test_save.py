from __future__ import annotations

import pytest

from game.saving.fault import BadSlot
from game.saving.save import Save, slot_name


def test_a_number_is_a_slot_of_that_number() -> None:
    assert slot_name("1") == "slot1"


def test_leading_noughts_make_no_second_slot() -> None:
    assert slot_name("007") == slot_name("7")


def test_a_name_is_itself() -> None:
    assert slot_name("class-7b") == "class-7b"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "a/b",
        "a\\b",
        "A",
        "con",
        "com1",
        "x" * 33,
        "-a",
        "a.b",
        "é",
        "a\n",
        "\x1b]0;x",
        "²",
    ],
)
def test_what_could_be_no_file_is_no_slot(name: str) -> None:
    with pytest.raises(BadSlot):
        slot_name(name)


def test_the_refusal_of_a_slot_shows_no_control_characters() -> None:
    with pytest.raises(BadSlot) as caught:
        slot_name("\x1b]0;x\x07")
    assert str(caught.value).isprintable()


def test_the_turn_is_the_number_of_choices() -> None:
    assert Save("s", "", 0, ("a.b/c", "a.b/d"), ("a.b", "a.b", "a.b")).turn == 2
