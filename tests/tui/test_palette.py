from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color, ColorSystem, ColorType
from rich.segment import Segment

from game.record.status import Family
from game.settings.likings import Likings
from game.settings.setting import THEMES, Settings
from game.tui import themes
from game.tui.app import OtherSideApp
from game.tui.palette import Palette
from game.tui.sign import FINE
from game.tui.themes import palette, theme_for
from tests.tui.driving import BROAD, press
from tests.tui.sample import door

WORDS = 4.5
"""What words need against their ground, after WCAG 2.2, 1.4.3."""
MORE = 7.0
"""What the theme of high contrast promises, after WCAG 2.2, 1.4.6."""
FOCUS = 3.0
"""What shows where one is, after WCAG 2.2, 1.4.11."""
OWN = "ansi_default"

TERMINALS = {
    "the console of Linux": (
        "000000 AA0000 00AA00 AA5500 0000AA AA00AA 00AAAA AAAAAA "
        "555555 FF5555 55FF55 FFFF55 5555FF FF55FF 55FFFF FFFFFF"
    ),
    "xterm": (
        "000000 CD0000 00CD00 CDCD00 0000EE CD00CD 00CDCD E5E5E5 "
        "7F7F7F FF0000 00FF00 FFFF00 5C5CFF FF00FF 00FFFF FFFFFF"
    ),
    "the old console of Windows": (
        "000000 800000 008000 808000 000080 800080 008080 C0C0C0 "
        "808080 FF0000 00FF00 FFFF00 0000FF FF00FF 00FFFF FFFFFF"
    ),
}
"""The sixteen colours, as those draw them that have no others."""
NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
SHADES = [f"ansi_{name}" for name in (*NAMES, *(f"bright_{name}" for name in NAMES))]


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def drawn(colour: str, terminal: str) -> str:
    """Give a colour as a terminal draws it."""
    if colour.startswith("#"):
        return colour
    return "#" + TERMINALS[terminal].split()[SHADES.index(colour)]


def coarse(colour: str) -> str:
    """Give a colour as a terminal of 256 draws it."""
    found = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return found.hex.upper()


def demanded(name: str) -> float:
    return MORE if name == "contrast" else WORDS


MEASURED = [(name, "") for name in THEMES if not palette(name).is_the_terminal_s]
MEASURED += [("ansi", terminal) for terminal in TERMINALS]


@pytest.mark.parametrize(("name", "terminal"), MEASURED)
def test_every_ink_can_be_read_on_its_ground(name: str, terminal: str) -> None:
    found = palette(name)
    ground = drawn(found.ground, terminal)
    measured = {ink: contrast(drawn(hue, terminal), ground) for ink, hue in found.inks.items()}
    assert {ink: ratio for ink, ratio in measured.items() if ratio < demanded(name)} == {}


@pytest.mark.parametrize("name", [name for name, terminal in MEASURED if not terminal])
def test_every_ink_can_be_read_where_there_are_256_colours_only(name: str) -> None:
    found = palette(name)
    measured = {ink: contrast(coarse(hue), coarse(found.ground)) for ink, hue in found.inks.items()}
    assert {ink: ratio for ink, ratio in measured.items() if ratio < demanded(name)} == {}


@pytest.mark.parametrize("name", [name for name, terminal in MEASURED if not terminal])
def test_the_caret_stands_out_and_so_do_words_marked_with_the_mouse(name: str) -> None:
    found = palette(name)
    assert contrast(found.accent, found.ground) >= FOCUS
    assert contrast(found.bright, found.rule) >= demanded(name)
    assert found.marked == f"{found.bright} on {found.rule}"


@pytest.mark.parametrize("name", ["mono", "ansi"])
def test_where_colours_are_the_terminal_s_marked_words_change_places_with_the_ground(
    name: str,
) -> None:
    assert palette(name).marked == "reverse"


