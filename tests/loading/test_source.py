from __future__ import annotations

import pytest

from game.loading.name import Names
from game.loading.source import MOST_HIDDEN, decode


def faults(data: bytes) -> list[str]:
    return [
        f"{each.position.line}:{each.position.column} {each.code}"
        for each in decode("x.yaml", data, Names()).problems
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("é: x\n".encode("utf-16"), ["1:1 Y002"]),
        ("é: x\n".encode("utf-32"), ["1:1 Y002"]),
        (b"a: b\nc: \xe9", ["2:4 Y003"]),
        ("ééé".encode() + b"\xff", ["1:4 Y003"]),
        (b"\xed\xa0\x80", ["1:1 Y003"]),
        (b"a\tb", ["1:2 Y007"]),
        (b"a: \x1b]52;c", ["1:4 Y004"]),
        (b"a\rb", ["1:2 Y004"]),
        (b"a\0b", ["1:2 Y004"]),
        (b"a\x7fb", ["1:2 Y004"]),
        ("é\x85b".encode(), ["1:2 Y004"]),
        ("a\n\u2028b".encode(), ["2:1 Y004"]),
        ("a\u200db".encode(), ["1:2 Y004"]),
        ("a\u2067b\u2069".encode(), ["1:2 Y004", "1:4 Y004"]),
        ("a\u00adb".encode(), ["1:2 Y004"]),
        ("a\n\nb\ufeff".encode(), ["3:2 Y004"]),
        ("\ufeff\ufeffa".encode(), ["1:1 Y004"]),
        ("a\U000e0041".encode(), ["1:2 Y004"]),
    ],
)
def test_what_is_refused_has_its_code_and_place(data: bytes, expected: list[str]) -> None:
    assert faults(data) == expected


@pytest.mark.parametrize("text", ["a\r\nb", "\ufeffa", "Лю́шков 12° – “é” 間島", "a\u00a0b", "😀"])
def test_honest_text_is_let_be(text: str) -> None:
    assert faults(text.encode()) == []


def test_no_more_hidden_characters_are_named_than_help() -> None:
    assert len(faults(b"\x01" * 1000)) == MOST_HIDDEN


def test_a_hidden_character_is_named() -> None:
    source = decode("x.yaml", "a\u202eb".encode(), Names())

    statement = "There is a hidden character here: U+202E right-to-left override."
    assert source.problems[0].statement == statement
