"""This is the title while the story is being read behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from game.problem import StoryFaults
from game.tui.app import OtherSideApp
from game.tui.door import Door, Threshold
from game.tui.screens.front import Front
from game.tui.screens.people import People
from game.tui.screens.title import Title
from game.tui.sign import FINE
from tests.tui.driving import NARROW, press
from tests.tui.sample import door, screen_text

PATIENCE = 20


@pytest.fixture
def read() -> Iterator[Event]:
    """Give what lets the story be read to its end."""
    event = Event()
    yield event
    event.set()


def slow(read: Event, opened: Callable[[], Door]) -> OtherSideApp:
    def wait() -> Door:
        assert read.wait(PATIENCE)
        return opened()

    return OtherSideApp(Threshold("The Other Side: June 1938", wait), FINE)


async def settled(running: OtherSideApp, pilot: Pilot[None]) -> None:
    await running.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def test_the_name_is_there_before_what_can_be_done(tmp_path: Path, read: Event) -> None:
    running = slow(read, lambda: door(tmp_path))
    async with running.run_test(size=NARROW) as pilot:
        await pilot.pause()
        before = screen_text(running)
        read.set()
        await settled(running, pilot)
        after = screen_text(running)
    assert "June 1938" in before
    assert "Begin" not in before
    assert "1  Begin" in after
    assert "Genrikh Lyushkov headed" in after
    assert _line_of("June 1938", before) == _line_of("June 1938", after)


def _line_of(words: str, text: str) -> int:
    return next(number for number, line in enumerate(text.splitlines()) if words in line)


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (("1",), Front),
        (("enter",), Front),
        (("w",), People),
        (("down", "down", "up", "up", "enter"), Front),
        (("1", "enter", "w"), Front),
    ],
)
async def test_what_was_asked_for_early_is_done_once(
    keys: tuple[str, ...], screen: type[Front], tmp_path: Path, read: Event
) -> None:
    running = slow(read, lambda: door(tmp_path))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, keys)
        assert isinstance(running.screen, Title)
        read.set()
        await settled(running, pilot)
        assert isinstance(running.screen, screen)
        await press(pilot, ("escape",))
        assert isinstance(running.screen, Title)


async def test_help_can_be_read_meanwhile(tmp_path: Path, read: Event) -> None:
    running = slow(read, lambda: door(tmp_path))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("question_mark",))
        read.set()
        await settled(running, pilot)
        assert "How well it is known" in screen_text(running)
        await press(pilot, ("escape",))
        assert "1  Begin" in screen_text(running)


async def test_a_story_that_cannot_be_played_ends_the_app_with_its_fault(read: Event) -> None:
    fault = StoryFaults(())

    def refuse() -> Door:
        raise fault

    running = slow(read, refuse)
    read.set()
    async with running.run_test(size=NARROW) as pilot:
        await settled(running, pilot)
    assert running.refused is fault
    assert not running.broken
