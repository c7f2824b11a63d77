from __future__ import annotations

from game.exporting.graph import Edge, Kind, graph
from game.model.story import Story
from tests.builders import choice, end, holds, scene, story, yes_no


def edge(told: Story, source: str, target: str) -> Edge:
    found = [each for each in graph(told).edges if (each.source, each.target) == (source, target)]
    assert len(found) == 1
    return found[0]


def test_all_ways_between_two_scenes_are_one_edge() -> None:
    told = story(
        scene("hall.door", choice("open", to="hall.end"), choice("break", to="hall.end")),
        end("hall.end"),
    )
    assert [way.words for way in edge(told, "hall.door", "hall.end").ways] == ["Open.", "Break."]


def test_an_edge_is_conditional_where_each_of_its_ways_is() -> None:
    key = choice("key", to="hall.end", condition=holds("key"))
    shut = scene("hall.door", key, choice("once", to="hall.end", once=True))
    told = story(shut, end("hall.end"), variables=[yes_no("key")])
    found = edge(told, "hall.door", "hall.end")
    assert found.conditional
    assert found.condition == f"if {holds('key').source} or once"


def test_an_edge_with_one_open_way_has_no_condition() -> None:
    key = choice("key", to="hall.end", condition=holds("key"))
    told = story(
        scene("hall.door", key, choice("wait", to="hall.end")),
        end("hall.end"),
        variables=[yes_no("key")],
    )
    found = edge(told, "hall.door", "hall.end")
    assert (found.conditional, found.condition) == (False, "")


def test_chance_has_its_odds_and_a_detour_its_kind() -> None:
    told = story(
        scene("hall.door", choice("look", detour="hall.map"), choice("on", to="hall.fog")),
        scene("hall.map", returns=True),
        scene("hall.fog", chance={"hall.end": 3, "hall.door": 1}),
        end("hall.end"),
    )
    assert edge(told, "hall.fog", "hall.end").condition == "3 in 4"
    assert edge(told, "hall.door", "hall.map").kind is Kind.DETOUR


def test_parts_are_clusters_numbered_from_the_second_on() -> None:
    told = story(scene("hall.door", choice("on", to="street.end")), end("street.end"))
    assert [each.title for each in graph(told).clusters] == ["Hall", "1 Street"]


def test_an_ending_without_a_title_is_called_by_its_endings() -> None:
    nodes = graph(story(end("hall.end", title="Home"))).nodes
    assert [(node.title, node.ending) for node in nodes] == [("Home", True)]
