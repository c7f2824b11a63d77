from __future__ import annotations

import pytest

from game.tui.keys import CONTEXTS, EVERYWHERE, Key, help_lines, key_line
from game.tui.sign import FINE


@pytest.mark.parametrize("context", [name for name in CONTEXTS if name != "everywhere"])
def test_no_key_does_two_things_in_one_place(context: str) -> None:
    pressed = [key for each in (*CONTEXTS[context], *EVERYWHERE) for key in each.keys.split(",")]
    assert sorted(pressed) == sorted(set(pressed))


def test_the_same_name_has_the_same_keys_wherever_the_caret_moves() -> None:
    names: dict[str, set[str]] = {}
    for keys in CONTEXTS.values():
        for each in keys:
            if each.name in ("up", "down", "help", "take", "read-on"):
                names.setdefault(each.name, set()).add(each.keys)
    assert all(len(keys) == 1 for keys in names.values())


def test_every_key_that_says_something_is_on_the_help_page() -> None:
    listed = {name for name, _ in help_lines(FINE)}
    reading = (*CONTEXTS["reading"], *EVERYWHERE)
    assert {each.called for each in reading if each.says} <= listed


@pytest.mark.parametrize("width", [8, 20, 40, 78])
def test_the_line_of_keys_fits_and_always_offers_help(width: int) -> None:
    line = key_line(CONTEXTS["reading"], width)
    assert line.cell_length <= width
    assert line.plain.endswith("? help")


def test_a_key_without_a_label_goes_by_its_first_name() -> None:
    assert Key("down", "down,j", "down", "").called == "down"
