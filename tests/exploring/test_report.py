from __future__ import annotations

import json

from game.engine.rules import Rules
from game.exploring.report import as_json, as_text
from game.exploring.search import explore
from game.exploring.wander import wander
from game.model.story import Story
from tests.builders import choice, claim, enacts, end, holds, question, scene, story, yes_no


def told() -> Story:
    return story(
        scene(
            "hall.door",
            choice("go", to="hall.end"),
            choice("in", to="hall.cell"),
            choice("fly", to="hall.end", condition=holds("wings")),
        ),
        scene("hall.cell", choice("out", to="hall.end", condition=holds("wings"))),
        end("hall.end", enacts("how/shot")),
        variables=[yes_no("wings")],
        questions=[question("how", claim("shot", "paper"), claim("lost", "paper"))],
    )


def test_the_json_has_the_promised_shape() -> None:
    shape = json.loads(json.dumps(as_json(explore(Rules(told())))))
    assert shape["result"] == "complete"
    assert shape["states"] == 3
    assert shape["scenes"] == {"total": 3, "reached": 3, "missed": []}
    assert shape["choices"]["missed"] == ["hall.door/fly", "hall.cell/out"]
    assert shape["endings"] == {"hall.end": {"steps": 1, "choices": ["hall.door/go"], "seed": 0}}
    assert shape["claims"] == {"total": 2, "reached": 1, "missed": ["how/lost"]}
    assert [(trap["scene"], trap["choices"]) for trap in shape["traps"]] == [
        ("hall.cell", ["hall.door/in"])
    ]
    assert sorted(fault["code"] for fault in shape["faults"]) == ["X102", "X102", "X104", "X201"]


def test_a_bounded_search_is_bounded_in_json_and_in_words() -> None:
    exploration = explore(Rules(told()), 1)
    assert as_json(exploration)["result"] == "bounded"
    assert as_text(exploration).startswith("bounded at ")
    assert "never:" not in as_text(exploration)


def test_the_text_gives_each_fault_with_its_way() -> None:
    lines = as_text(explore(Rules(told()))).splitlines()
    assert lines[0] == "complete: every way was played (3 states, 2 transitions)."
    fault = next(number for number, line in enumerate(lines) if "X201" in line)
    assert lines[fault + 1] == "    way: hall.door/in"


def test_random_play_stands_beside_when_it_was_asked_for() -> None:
    rules = Rules(told())
    exploration = explore(rules)
    assert "random" not in as_json(exploration)
    assert as_json(exploration, wander(rules, 10))["random"] is not None
    assert "Random play" in as_text(exploration, wander(rules, 10))
