from __future__ import annotations

import pytest

from game.charting.outline import Ink, outline
from game.charting.sheet import Sheet, frame, kilometres, to_border, wind

HUNCHUN, NOVOKIEVSKOE, POSYET = (130.36, 42.86), (130.78, 42.71), (130.80, 42.65)
KHABAROVSK, VOROSHILOV, SEOUL, TOKYO = (
    (135.08, 48.48),
    (131.95, 43.80),
    (126.98, 37.57),
    (139.76, 35.68),
)


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        (POSYET, NOVOKIEVSKOE, 7),
        (NOVOKIEVSKOE, HUNCHUN, 39),
        (KHABAROVSK, VOROSHILOV, 573),
        (VOROSHILOV, POSYET, 158),
        (HUNCHUN, SEOUL, 655),
        (SEOUL, TOKYO, 1152),
    ],
)
def test_distances_are_those_that_the_literature_computes(
    one: tuple[float, float], other: tuple[float, float], known: int
) -> None:
    assert kilometres(one, other) == pytest.approx(known, rel=0.02, abs=1)


def test_directions_are_named_by_the_nearest_of_eight_winds() -> None:
    assert wind(KHABAROVSK, VOROSHILOV) == "south-west"
    assert wind(NOVOKIEVSKOE, HUNCHUN) == "west" or wind(NOVOKIEVSKOE, HUNCHUN) == "north-west"
    assert wind((130, 42), (130, 43)) == "north"
    assert wind((130, 43), (130, 42)) == "south"
    assert wind((130, 43), (131, 43)) == "east"


def test_the_border_lies_between_the_town_and_the_detachment() -> None:
    west, east = to_border(HUNCHUN, outline()), to_border(NOVOKIEVSKOE, outline())
    assert west is not None
    assert east is not None
    assert west[0] < kilometres(HUNCHUN, NOVOKIEVSKOE)
    assert east[0] < kilometres(HUNCHUN, NOVOKIEVSKOE)
    assert east[1][0] < NOVOKIEVSKOE[0]


def test_no_border_is_near_where_there_is_none() -> None:
    assert to_border(TOKYO, outline()) is None


@pytest.mark.parametrize("sheet", list(Sheet))
@pytest.mark.parametrize("size", [(76, 16), (110, 32), (10, 40), (1, 1)])
def test_a_whole_sheet_is_always_seen(sheet: Sheet, size: tuple[int, int]) -> None:
    laid = frame(sheet, *size)
    for corner in ((sheet.west, sheet.north), (sheet.east, sheet.south)):
        x, y = laid.dots(corner)
        assert -0.001 <= x <= size[0] * 2 + 0.001
        assert -0.001 <= y <= size[1] * 4 + 0.001


def test_the_outline_has_coast_and_border_around_the_line() -> None:
    near = {
        stroke.ink
        for stroke in outline()
        if any(Sheet.NEAR.holds(point) for point in stroke.points)
    }
    assert near == {Ink.COAST, Ink.BORDER}
