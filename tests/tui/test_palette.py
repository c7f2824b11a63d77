from __future__ import annotations

import pytest

from game.tui.palette import Palette
from game.tui.themes import THEMES

WORDS = 4.5
"""What words need against their ground, after WCAG 2.2, 1.4.3."""
FOCUS = 3.0
"""What shows where one is, after WCAG 2.2, 1.4.11."""


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_every_ink_can_be_read_on_its_ground(palette: Palette) -> None:
    measured = {name: contrast(ink, palette.ground) for name, ink in palette.inks.items()}
    assert {name: ratio for name, ratio in measured.items() if ratio < WORDS} == {}


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_the_caret_stands_out_and_so_do_words_marked_with_the_mouse(palette: Palette) -> None:
    assert contrast(palette.accent, palette.ground) >= FOCUS
    assert contrast(palette.bright, palette.rule) >= WORDS


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_the_hues_of_the_record_are_four(palette: Palette) -> None:
    hues = {palette.agree, palette.conflict, palette.beyond, palette.silent}
    assert len(hues) == 4


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
