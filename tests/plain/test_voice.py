from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.plain.voice import WIDTH, Voice, clean, fit


def said(text: str, *, hang: int = 0, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    voice = Voice(stream)
    voice.say(text, hang=hang)
    voice.flush()
    return raw.getvalue().decode(encoding)


def test_a_paragraph_is_wrapped_at_seventy_two_columns() -> None:
    lines = said("word " * 60).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) == 5


def test_lines_after_the_first_hang_in() -> None:
    assert said("1. " + "word " * 20, hang=3).splitlines()[1].startswith("   word")


def test_nothing_said_is_an_empty_line() -> None:
    assert said("") == "\n"


@given(st.text())
def test_no_text_can_steer_a_terminal(text: str) -> None:
    line = said(text, encoding="utf-8").replace("\n", "")
    assert not any(ord(each) < 32 or 127 <= ord(each) < 160 for each in line)


@pytest.mark.parametrize(
    "text", ["\x1b]52;c;UFdO\x07", "\x9b31m", "a\rb", "a\x08b", "\u202eabc", "\u200bx", "\ud800"]
)
def test_what_steers_is_taken_away(text: str) -> None:
    assert clean(text).isprintable()


def test_an_alphabet_without_curls_gets_straight_quotes() -> None:
    assert said("“Yes” – he’s … there", encoding="ascii") == '"Yes" - he\'s ... there\n'


def test_letters_with_marks_lose_them_where_they_must() -> None:
    assert fit("Łódź café", "ascii") == "?odz cafe"


@given(st.text())
def test_every_text_fits_every_alphabet(text: str) -> None:
    for encoding in ("ascii", "latin-1", "cp437", "utf-8"):
        fit(clean(text), encoding).encode(encoding)


def test_a_text_that_fits_is_left_alone() -> None:
    assert fit("“Ödön”", "utf-8") == "“Ödön”"


def test_a_prompt_leaves_its_line_open_and_is_sent_off() -> None:
    stream = io.StringIO()
    Voice(stream).prompt("Number: ")
    assert stream.getvalue() == "Number: "
