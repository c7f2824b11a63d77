"""This is the settings as a reader changes them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.model.scene import Skippable
from game.settings.likings import Likings, likings
from game.settings.setting import THEMES, Settings
from game.tui.app import OtherSideApp
from game.tui.command import open_door
from game.tui.screens.keyboard import Keyboard, holder, named
from game.tui.screens.reading import Reading
from game.tui.screens.settling import Settling, Tags
from game.tui.screens.title import Title
from game.tui.sign import FINE
from tests.builders import prose
from tests.tui.driving import BROAD, NARROW, compare, press
from tests.tui.sample import door, sample, screen_text

TAGS = ("torture", "child-loss")


def app(folder: Path, liked: Likings | None = None, *, slot: str | None = None) -> OtherSideApp:
    told = sample()
    hard = replace(told.scenes["line.stay"], skippable=Skippable(TAGS, prose("Two lines.")))
    told = replace(told, scenes={**told.scenes, "line.stay": hard})
    return OtherSideApp(door(folder, told, slot=slot), FINE, liked or here())


def here() -> Likings:
    return likings(os.environ)


def kept() -> Mapping[str, object]:
    found = json.loads(Path(os.environ["OTHERSIDE_SETTINGS"]).read_text())
    assert isinstance(found, dict)
    return found


async def written(running: OtherSideApp, pilot: Pilot[None]) -> None:
    await running.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", [NARROW, BROAD], ids=lambda size: str(size[0]))
async def test_the_settings_look_as_they_did(size: tuple[int, int], tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=size) as pilot:
        for name, keys in (
            ("settings", ("comma",)),
            ("settings-tags", ("up", "end", "up", "enter")),
            ("settings-keys", ("escape", "down", "enter")),
        ):
            await press(pilot, keys)
            compare(f"{name}-{size[0]}", screen_text(running))


@pytest.mark.parametrize("keys", [("comma",), ("f3",), ("o", *"settings", "enter"), ("3",)])
async def test_the_settings_have_a_key_a_line_in_the_menu_and_one_on_the_title(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, keys)
        assert isinstance(running.screen, Settling)
        await press(pilot, ("comma",))
        assert isinstance(running.screen, Title)


async def test_every_theme_can_be_put_on_and_is_kept(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("comma",))
        for name in THEMES:
            await press(pilot, ("enter",))
            assert running.theme == name
        await press(pilot, ("right", "left"))
        await written(running, pilot)
    assert kept()["theme"] == THEMES[-1]
    again = app(tmp_path)
    async with again.run_test(size=NARROW):
        assert again.theme == THEMES[-1]


@pytest.mark.usefixtures("unguarded")
async def test_the_width_of_prose_holds_at_once_on_the_page_below(tmp_path: Path) -> None:
    running = app(tmp_path, slot="slot1")
    async with running.run_test(size=NARROW) as pilot:
        before = screen_text(running)
        await press(pilot, ("comma", "down", *("left",) * 2, "escape"))
        assert running.signs.measure == 66
        assert screen_text(running) != before
        assert max(map(len, screen_text(running).splitlines()[2:12])) <= 66 + 7


async def test_the_marks_are_ascii_at_once_when_they_are_settled_so(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("comma", "down", "down", "down", "right", "right"))
        assert screen_text(running).isascii()


async def test_motion_is_off_unless_it_is_wanted(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW):
        assert running.animation_level == "none"
    moved = app(tmp_path, Likings(Settings(motion=True)))
    async with moved.run_test(size=NARROW):
        assert moved.animation_level == "full"


async def test_no_motion_is_stronger_than_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    running = app(tmp_path, Likings(Settings(motion=True)))
    async with running.run_test(size=NARROW):
        assert running.animation_level == "none"


async def test_new_plays_show_the_record_as_it_was_settled(tmp_path: Path) -> None:
    liked = Likings(Settings(marks="investigator"))
    running = OtherSideApp(open_door(sample(), tmp_path, manner=liked), FINE, liked)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "enter"))
        assert screen_text(running).count("DISPUTED") == 2


async def test_what_is_done_with_a_tag_is_settled_and_kept(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("comma", "end", "up", "enter"))
        assert isinstance(running.screen, Tags)
        assert "the loss of a child" in screen_text(running)
        await press(pilot, ("down", "enter", "escape"))
        assert "Passed over      torture" in screen_text(running)
        await written(running, pilot)
    assert kept()["skip"] == ["torture"]


async def test_a_key_is_given_and_works_and_is_named_everywhere(tmp_path: Path) -> None:
    running = app(tmp_path, slot="slot1")
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("comma", "end", "enter"))
        while "evidence" not in _pointed(running) and "card" not in _pointed(running):
            await press(pilot, ("down",))
        await press(pilot, ("enter", "z"))
        assert "z" in _pointed(running)
        await press(pilot, ("escape", "escape"))
        assert "z evidence" in screen_text(running)
        await press(pilot, ("e",))
        assert isinstance(running.screen, Reading)
        await press(pilot, ("z",))
        assert "What the record has" in screen_text(running)
        await press(pilot, ("escape", "question_mark", "space"))
        await written(running, pilot)
    assert kept()["keys"] == {"card": "z"}


async def test_a_key_that_is_taken_is_refused_with_what_has_it(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("comma", "end", "enter", "enter", "u"))
        assert "u is taken: take back the last choice" in screen_text(running)
        await press(pilot, ("enter", "escape", "down"))
        assert isinstance(running.screen, Keyboard)
        assert running.likings.settings.keys == {}


async def test_a_key_is_given_back(tmp_path: Path) -> None:
    running = app(tmp_path, Likings(Settings(keys={"take": "z"})))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("comma", "end", "z"))
        assert "its own is Enter" in " ".join(screen_text(running).split())
        await press(pilot, ("delete",))
        assert running.likings.settings.keys == {}
        assert "its own is" not in screen_text(running)


async def test_settings_that_cannot_be_written_hold_and_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    liked = Likings(path=tmp_path / "file" / "settings.json")
    running = app(tmp_path, liked)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("comma", "enter"))
        await written(running, pilot)
        assert "The settings could not be written" in screen_text(running)
        assert running.theme == THEMES[0]


async def test_damaged_settings_are_told_of_on_the_title(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    running = app(tmp_path)
    async with running.run_test(size=NARROW):
        text = " ".join(screen_text(running).split())
    assert "'settings.json' was damaged: it is no JSON from line 1 on." in text
    assert "It is kept as 'settings.json.damaged-1'." in text


async def test_what_the_environment_says_is_said_to_hold_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTHERSIDE_THEME", "paper")
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        assert running.theme == "paper"
        await press(pilot, ("comma",))
        assert "as OTHERSIDE_THEME says, this time" in screen_text(running)


async def test_no_size_breaks_the_settings(tmp_path: Path) -> None:
    running = app(tmp_path)
    async with running.run_test(size=NARROW) as pilot:
        for keys in (("comma",), ("end", "up", "enter"), ("escape", "end", "enter")):
            await press(pilot, keys)
            for width, height in ((20, 5), (300, 100), (40, 12), (80, 24)):
                await pilot.resize_terminal(width, height)
                assert max(map(len, screen_text(running).splitlines()), default=0) <= width


def test_all_that_has_a_sentence_can_be_given_a_key() -> None:
    names = [key.name for key in named()]
    assert len(names) == len(set(names))
    assert {"card", "undo", "settings", "export", "copy-citation"} <= set(names)


def test_a_key_is_free_where_nothing_else_on_a_screen_has_it() -> None:
    assert holder("undo", "z", {}) is None
    assert holder("undo", "u", {}) is None
    taken = holder("undo", "z", {"card": "z"})
    assert taken is not None
    assert taken.name == "card"


def _pointed(running: OtherSideApp) -> str:
    return next((line for line in screen_text(running).splitlines() if "›" in line), "")
