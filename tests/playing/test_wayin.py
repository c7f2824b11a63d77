from __future__ import annotations

from functools import cache

import pytest

from game.engine.line import follow
from game.engine.rules import Rules
from game.model.story import Story
from game.playing.opening import Beginning, begin_session, open_story
from game.playing.wayin import LATEST, WayIn, led, ways_in
from tests.builders import choice, claim, enacts, end, line, question, scene, story


@cache
def shipped() -> Story:
    return open_story()


@cache
def offered() -> tuple[WayIn, ...]:
    return ways_in(Rules(shipped()))


def test_every_part_of_the_shipped_story_can_be_begun_at() -> None:
    assert [way.part for way in offered()] == list(shipped().parts)


def test_a_line_is_offered_for_a_part_exactly_where_it_passes_its_first_scene() -> None:
    rules = Rules(shipped())
    trails = {name: set(follow(rules, name).play.trail) for name in shipped().lines}
    for way in offered()[1:]:
        first = shipped().parts[way.part].first
        passing = [name for name, trail in trails.items() if first in trail]
        assert [guide.line for guide in way.guides] == passing


@pytest.mark.parametrize("name", list(shipped().lines))
def test_a_play_begun_at_a_part_stands_where_the_line_would_have_brought_it(name: str) -> None:
    walked = follow(Rules(shipped()), name).play
    for way in offered()[1:]:
        if name not in {guide.line for guide in way.guides}:
            continue
        session = begin_session(shipped(), Beginning(part=way.part, line=name))
        count = len(session.choices)
        assert session.choices == walked.choices[:count]
        assert session._play.state._replace(seed=0, draws=0) == (
            walked.turns[count].state._replace(seed=0, draws=0)
        )
        assert session.page.passages[0].scene == shipped().parts[way.part].first


def test_a_part_that_a_line_does_not_pass_has_no_way_in_on_it() -> None:
    tale = story(
        scene("one.start", choice("go", to="one.end")),
        end("one.end"),
        end("two.end"),
        lines=[line("letter")],
    )
    assert led(Rules(tale), "letter", "two") is None
    assert [way.part for way in ways_in(Rules(tale))] == ["one"]


def test_no_more_than_the_latest_decisions_are_told() -> None:
    steps = 6
    scenes = [
        scene(
            f"one.s{number}",
            choice("on", f"Step {number}.", to=f"one.s{number + 1}", record=enacts("way/on")),
        )
        for number in range(steps)
    ]
    tale = story(
        *scenes,
        scene(f"one.s{steps}", then="two.start"),
        scene("two.start", choice("go", to="two.end")),
        end("two.end"),
        questions=[question("way", claim("on", "diary"))],
        lines=[line("diary")],
    )
    _, decided = begin_session(tale, Beginning(part="two")).preface
    assert decided.endswith("last of all: Step 3. Step 4. Step 5.")
    assert decided.count("Step") == LATEST
