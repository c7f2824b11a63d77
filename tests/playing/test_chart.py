from __future__ import annotations

from dataclasses import replace

from game.charting.outline import Ink
from game.charting.sheet import Sheet
from game.model.gazetteer import PlaceKind
from game.model.scene import ClaimRef
from game.model.story import Story
from game.playing.chart import Chart, chart
from tests.builders import claim, end, place, question, story

WEEK = question("week", claim("seoul", "a", says="Seoul."), claim("tokyo", "b", says="Tokyo."))
POST = replace(place("post"), latitude=42.7, longitude=130.7, approximate=True)
SEOUL = replace(
    place("seoul"), latitude=37.57, longitude=126.98, put_here=(ClaimRef("week", "seoul"),)
)
TOKYO = replace(
    place("tokyo"), latitude=35.68, longitude=139.76, put_here=(ClaimRef("week", "tokyo"),)
)
HUT = place("hut")
KOREA = replace(place("korea"), latitude=40.0, longitude=127.3, kind=PlaceKind.COUNTRY)
TALE: Story = story(
    end("a.b"),
    questions=[WEEK],
    places=[replace(POST, road_to=("seoul",)), SEOUL, TOKYO, HUT, KOREA],
)


def inks(shown: Chart) -> dict[str, Ink]:
    return {pin.place: pin.ink for pin in shown.pins}


def test_the_reader_stands_where_the_scene_is() -> None:
    assert inks(chart(TALE, "post", ()))["post"] is Ink.HERE


def test_nobody_is_put_anywhere_before_the_question_was_met() -> None:
    shown = chart(TALE, "post", ())
    assert shown.told == ()
    assert Ink.TOLD not in inks(shown).values()


def test_a_question_that_was_met_shows_all_its_places_with_their_tellers() -> None:
    shown = chart(TALE, "post", ["week"])
    assert [told.name for told in shown.told] == ["Seoul", "Tokyo"]
    assert all(told.accounts for told in shown.told)
    assert inks(shown)["seoul"] is Ink.TOLD
    assert inks(shown)["tokyo"] is Ink.TOLD


def test_a_place_that_nobody_locates_is_on_no_map_and_says_so() -> None:
    shown = chart(TALE, "hut", ())
    assert "hut" not in inks(shown)
    assert "Nobody says where" in shown.where[0]


def test_a_country_is_a_caption_and_no_pin() -> None:
    shown = chart(TALE, "post", ())
    assert "korea" not in inks(shown)
    assert [pin.name for pin in shown.countries] == ["Korea"]


def test_what_lies_around_is_named_with_distance_and_direction() -> None:
    said = " ".join(chart(TALE, "post", ()).where)
    assert "right to a few kilometres" in said
    assert "Seoul 650 kilometres to the south-west" in said


def test_the_near_sheet_is_shown_where_the_reader_stands_on_it() -> None:
    assert chart(TALE, "post", ()).sheet() is Sheet.NEAR
    assert chart(TALE, "tokyo", ()).sheet() is Sheet.WIDE


def test_a_road_is_drawn_between_two_places() -> None:
    assert any(stroke.ink is Ink.ROAD for stroke in chart(TALE, None, ()).strokes)
