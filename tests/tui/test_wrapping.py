from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from game.tui.wrapping import wrap

WORDS = st.text(
    alphabet=st.sampled_from("abcdefgh -–—\u00a0\u202f\u2011\u2060“”’.,12é国境がく"), max_size=300
)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_words_go_to_the_next_line_when_they_do_not_fit() -> None:
    assert lines("the fog does not lift", 8) == ["the fog", "does not", "lift"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines("", 20) == [""]


def test_no_break_spaces_hold_what_they_join() -> None:
    assert lines("about 172\u202f000 people", 9) == ["about", "172\u202f000", "people"]
    assert lines("in 12\u00a0km or so", 6) == ["in", "12\u00a0km", "or so"]


def test_a_hyphen_inside_a_word_ends_a_line_and_a_no_break_hyphen_does_not() -> None:
    assert lines("tea-coloured cap", 9) == ["tea-", "coloured", "cap"]
    assert lines("tea\u2011coloured", 20) == ["tea\u2011coloured"]
    assert lines("a tea\u2011coloured cap", 13) == ["a", "tea\u2011coloured", "cap"]


def test_a_dash_stays_with_the_word_before_it() -> None:
    assert lines("the line—nobody", 10) == ["the line—", "nobody"]


def test_a_number_keeps_its_sign() -> None:
    assert lines("minus -5 degrees", 7) == ["minus", "-5", "degrees"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_wide_characters_count_two_cells_and_keep_their_stops() -> None:
    assert lines("国境警察。", 8) == ["国境警", "察。"]


@given(WORDS, st.integers(min_value=2, max_value=90))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in lines(text, width))


@given(WORDS, st.integers(min_value=2, max_value=90))
def test_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "")
