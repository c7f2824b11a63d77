from __future__ import annotations

import pytest

from game.exporting.graph import graph
from game.exporting.layout import Layout, Spot, layout
from game.model.story import Story
from tests.builders import choice, end, scene, story
from tests.exporting.invented import invented


def laid(told: Story) -> Layout:
    return layout(told, graph(told))


def test_a_scene_stands_as_many_columns_in_as_it_lies_steps_from_its_parts_first() -> None:
    told = story(
        scene("hall.door", choice("on", to="hall.room"), choice("out", to="street.end")),
        scene("hall.room", then="hall.attic"),
        end("hall.attic"),
        end("street.end"),
    )
    assert laid(told).spots == {
        "hall.door": Spot(0, 0, 0),
        "hall.room": Spot(0, 1, 0),
        "hall.attic": Spot(0, 2, 0),
        "street.end": Spot(1, 0, 0),
    }


def test_endings_stand_below_the_others_of_their_column() -> None:
    told = story(
        scene("hall.door", choice("stop", to="hall.end"), choice("on", to="hall.room")),
        end("hall.end"),
        scene("hall.room", choice("stop", to="hall.end")),
    )
    spots = laid(told).spots
    assert spots["hall.room"].line < spots["hall.end"].line


@pytest.mark.parametrize("seed", range(10))
def test_no_two_scenes_stand_in_one_spot(seed: int) -> None:
    told = invented(seed)
    spots = laid(told).spots
    assert len(set(spots.values())) == len(spots) == len(told.scenes)
