"""This is the taking of pictures: real screens of the shipped story, as SVG that asks no network.

Run it as ``python docs/pictures/take.py``, or ``make pictures``.
"""
# ruff: noqa: INP001 - a script beside its pictures, no package

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from game.playing.opening import open_story
from game.playing.page import Page
from game.settings.likings import Likings
from game.settings.setting import Settings
from game.tui import guard
from game.tui.app import OtherSideApp
from game.tui.command import open_door
from game.tui.screens.reading import Reading
from game.tui.sign import FINE

FOLDER = Path(__file__).resolve().parent
SHOWN = "line.order/forty"
"""The choice whose page is shown: the order to the man who waits."""
WAY = {"room.desk/start", "room.begin/line", SHOWN}
"""Choices that are taken wherever they are offered; else the first of a page."""
ENOUGH = 2
"""How many marked stretches the picture of marked words shows at least."""
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
SIZES = ((80, 24), (120, 40))

SHEETS = (
    (("e",), "card"),
    (("c", "down"), "compare"),
    (("c", "t"), "tree"),
    (("e", "enter"), "source"),
    (("l",), "log"),
    (("w",), "people"),
    (("w", *"yezh", "enter"), "entry"),
    (("m",), "map"),
    (("m", "tab"), "map-wide"),
    (("d",), "timeline"),
    (("s",), "story-map"),
    (("a",), "accuracy"),
    (("o",), "menu"),
    (("j",), "journal"),
    (("question_mark",), "help"),
    (("comma",), "settings"),
)
"""What lies one or two keys away from a page, and the keys."""

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_TEXT = re.compile(
    r'(<text [^>]*?x=")([\d.]+)("[^>]*? textLength=")([\d.]+)("[^>]*>)([^<]*)(</text>)'
)
_BLANKS = "&#160;"


def offline(svg: str) -> str:
    """Give a picture that loads no fonts, its words at the right place in every viewer."""
    svg = _FONT_FACE.sub("", svg).replace("Fira Code, monospace", FONTS).replace("Fira Code", FONTS)
    return _TEXT.sub(_without_margins, svg)


def _without_margins(found: re.Match[str]) -> str:
    """Cut a text at its blanks and place each piece: some viewers drop them, or draw them wide."""
    before, x, middle, length, after, text, end = found.groups()
    letters = re.findall(r"&[#\w]+;|.", text)
    if not letters:
        return found.group()
    cell = float(length) / len(letters)
    pieces = []
    for first, last in _stretches(letters):
        left = round(float(x) + first * cell, 1)
        wide = round((last - first) * cell, 1)
        pieces.append(f"{before}{left}{middle}{wide}{after}{''.join(letters[first:last])}{end}")
    return "".join(pieces)


def _stretches(letters: list[str]) -> list[tuple[int, int]]:
    """Give where words begin and end that no two blanks part."""
    plain = "".join(" " if each == _BLANKS else "x" for each in letters)
    return [each.span() for each in re.finditer(r"x+(?: x+)*", plain)]


class Walk:
    """A play on the screen, in which pictures are taken as it goes."""

    def __init__(self, app: OtherSideApp, pilot: Pilot[None], size: tuple[int, int]) -> None:
        self.app = app
        self.pilot = pilot
        self.size = size

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for each to be answered."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause(0.05)

    def keep(self, name: str) -> None:
        """Take a picture."""
        svg = offline(self.app.export_screenshot(title="The Other Side, June 1938"))
        file = FOLDER / f"{name}-{self.size[0]}.svg"
        file.write_text(svg, encoding="utf-8")

    async def page(self) -> Page | None:
        """Read a page to its end; nothing when another screen has come."""
        while isinstance(self.app.screen, Reading) and not self.app.screen.is_read:
            await self.press("space")
        return self.app.screen.page if isinstance(self.app.screen, Reading) else None

    async def sheets(self) -> None:
        """Take the pictures of what lies one key away from a page."""
        await self.press("home")
        self.keep("reading")
        for keys, name in SHEETS:
            await self.press(*keys)
            self.keep(name)
            while not isinstance(self.app.screen, Reading):
                await self.press("escape")

    async def marks(self) -> bool:
        """Take a picture of marked words that were stepped to, if the page has some."""
        screen = self.app.screen
        if not isinstance(screen, Reading) or screen.marks < ENOUGH:
            return False
        await self.press("home", "right_square_bracket")
        self.keep("marks")
        await self.press("escape")
        return True


def shown(saves: Path) -> OtherSideApp:
    """Give the app by night, whatever the terminal; nobody is asked before a hard passage."""
    door = open_door(open_story(), saves)
    return OtherSideApp(door, FINE, Likings(Settings(theme="night", show=frozenset(door.tags))))


async def take(saves: Path, size: tuple[int, int]) -> None:
    """Walk through a play to its ending, and take a picture of every screen."""
    guard.SETTLING = guard.REPEATING = 0.0
    app = shown(saves)
    async with app.run_test(size=size) as pilot:
        walk = Walk(app, pilot, size)
        await pilot.pause(0.1)
        walk.keep("title")
        await walk.press("1")
        walk.keep("front")
        await walk.press("enter")
        stepped = False
        while (page := await walk.page()) is not None:
            if page.last is not None and page.last.choice == SHOWN:
                await walk.sheets()
            if not stepped and page.heading.part.endswith("The line") and await walk.marks():
                stepped = True
            await walk.press(next_key(page))
        walk.keep("ending")
        await walk.press("enter")
        walk.keep("debrief")
        await walk.press("enter")
        walk.keep("closing")
        await walk.press("enter")
        walk.keep("continue")


def next_key(page: Page) -> str:
    """Give the key of the choice to take."""
    wanted = (str(offer.number) for offer in page.offers if offer.choice in WAY)
    return next(wanted, "1")


def main() -> None:
    """Take all pictures."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as saves:
            asyncio.run(take(Path(saves), size))


if __name__ == "__main__":
    main()
