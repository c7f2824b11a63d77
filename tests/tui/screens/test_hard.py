"""This is a hard passage as a reader comes to it: asked about, passed over, read after all."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from game.settings.likings import Likings
from game.settings.setting import Settings, how
from game.tui import guard
from game.tui.app import OtherSideApp
from game.tui.screens.hard import Hard
from game.tui.screens.reading import Reading
from game.tui.sign import FINE
from tests.builders import choice, end, scene, skippable, story
from tests.tui.driving import BROAD, NARROW, compare, kept, press
from tests.tui.sample import door, screen_text

TEXT, SUMMARY = "What was done in the cell.", "A man signed what was written."
TALE = story(
    scene("a.gate", choice("in", "Go in.", to="a.cell"), choice("by", "Pass by.", to="a.yard")),
    scene(
        "a.cell",
        choice("out", "Go out.", to="a.yard"),
        text=TEXT,
        title="The cell",
        tags=["torture"],
        skippable=skippable("torture", summary=SUMMARY),
    ),
    scene(
        "a.yard",
        choice("in", "Go in again.", to="a.cell"),
        choice("end", "Leave.", to="a.end"),
        text="The yard.",
    ),
    end("a.end"),
)


def app(folder: Path, likings: Likings | None = None) -> OtherSideApp:
    return OtherSideApp(door(folder, TALE, slot="slot1"), FINE, likings)


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("size", [NARROW, BROAD], ids=lambda size: str(size[0]))
async def test_the_question_looks_as_it_did(size: tuple[int, int], tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=size) as pilot:
        await press(pilot, ("1",))
        compare(f"hard-{size[0]}", screen_text(running))
        await press(pilot, ("2",))
        await kept(running, pilot, 1)
        compare(f"hard-passed-{size[0]}", screen_text(running))


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize(
    ("answer", "shown", "settled"),
    [
        ("1", TEXT, "ask"),
        ("2", SUMMARY, "ask"),
        ("3", SUMMARY, "skip"),
        ("4", TEXT, "show"),
        ("escape", SUMMARY, "ask"),
    ],
)
async def test_the_answer_decides_what_is_shown_and_what_is_asked_again(
    answer: str, shown: str, settled: str, tmp_path: Path
) -> None:
    likings = Likings()
    running = app(tmp_path, likings)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1",))
        assert isinstance(running.screen, Hard)
        assert TEXT not in screen_text(running)
        await press(pilot, (answer,))
        assert isinstance(running.screen, Reading)
        text = screen_text(running)
        assert shown in text
        assert (TEXT in text) == (shown == TEXT)
        assert how(likings.settings, "torture") == settled
        await press(pilot, ("1", "1"))
        assert not isinstance(running.screen, Hard)


@pytest.mark.usefixtures("unguarded")
async def test_what_is_always_passed_over_is_not_asked_about(tmp_path: Path) -> None:
    running = app(tmp_path, Likings(Settings(skip=frozenset({"torture"}))))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1",))
        text = screen_text(running)
        assert SUMMARY in text
        assert "Passed over, in two lines:" in text
        await press(pilot, ("k",))
        assert TEXT in screen_text(running)
        await press(pilot, ("k",))
        assert SUMMARY in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_the_settings_change_the_page_that_lies_open(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "1"))
        assert TEXT in screen_text(running)
        await press(pilot, ("comma", "end", "up", "enter", "enter", "escape", "escape"))
        assert SUMMARY in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_where_nothing_is_hard_the_key_says_so(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("k",))
        assert "nothing on this page can be passed over" in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_a_page_gone_back_to_is_not_asked_about_again(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "2", "1", "u"))
        assert SUMMARY in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_a_resumed_play_keeps_what_was_passed_over(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "2"))
        await kept(running, pilot, 1)
        await press(pilot, ("q",))
    again = app(tmp_path)
    async with again.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert isinstance(again.screen, Reading)
        assert SUMMARY in screen_text(again)
        await press(pilot, ("k",))
        text = screen_text(again)
        assert TEXT in text
        assert "You are at: A. The cell." in text


async def test_a_held_key_answers_nothing(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await pilot.pause(guard.SETTLING + 0.1)
        for _ in range(6):
            running.post_message(Key("enter", None))
        await pilot.pause(guard.SETTLING + 0.1)
        assert isinstance(running.screen, Hard)
        assert TEXT not in screen_text(running)
