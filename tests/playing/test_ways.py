from __future__ import annotations

from game.playing.ways import Node, Sight, StoryMap, story_map
from tests.playing.sample import STORY


def nodes(shown: StoryMap) -> dict[str, Node]:
    return {node.scene: node for part in shown.parts for column in part.columns for node in column}


def test_every_scene_of_the_story_is_on_the_map_once() -> None:
    shown = story_map(STORY, [(0, "hill.hut")])
    placed = [node for part in shown.parts for column in part.columns for node in column]
    assert sorted(node.scene for node in placed) == sorted(STORY.scenes)


def test_what_was_not_met_has_no_title() -> None:
    shown = nodes(story_map(STORY, [(0, "hill.hut")]))
    assert shown["hill.hut"].sight is Sight.HERE
    assert shown["hill.stove"].sight is Sight.OPEN
    assert shown["hill.morning"].sight is Sight.FOG
    assert {node.title for name, node in shown.items() if name != "hill.hut"} == {""}


def test_the_way_knows_after_how_many_choices_a_scene_was_met() -> None:
    shown = nodes(story_map(STORY, [(0, "hill.hut"), (1, "far.mist"), (2, "far.end")]))
    assert (shown["far.mist"].sight, shown["far.mist"].turn) == (Sight.MET, 1)
    assert shown["far.end"].ending


def test_a_part_is_laid_out_by_steps_from_its_first_scene() -> None:
    hill = story_map(STORY, [(0, "hill.hut")]).parts[0]
    assert [node.scene for node in hill.columns[0]] == ["hill.hut"]
    assert {node.scene for node in hill.columns[1]} == {"hill.map", "hill.stove"}
    assert [node.scene for node in hill.columns[2]] == ["hill.morning"]


def test_the_way_taken_stands_above() -> None:
    hill = story_map(STORY, [(0, "hill.hut"), (1, "hill.stove")]).parts[0]
    assert hill.columns[1][0].scene == "hill.stove"


def test_endings_of_other_plays_count_as_met() -> None:
    shown = story_map(STORY, [(0, "hill.hut")], seen=["far.end", "gone.scene"])
    assert (shown.endings_met, shown.endings) == (1, 2)
    assert nodes(shown)["far.end"].title == "The far side"
    assert nodes(shown)["far.end"].sight is Sight.MET
    assert not nodes(shown)["far.end"].on_the_way