@pytest.mark.parametrize("name", [name for name in THEMES if name != "mono"])
def test_the_hues_of_the_record_are_four(name: str) -> None:
    found = palette(name)
    assert len({found.hue(family) for family in Family}) == len(Family)


@pytest.mark.parametrize("name", [name for name, terminal in MEASURED if not terminal])
@pytest.mark.parametrize("sight", ["protan", "deutan", "tritan"])
def test_the_hues_of_the_record_stay_apart_for_the_colour_blind(name: str, sight: str) -> None:
    found = palette(name)
    hues = [seen(found.hue(family), sight) for family in Family]
    pairs = [(one, other) for place, one in enumerate(hues) for other in hues[:place]]
    assert min(sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5 for pair in pairs) > 15


def test_the_theme_without_colour_names_none() -> None:
    found = palette("mono")
    assert {found.ground, found.rule, *found.inks.values()} == {OWN}


def test_every_file_of_a_theme_is_named_and_every_name_has_a_file() -> None:
    folder = Path(themes.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == set(THEMES)
    assert all(isinstance(palette(name), Palette) for name in THEMES)


@pytest.mark.parametrize(
    ("wanted", "environment", "colours", "theme"),
    [
        ("auto", {}, "truecolor", "night"),
        ("auto", {}, "256", "night"),
        ("auto", {}, "standard", "ansi"),
        ("auto", {}, None, "mono"),
        ("auto", {"NO_COLOR": "1"}, "truecolor", "mono"),
        ("auto", {"NO_COLOR": ""}, "truecolor", "night"),
        ("paper", {"NO_COLOR": "1"}, "standard", "paper"),
    ],
)
def test_a_theme_is_chosen_by_what_the_terminal_can_show(
    wanted: str, environment: dict[str, str], colours: str | None, theme: str
) -> None:
    assert theme_for(wanted, environment, colours) == theme


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


WALK = ((), ("1",), ("enter",), ("2",), ("space",), ("e",), ("c",), ("escape", "escape", "t"))
WALK_ON = (("escape", "l"), ("escape", "m"), ("escape", "s"), ("escape", "question_mark"))
SETTLED = (("escape", "comma"), ("escape", "right_square_bracket"))


def cells(running: OtherSideApp) -> list[Segment]:
    return [
        segment
        for strip in running.screen._compositor.render_strips()
        for segment in strip
        if any(each.isalnum() for each in segment.text)
    ]


@pytest.mark.slow
@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("name", THEMES)
async def test_whatever_is_written_on_any_screen_can_be_read(name: str, tmp_path: Path) -> None:
    running = OtherSideApp(door(tmp_path), FINE, Likings(Settings(theme=name)))
    seen: dict[tuple[str, str], str] = {}
    async with running.run_test(size=BROAD) as pilot:
        for keys in (*WALK, *WALK_ON, *SETTLED):
            await press(pilot, keys)
            for each in cells(running):
                assert each.style is not None
                seen[_named(each.style.color), _named(each.style.bgcolor)] = each.text
    if name == "mono":
        assert set(seen) == {(OWN, OWN)}
        return
    terminals = TERMINALS if name == "ansi" else [""]
    unread = {
        (pair, terminal): text
        for pair, text in seen.items()
        for terminal in terminals
        if contrast(*(drawn(each, terminal) for each in pair)) < demanded(name)
    }
    assert unread == {}
    assert len(seen) > 3


def _named(colour: Color | None) -> str:
    assert colour is not None
    if colour.type is ColorType.DEFAULT:
        return OWN
    if colour.number is not None:
        return SHADES[colour.number]
    return colour.get_truecolor().hex.upper()


SIGHTS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
"""What is left of linear light, after Machado, Oliveira and Fernandes (2009), severity 1."""


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """Give a colour as somebody sees it, in CIE L*a*b* under D65."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    ]
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0.0), 1.0)
        for row in SIGHTS[sight]
    )
    x, y, z = (
        _lab((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047),
        _lab(0.2126 * red + 0.7152 * green + 0.0722 * blue),
        _lab((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883),
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
