from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import ControlType, Segment
from textual.color import Color

from game.tui.safety import ControlFilter, clean

BLACK = Color(0, 0, 0)


def test_escapes_c1_and_bidi_are_dropped() -> None:
    assert clean("a\x1b]52;c;UFdO\x07b\x9b2J\u202ec") == "a]52;c;UFdOb2Jc"


def test_line_breaks_become_a_blank_and_soft_hyphens_go() -> None:
    assert clean("one\r\ntwo\tsoft\u00adly") == "one two softly"


def test_letters_of_any_script_stay() -> None:
    assert clean("сорок минут, 国境, é, — “”") == "сорок минут, 国境, é, — “”"


@given(st.text())
def test_nothing_that_is_left_drives_a_terminal(text: str) -> None:
    assert all(ord(each) >= 0x20 and not 0x7F <= ord(each) <= 0x9F for each in clean(text))


def test_the_filter_cleans_what_somebody_else_drew_and_leaves_our_own_steering() -> None:
    ours = Segment("\x1b[2J", None, [(ControlType.CLEAR,)])
    kept, cleaned = ControlFilter().apply([ours, Segment("a\x1b[31mb")], BLACK)
    assert (kept, cleaned.text) == (ours, "a[31mb")
