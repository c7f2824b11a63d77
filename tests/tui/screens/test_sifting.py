from __future__ import annotations

import pytest

from game.tui.screens.sifting import matches


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", True), ("LYUSH", True), ("khab lyush", True), ("damaev", True), ("tokyo", False)],
)
def test_every_word_typed_is_looked_for_without_case_or_accents(typed: str, *, found: bool) -> None:
    assert matches(typed, "Lyushkov at Khabarovsk", "Damaëv") is found
