"""This is the corpus of plays on the full screen, beside what the engine and plain lines say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.model.prose import plain as words_of
from game.playing.opening import Beginning
from game.playing.page import Page
from game.playing.session import Manner
from game.tui import guard
from game.tui.app import OtherSideApp
from game.tui.command import open_door
from game.tui.screens.hard import NEVER_ASK, Hard
from game.tui.screens.reading import Reading
from game.tui.sign import FINE
from game.tui.widgets.menu import Menu
from game.tui.widgets.paper import Paper
from tests.drivers import Sample, pages, plain, samples, told

SAMPLES = samples()


def said(page: Page) -> Iterator[str]:
    """Give the words of a page in order: its passages, then its choices."""
    for passage in page.passages:
        for beat in passage.beats:
            yield from (words_of(line) for line in beat)
    yield from (words_of(offer.text) for offer in page.offers)


def bare(text: str) -> str:
    """Give the letters of a text, so that it may be broken anywhere."""
    return "".join(text.split())


def holds(whole: str, pieces: list[str]) -> str:
    """Say which piece is missing from a text, or out of its order; nothing if all are there."""
    at = 0
    for piece in pieces:
        found = whole.find(bare(piece), at)
        if found < 0:
            return piece
        at = found
    return ""


async def read(running: OtherSideApp, pilot: Pilot[None]) -> tuple[Page, str]:
    """Read a page to its end; give it, and all that stood on the screen."""
    if isinstance(running.screen, Hard):
        await pilot.press(str(NEVER_ASK + 1))
        await pilot.pause()
    while isinstance(running.screen, Reading) and not running.screen.is_read:
        await pilot.press("space")
    screen = running.screen
    assert isinstance(screen, Reading)
    written = screen.query_one("#prose", Paper).written
    menu = screen.query_one("#choices", Menu).written
    return screen.page, bare("".join(line.plain for line in (*written, *menu)))


async def choose(pilot: Pilot[None], page: Page, choice: str) -> None:
    number = next(
        offer.number for offer in page.offers if choice in (offer.choice, str(offer.number))
    )
    await pilot.press(str(number))
    await pilot.pause()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
async def test_the_full_screen_tells_a_play_as_the_engine_and_plain_lines_do(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "SETTLING", 0.0)
    monkeypatch.setattr(guard, "REPEATING", 0.0)
    wanted = pages(sample)
    lines = bare(plain(sample))
    door = open_door(
        told(sample.story),
        tmp_path,
        slot="corpus",
        beginning=Beginning(sample.seed),
        manner=Manner(sample.marks),
    )
    running = OtherSideApp(door, FINE)
    async with running.run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        if not isinstance(running.screen, Reading):
            await pilot.press("enter")
            await pilot.pause()
        for turn, page in enumerate(wanted):
            shown, text = await read(running, pilot)
            assert list(said(shown)) == list(said(page))
            assert holds(text, list(said(page))) == ""
            assert holds(lines, list(said(page))) == ""
            if turn < len(sample.choices):
                await choose(pilot, page, sample.choices[turn])
            assert shown.finish == page.finish
