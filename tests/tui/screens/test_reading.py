"""This is the reading page where it has a key of its own, or names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.settings.likings import Likings
from game.settings.setting import rekeyed
from game.tui.app import OtherSideApp
from game.tui.sign import FINE
from tests.tui.driving import BROAD, NARROW, press
from tests.tui.sample import app, door, screen_text


def given(folder: Path, **keys: str) -> OtherSideApp:
    """Give the app to a reader with keys of their own; low lines stand for hyphens."""
    likings = Likings()
    for name, key in keys.items():
        likings.take_over(rekeyed(likings.settings, name.replace("_", "-"), key))
    return OtherSideApp(door(folder, slot="slot1"), FINE, likings)


@pytest.mark.usefixtures("unguarded")
async def test_y_copies_as_much_of_the_page_as_is_in_sight(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2", "y"))
        assert "the page is sent to the clipboard" in screen_text(running)
        copied = running.clipboard.split("\n\n")
        assert copied[0] == "The ravine"
        assert copied[1].startswith("You tell him forty minutes")
        assert len(copied) == 3
        assert copied[2].endswith("The ravine. 13 June 1938. Scene line.ravine. CC-BY-SA-4.0.")


@pytest.mark.usefixtures("unguarded")
async def test_y_copies_the_marked_words_stepped_to(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("right_square_bracket", "y"))
        assert running.clipboard.startswith("“The fog does not lift before seven.”")
        assert "Told by: Lyushkov, to his captors, statement of 1 July 1938" in running.clipboard


@pytest.mark.usefixtures("unguarded")
async def test_hints_name_the_keys_that_the_reader_gave(tmp_path: Path) -> None:
    running = given(tmp_path, read_on="g", back="x", next_mark="n", take="h", card="z")
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2",))
        assert "▾ g ─" in screen_text(running)
        await press(pilot, ("n",))
        assert "no marked words" in screen_text(running)
        await press(pilot, ("u", "n"))
        foot = screen_text(running).splitlines()[-1]
        assert foot.startswith(" h opens 1 of 2  x lets go  n next  [ before")


@pytest.mark.usefixtures("unguarded")
async def test_the_margin_names_the_keys_that_the_reader_gave(tmp_path: Path) -> None:
    running = given(tmp_path, card="z", tree="i")
    async with running.run_test(size=BROAD) as pilot:
        await press(pilot, ("2",))
        assert "z card  c compare  i tree" in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_space_and_b_page_the_prose_there_and_back(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("3",))
        first = screen_text(running)
        await press(pilot, ("space", "b"))
        assert screen_text(running) == first
