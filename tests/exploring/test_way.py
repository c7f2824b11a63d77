from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.replay import Play, begin, replay, take
from game.engine.rules import NotOffered, Rules
from game.exploring.course import Course
from game.exploring.way import Ground, Stopped, ways_to_open
from game.exploring.witness import seed_for
from tests.builders import choice, compares, effect, end, holds, scene, story, was_at, whole, yes_no

LOCKED = story(
    scene(
        "a.hub",
        choice("left", to="a.hub", condition=compares("n", "<", 3), effects=[effect("n", "+=", 1)]),
        choice("spoil", to="a.hub", effects=[effect("n", "=", 0)], once=True),
        choice("key", detour="a.drawer"),
        choice("out", to="a.end", condition=compares("n", ">=", 3)),
        choice("quiet", to="a.end", condition=was_at("a.drawer")),
        choice("never", to="a.end", condition=holds("dream")),
        choice("chancy", to="a.end", condition=was_at("a.luck")),
        choice("roll", to="a.dice"),
    ),
    scene("a.drawer", returns=True),
    scene("a.dice", chance={"a.hub": 99, "a.luck": 1}),
    scene("a.luck", choice("back", to="a.hub")),
    end("a.end"),
    scene(
        "b.nowhere", choice("on", to="a.hub"), choice("shut", to="a.hub", condition=holds("dream"))
    ),
    variables=[whole("n", 0, 3), yes_no("dream")],
)
RULES = Rules(LOCKED)


def _open(play: Play, name: str) -> bool:
    scene, _, local = name.rpartition("/")
    return play.state.scene == scene and local in {o.choice for o in RULES.offers(play.state)}


def test_the_shortest_way_from_the_beginning_opens_the_choice() -> None:
    found = ways_to_open(Course(RULES), ["a.hub/out"])
    way = found.ways["a.hub/out"]
    assert way.choices == ("a.hub/left",) * 3
    assert _open(replay(RULES, 0, way.choices), "a.hub/out")


def test_from_here_the_way_is_shorter() -> None:
    play = replay(RULES, 0, ["left", "left"])
    found = ways_to_open(Course(RULES), ["a.hub/out"], play.state)
    assert found.ways["a.hub/out"].choices == ("a.hub/left",)


def test_a_detour_is_a_step() -> None:
    found = ways_to_open(Course(RULES), ["a.hub/quiet"])
    assert found.ways["a.hub/quiet"].choices == ("a.hub/key",)


def test_a_choice_that_no_play_opens_is_proved_to_be_so() -> None:
    found = ways_to_open(Course(RULES), ["a.hub/never", "a.hub/out"])
    assert found.complete
    assert "a.hub/never" not in found.ways
    assert "a.hub/out" in found.ways


def test_past_the_budget_nothing_is_said_to_be_impossible() -> None:
    found = ways_to_open(Course(RULES), ["a.hub/never"], budget=3)
    assert not found.complete
    assert found.ways == {}


def test_a_search_that_is_told_to_stop_stops() -> None:
    found = ways_to_open(Course(RULES), ["a.hub/never"], stopped=lambda: True)
    assert not found.complete
    assert found.states == 1


def test_making_ready_stops_when_it_is_told_to() -> None:
    with pytest.raises(Stopped):
        Ground(RULES, lambda: True)
    assert Ground(RULES, lambda: False).start() == Course(RULES).start()


def test_a_way_over_a_chance_says_what_chance_must_draw() -> None:
    found = ways_to_open(Course(RULES), ["a.hub/chancy"])
    way = found.ways["a.hub/chancy"]
    assert way.exits == (("a.dice", 1),)
    seed = seed_for(LOCKED, way.exits)
    assert seed is not None
    assert _open(replay(RULES, seed, way.choices), "a.hub/chancy")


def test_a_place_that_no_way_leads_to_has_no_ways_and_no_proof() -> None:
    turn = RULES.enter(begin(RULES).state, "b.nowhere")
    found = ways_to_open(Course(RULES), ["b.nowhere/shut"], turn.state)
    assert (found.ways, found.complete) == ({}, False)


@given(st.lists(st.integers(0, 5), max_size=8), st.integers(0, 200))
def test_every_way_from_anywhere_leads_to_where_the_choice_is_open(
    picks: list[int], seed: int
) -> None:
    play = begin(RULES, seed)
    for pick in picks:
        offers = RULES.offers(play.state)
        if offers:
            play = take(RULES, play, offers[pick % len(offers)].choice)
    names = [f"{play.state.scene}/{each.choice}" for each in RULES.closed(play.state)]
    found = ways_to_open(Course(RULES), names, play.state)
    for name, way in found.ways.items():
        if not way.exits:
            there = play
            for each in way.choices:
                there = take(RULES, there, each)
            assert _open(there, name)


def test_no_shorter_way_is_overlooked() -> None:
    found = ways_to_open(Course(RULES), ["a.hub/out"])
    names = ("left", "spoil", "key", "roll")
    shorter: list[tuple[str, ...]] = [()]
    for _ in range(len(found.ways["a.hub/out"].choices) - 1):
        shorter += [(*each, name) for each in shorter for name in names]
    for each in set(shorter):
        try:
            assert not _open(replay(RULES, 0, each), "a.hub/out")
        except NotOffered:
            continue
