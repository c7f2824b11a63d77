from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.model.prose import Mark, MarkKind, Words
from game.tui.ink import Block, lay, prose, shorten, spread, words


def test_what_looks_like_markup_is_only_words() -> None:
    hostile = "array[0] [ok] [/] [@click=app.leave]press[/]"
    assert prose((Words(hostile),)).plain == hostile


def test_emphasis_and_what_rests_on_the_record_are_styles() -> None:
    mark = Mark(MarkKind.CLAIM, "night/fog")
    spans = prose((Words("The "), Words("fog", emphasis=True, mark=mark))).spans
    assert [(span.start, span.end, span.style) for span in spans] == [
        (4, 7, "italic"),
        (4, 7, "underline $recorded"),
    ]


def test_a_style_goes_on_over_the_end_of_a_line() -> None:
    lines = lay([Block(words("one two three", "bold"))], 8)
    assert [(line.plain, [str(span.style) for span in line.spans]) for line in lines] == [
        ("one two", ["bold"]),
        ("three", ["bold"]),
    ]


def test_a_number_hangs_before_its_lines() -> None:
    lines = lay([Block(words("one two three"), hang=3, first=words("1"))], 10)
    assert [line.plain for line in lines] == ["1  one two", "   three"]


def test_a_gap_stands_between_blocks_and_not_before_the_first() -> None:
    blocks = [Block(words("a"), gap=1), Block(words("b"), gap=1)]
    assert [line.plain for line in lay(blocks, 9)] == ["a", "", "b"]


@given(st.text(max_size=80), st.text(max_size=20), st.integers(min_value=1, max_value=60))
def test_a_line_with_two_ends_fits(left: str, right: str, width: int) -> None:
    assert spread(words(left), words(right), width, "…").cell_length <= width


@given(st.text(max_size=80), st.integers(min_value=0, max_value=60))
def test_what_is_shortened_fits(text: str, width: int) -> None:
    assert shorten(words(text), width, "...").cell_length <= width
