from __future__ import annotations

import json

from game.cli.explore import BOUNDED
from game.linting.rules import effect_out_of_range
from tests.cli.conftest import Run, Write


def test_a_small_story_is_explored_to_its_end(run: Run, write: Write) -> None:
    told = run("explore", write(), "--json")
    found = json.loads(told.out)
    assert told.code == 0
    assert found["result"] == "complete"
    assert found["scenes"] == {"total": 2, "reached": 2, "missed": []}
    assert found["endings"]["hall.street"]["choices"] == ["hall.door/open"]


def test_what_is_wrong_is_said_and_ends_with_one(run: Run, write: Write) -> None:
    told = run("explore", write(effect_out_of_range.BAD))
    assert told.code == 1
    assert "X102" in told.out


def test_a_search_that_was_bounded_and_found_nothing_says_so(run: Run, write: Write) -> None:
    told = run("explore", write(effect_out_of_range.GOOD), "--budget", "1")
    assert told.code == BOUNDED
    assert told.out.startswith("bounded at ")
