"""This is beginning at a part, led there by a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.model.story import Part
from game.tui.app import OtherSideApp
from game.tui.screens.asking import Asking
from game.tui.screens.front import Front
from game.tui.screens.parts import Parts
from game.tui.screens.reading import Reading
from game.tui.screens.title import Title
from game.tui.sign import FINE
from tests.builders import choice, claim, enacts, end, line, question, scene, story
from tests.tui.driving import BROAD, NARROW, compare, kept, press
from tests.tui.sample import door, screen_text

TALE = story(
    scene(
        "one.start",
        choice("on", "Go on to the second.", to="two.first", record=enacts("way/on")),
        choice("off", "Stay.", to="one.end", record=enacts("way/off")),
    ),
    end("one.end"),
    scene(
        "two.first",
        choice("go", "Go.", to="two.end", record=enacts("way/on")),
        title="The second of all",
        text="Here the second part begins.",
        date="1938-06-13",
    ),
    end("two.end"),
    questions=[question("way", claim("on", "diary"), claim("off", "letter"))],
    lines=[line("diary"), line("letter")],
    parts=[Part("one", "The first", "one.start"), Part("two", "The second", "two.first")],
    title="Two parts",
)


def app(folder: Path) -> OtherSideApp:
    return OtherSideApp(door(folder, TALE), FINE)


@pytest.mark.parametrize("size", [NARROW, BROAD], ids=lambda size: str(size[0]))
async def test_the_parts_look_as_they_did(size: tuple[int, int], tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=size) as pilot:
        for name, keys in (
            ("parts", ("2",)),
            ("parts-line", ("1",)),
            ("parts-led", ("1", "enter")),
        ):
            await press(pilot, keys)
            if isinstance(running.screen, Reading):
                await kept(running, pilot, 1)
            compare(f"{name}-{size[0]}", screen_text(running))


@pytest.mark.usefixtures("unguarded")
async def test_a_play_led_to_a_part_begins_there_and_cannot_go_back(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2",))
        assert isinstance(running.screen, Parts)
        await press(pilot, ("down", "enter"))
        assert isinstance(running.screen, Asking)
        text = screen_text(running)
        assert "1  Diary" in text
        assert "Letter" not in text
        await press(pilot, ("1",))
        assert isinstance(running.screen, Front)
        await press(pilot, ("enter",))
        text = screen_text(running)
        assert "You begin at 1 The second, on the way of: Diary." in text
        assert "Here the second part begins." in text
        assert "You have made no choice yet" not in text
        await press(pilot, ("u",))
        assert "nothing to take back yet" in screen_text(running)
        await press(pilot, ("j",))
        assert "nothing chosen yet" in screen_text(running)
        await press(pilot, ("1", "u", "u"))
        assert "Here the second part begins." in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_a_led_play_can_be_continued(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2", "1", "1", "enter"))
        await kept(running, pilot, 1)
        await press(pilot, ("q",))
    again = app(tmp_path)
    async with again.run_test(size=NARROW) as pilot:
        await press(pilot, ("1",))
        text = screen_text(again)
        assert "Here the second part begins." in text
        assert "You begin at" not in text


async def test_the_first_part_is_begun_without_being_led(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2", "enter"))
        assert isinstance(running.screen, Front)
        await press(pilot, ("enter",))
        assert isinstance(running.screen, Reading)
        assert running.screen.page.turn == 0


async def test_escape_leads_back_to_the_parts_then_to_the_title(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2", "1", "escape"))
        assert isinstance(running.screen, Parts)
        await press(pilot, ("escape",))
        assert isinstance(running.screen, Title)
