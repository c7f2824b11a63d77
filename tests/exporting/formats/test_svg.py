from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from game.exporting.formats import svg
from game.exporting.graph import graph
from game.model.story import Story
from game.playing.opening import open_story
from tests.builders import end, story
from tests.drivers import STORIES
from tests.exporting.invented import invented

SVG = "{http://www.w3.org/2000/svg}"


def drawn(told: Story) -> ET.Element:
    return ET.fromstring(svg.write(told))  # noqa: S314 - what we wrote


def scenes(picture: ET.Element) -> list[ET.Element]:
    return [each for each in picture.iter(f"{SVG}g") if "scene" in each.get("class", "")]


def test_the_picture_has_a_name_and_says_what_it_is() -> None:
    picture = drawn(open_story(STORIES / "crossing"))
    names = {each.get("id"): each.text for each in picture if each.get("id")}
    assert picture.get("aria-labelledby") == "title"
    assert names["title"] == "A small crossing"
    assert names["desc"] == (
        "8 scenes in 2 parts, with 2 endings. Each part is a row that is read from left to right."
    )


def test_a_scene_says_its_ways_on_with_what_opens_them() -> None:
    hut = scenes(drawn(open_story(STORIES / "crossing")))[0]
    said = hut.get("aria-label", "")
    assert said == hut.findtext(f"{SVG}title")
    assert "“Look out of the window.” (if watched < 20) to The hut" in said
    assert "“Read the map on the wall.” (detour) to The map" in said


def test_a_way_into_another_part_is_a_sign_below_its_scene() -> None:
    signs = [
        each.text
        for each in drawn(open_story(STORIES / "crossing")).iter(f"{SVG}text")
        if each.get("class") == "sign"
    ]
    assert signs == ["→ 1"]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_a_story_says_is_text(seed: int) -> None:
    told = invented(seed)
    picture = drawn(told)
    tags = {each.tag.removeprefix(SVG) for each in picture.iter()}
    assert tags <= {
        "svg", "title", "desc", "style", "defs", "marker", "path", "rect", "text", "g",
    }  # fmt: skip
    assert picture.findtext(f"{SVG}title") == told.title
    said = [each.get("aria-label", "") for each in scenes(picture)]
    assert all(
        label.startswith(node.title) for label, node in zip(said, graph(told).nodes, strict=True)
    )


def test_a_sign_that_xml_has_not_is_shown_as_one_that_it_has() -> None:
    assert drawn(story(end("hall.end"), title="A\x00B")).findtext(f"{SVG}title") == "A\ufffdB"


@pytest.mark.parametrize("seed", range(5))
def test_no_box_lies_on_another(seed: int) -> None:
    paths = [each.find(f"{SVG}path") for each in scenes(drawn(invented(seed)))]
    starts = [path.get("d", "").split("h")[0] for path in paths if path is not None]
    assert len(set(starts)) == len(starts)
