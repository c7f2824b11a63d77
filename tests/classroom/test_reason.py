from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.reason import LONGEST, cleaned


@given(st.text(max_size=400))
def test_what_is_shown_is_one_short_line_without_hidden_signs(text: str) -> None:
    shown = cleaned(text)
    assert len(shown) <= LONGEST
    assert shown == shown.strip()
    assert not any(unicodedata.category(sign).startswith("C") for sign in shown)
    assert not {"\n", "\u2028", "\u202e", "\u200b"} & set(shown)


@given(st.text(max_size=400))
def test_what_was_cleaned_is_clean(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


def test_five_thousand_characters_are_cut() -> None:
    assert cleaned("word " * 1000) == ("word " * 28).strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>bold</b> & <script>", "<b>bold</b> & <script>"),
        ("abc\u202edef", "abcdef"),
        ("tab\tand\nline", "tab and line"),
        ("z\u0300\u0301\u0302\u0303\u0304a", "z\u0300\u0301a"),
        ("Потому что.", "Потому что."),
        ("그래서", "그래서"),
        ("\x1b[31mred", "[31mred"),
        ("ok 👍", "ok 👍"),
        ("e\u0301", "é"),
    ],
)
def test_a_reason_keeps_its_words_and_loses_what_hides(text: str, shown: str) -> None:
    assert cleaned(text) == shown
