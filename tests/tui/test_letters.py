from __future__ import annotations

from rich.segment import Segment
from textual.color import Color

from game.tui.letters import PlainFilter

BLACK = Color(0, 0, 0)


def plain(text: str) -> str:
    (segment,) = PlainFilter().apply([Segment(text)], BLACK)
    return segment.text


def test_quotation_marks_dashes_and_dots_become_ascii_of_the_same_width() -> None:
    text = "“Go” – he said… ‘5 × 3’ · now"
    assert plain(text) == "\"Go\" - he said. '5 x 3' - now"
    assert len(plain(text)) == len(text)


def test_letters_of_names_stay() -> None:
    assert plain("Möller, Люшков") == "Möller, Люшков"


def test_lines_that_are_ascii_are_left_as_they_are() -> None:
    segments = [Segment("He went."), Segment(" On.")]
    assert PlainFilter().apply(segments, BLACK) is segments
