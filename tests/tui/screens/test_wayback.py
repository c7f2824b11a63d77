"""This is going back only to see what if, and coming back, on the screen."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from game.saving.shelf import verify
from game.settings.likings import Likings
from game.settings.setting import rekeyed
from game.tui.app import OtherSideApp
from game.tui.screens.ending import Ending
from game.tui.screens.reading import Reading
from game.tui.sign import FINE
from tests.tui.driving import BROAD, NARROW, compare, kept, press
from tests.tui.sample import app, door, screen_text

PLAYED = ("2", "space")
ASKED = (*PLAYED, "j", "enter", "2")
"""The second choice is taken, and the first page is looked at again as a what if."""


def page(running: OtherSideApp) -> Reading:
    assert isinstance(running.screen, Reading)
    return running.screen


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("size", [NARROW, BROAD], ids=lambda size: str(size[0]))
async def test_a_what_if_looks_as_it_did(size: tuple[int, int], tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=size) as pilot:
        await press(pilot, PLAYED)
        await kept(running, pilot, 1)
        await press(pilot, ASKED[2:])
        await press(pilot, ("4",))
        compare(f"what-if-{size[0]}", screen_text(running))
        await press(pilot, ("p",))
        compare(f"what-if-kept-{size[0]}", screen_text(running))
        await press(pilot, ("escape", "1", "enter"))
        compare(f"what-if-ending-{size[0]}", screen_text(running))


@pytest.mark.usefixtures("unguarded")
async def test_r_returns_to_the_play_where_it_was_left(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, PLAYED)
        before = screen_text(running).splitlines()[:-1]
        await press(pilot, (*ASKED[2:], "4", "r"))
        assert screen_text(running).splitlines()[:-1] == before


@pytest.mark.usefixtures("unguarded")
async def test_the_story_map_asks_what_if_too(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*PLAYED, "s", "left", "enter", "2"))
        assert "What if, since “The marker” · r returns" in screen_text(running)
        await press(pilot, ("3", "s", "left", "enter"))
        assert "Only look" not in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_p_makes_it_the_play_once_it_is_asked(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*ASKED, "4", "p", "2"))
        assert running._sitting is not None
        assert running._sitting.play.what_if
        await press(pilot, ("p", "1"))
        assert not running._sitting.play.what_if
        assert "What if" not in screen_text(running)
        await press(pilot, ("r",))
        assert "this is no what if: it is your play" in screen_text(running)
    assert verify(tmp_path / "slot1.json").kept.save.log == ("line.arrive/stay",)


@pytest.mark.usefixtures("unguarded")
async def test_whoever_leaves_in_a_what_if_finds_their_play(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*ASKED, "4", "q"))
    assert running.all_kept
    assert verify(tmp_path / "slot1.json").kept.save.log == ("line.arrive/forty",)


@pytest.mark.usefixtures("unguarded")
async def test_while_a_what_if_is_walked_the_play_lies_on_disk(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, PLAYED)
        await kept(running, pilot, 1)
        await press(pilot, (*ASKED[2:], "4", "v", "1", "1"))
        await asyncio.sleep(0.1)
        assert verify(tmp_path / "slot1.json").kept.save.log == ("line.arrive/forty",)


@pytest.mark.usefixtures("unguarded")
async def test_from_an_ending_that_was_a_what_if_enter_leads_back(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*ASKED, "4", "1", "enter"))
        assert isinstance(running.screen, Ending)
        assert "An ending, had you gone another way" in screen_text(running)
        await press(pilot, ("enter",))
        assert page(running).page.turn == 1
        assert "You: Leave him in the trees." in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_the_standing_line_names_the_keys_that_the_reader_gave(tmp_path: Path) -> None:
    likings = Likings()
    likings.take_over(rekeyed(likings.settings, "come-back", "z"))
    running = OtherSideApp(door(tmp_path, slot="slot1"), FINE, likings)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ASKED)
        assert "· z returns" in screen_text(running)
        await press(pilot, ("z",))
        assert page(running).page.turn == 1
