"""This is the endings met, on the title, at an ending and on their own screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.model.story import Part
from game.playing.session import Marks
from game.saving.past import NAME, Past
from game.tui.app import OtherSideApp
from game.tui.screens.endings import Endings
from game.tui.sign import ASCII, FINE
from tests.builders import choice, enacts, end, scene, story
from tests.tui.driving import BROAD, NARROW, compare, press
from tests.tui.sample import app, door, sample, screen_text

BASE = sample()
TALE = story(
    scene(
        "line.fork",
        choice("left", "Left.", to="line.wire"),
        choice("right", "Right.", to="line.post"),
        choice("back", "Back.", to="line.train"),
    ),
    end("line.wire", enacts("escort-order/forty-minutes"), title="The wire"),
    end("line.post", enacts("night-weather/fog"), title="The post"),
    end("line.train", title="The train"),
    questions=tuple(BASE.questions.values()),
    accounts=tuple(BASE.accounts.values()),
    parts=(Part("line", "The line", "line.fork"),),
)
FIRST_ENDED = ("1", "enter", "1", "enter")


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("size", [NARROW, BROAD], ids=lambda size: str(size[0]))
async def test_the_endings_look_as_they_did(size: tuple[int, int], tmp_path: Path) -> None:
    running = app(door(tmp_path, TALE))
    async with running.run_test(size=size) as pilot:
        await press(pilot, (*FIRST_ENDED, "f"))
        assert isinstance(running.screen, Endings)
        compare(f"endings-{size[0]}", screen_text(running))


@pytest.mark.usefixtures("unguarded")
async def test_the_title_counts_the_endings_of_all_plays(tmp_path: Path) -> None:
    running = app(door(tmp_path, TALE))
    async with running.run_test(size=NARROW) as pilot:
        assert "Endings met" not in screen_text(running)
        await press(pilot, (*FIRST_ENDED, "enter", "enter", "enter"))
        assert "Endings met  1 of 3" in screen_text(running)
        await press(pilot, ("2", "enter", "2", "enter"))
        assert "2 of 3 endings" in screen_text(running)
        await press(pilot, ("enter", "enter", "enter", "4"))
        assert isinstance(running.screen, Endings)
        text = screen_text(running)
        assert "The wire" in text
        assert "The post" in text
        assert "The train" not in text


@pytest.mark.usefixtures("unguarded")
async def test_a_finished_play_counts_although_nothing_else_remembers_it(tmp_path: Path) -> None:
    running = app(door(tmp_path, TALE))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*FIRST_ENDED, "ctrl+q"))
    (tmp_path / NAME).unlink()
    again = app(door(tmp_path, TALE))
    async with again.run_test(size=NARROW):
        assert "Endings met  1 of 3" in screen_text(again)


@pytest.mark.usefixtures("unguarded")
async def test_the_endings_of_a_play_read_clean_have_no_status_before_its_end(
    tmp_path: Path,
) -> None:
    Past(tmp_path, TALE.story).add({"line.wire"})
    running = app(door(tmp_path, TALE, Marks.CLEAN))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "enter", "f"))
        assert "The wire" in screen_text(running)
        assert "DISPUTED" not in screen_text(running)


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("signs", [FINE, ASCII], ids=["fine", "ascii"])
async def test_no_size_breaks_the_endings(signs: object, tmp_path: Path) -> None:
    running = OtherSideApp(door(tmp_path, TALE), ASCII if signs is ASCII else FINE)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*FIRST_ENDED, "f"))
        for width, height in ((300, 100), (40, 12), (20, 5)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert max(map(len, screen_text(running).splitlines()), default=0) <= width
        if signs is ASCII:
            await pilot.resize_terminal(*NARROW)
            await pilot.pause()
            assert screen_text(running).isascii()
