from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.rules import NotOffered, Rules
from game.model.scene import Scene
from game.model.story import Variable
from game.playing.composition import Composer
from game.playing.writing.tryout import Kind, Tryout, begun, taken_again, walked
from tests.builders import (
    choice,
    compares,
    effect,
    end,
    one_of,
    scene,
    story,
    was_at,
    whole,
    yes_no,
)

N = whole("n", 0, 99)
ASKED = yes_no("asked")
HUB = scene(
    "a.hub",
    choice("count", to="a.hub", effects=[effect("n", "+=", 1)]),
    choice("on", to="a.walk"),
    choice("once", to="a.hub", once=True),
)
WALK = scene("a.walk", choice("back", to="a.hub"), choice("end", to="a.end"))
FAR = scene("a.far", choice("back", to="a.hub"), effects=[effect("n", "=", 7)])


def _rules(
    *changed: Scene,
    without: Iterable[str] = (),
    variables: tuple[Variable, ...] = (N, ASKED),
    renames: dict[str, str] | None = None,
) -> Rules:
    scenes = {each.scene: each for each in (HUB, WALK, FAR, end("a.end"), *changed)}
    kept = [each for name, each in scenes.items() if name not in without]
    return Rules(story(*kept, variables=variables, renames=renames))


def _n(tried: Tryout, name: str = "n") -> int:
    return tried.state.values[tried.rules.places.variables[name]]


def test_a_leap_enters_a_scene_with_the_state_as_it_is() -> None:
    tried = begun(_rules()).choose("count").set("asked", 1).leap("a.far")
    assert tried.state.scene == "a.far"
    assert (_n(tried), _n(tried, "asked")) == (7, 1)


def test_a_set_value_enters_nothing() -> None:
    rules = _rules()
    tried = begun(rules).leap("a.far").set("n", 3)
    assert (tried.state.scene, _n(tried)) == ("a.far", 3)
    assert [each.scene for each in tried.steps[-1].turn.entered] == ["a.far"]


def test_a_step_back_is_how_it_was() -> None:
    tried = begun(_rules()).choose("count").choose("count").choose("on")
    assert tried.back_to(1).state == tried.steps[1].turn.state
    assert tried.back_to(0) == begun(tried.rules)
    assert len(tried.back_to(-5).steps) == 1


def test_a_page_can_be_made_of_it_after_every_kind_of_step() -> None:
    rules = _rules()
    tried = begun(rules).choose("count").set("n", 5).choose("on").leap("a.far").choose("back")
    for number in range(len(tried.steps)):
        there = tried.back_to(number)
        page = Composer(rules).page(there.play)
        assert page.passages[-1].scene == there.state.scene
    assert [act.number for act in tried.acts] == [0, 1, 1, 2, 2, 3]


def test_each_step_says_what_it_was() -> None:
    tried = begun(_rules()).choose("count").set("asked", 1).leap("a.far")
    done = [tried.done(number) for number in range(4)]
    assert [each.said for each in done] == [
        "the beginning",
        "a.hub/count",
        "set asked = true",
        "to a.far",
    ]
    assert done[1].text[0].text == "Count."
    assert [each.scene for each in done] == ["a.hub", "a.hub", "a.hub", "a.far"]


def test_choices_are_taken_from_the_beginning() -> None:
    assert walked(_rules(), 0, ["a.hub/count", "a.hub/on"]).state.scene == "a.walk"
    with pytest.raises(NotOffered):
        walked(_rules(), 0, ["a.walk/back"])


@given(st.lists(st.integers(0, 4), max_size=10))
def test_in_a_story_that_did_not_change_everything_stays(picks: list[int]) -> None:
    rules = _rules()
    tried = begun(rules)
    for pick in picks:
        offers = rules.offers(tried.state)
        if pick == 4 or not offers:
            tried = tried.leap("a.far")
        elif pick == 3:
            tried = tried.set("n", 2)
        else:
            tried = tried.choose(offers[pick % len(offers)].choice)
    again, told = taken_again(tried, _rules())
    assert (again.steps, told) == (tried.steps, ())


def test_a_changed_effect_changes_the_state() -> None:
    tried = begun(_rules()).choose("count").choose("count")
    hub = replace(HUB, effects=(effect("n", "+=", 1),))
    again, told = taken_again(tried, _rules(hub))
    assert (_n(again), told) == (5, ())


def test_names_that_were_changed_are_followed() -> None:
    tried = begun(_rules()).choose("count").choose("on")
    walk = replace(WALK, scene="a.path")
    hub = replace(HUB, choices=(replace(HUB.choices[0], choice="add"), choice("on", to="a.path")))
    renames = {"a.walk": "a.path", "a.hub/count": "a.hub/add"}
    again, told = taken_again(tried, _rules(hub, walk, without=["a.walk"], renames=renames))
    assert (again.state.scene, _n(again), told) == ("a.path", 1, ())


def test_where_the_way_no_longer_holds_place_and_state_are_kept() -> None:
    tried = begun(_rules()).choose("count").choose("on")
    hub = replace(HUB, choices=HUB.choices[:1])
    again, told = taken_again(tried, _rules(hub))
    assert (again.state.scene, _n(again)) == ("a.walk", 1)
    assert told == ("'a.hub/on' does not lead here any more; your place and your state are kept.",)
    assert [each.kind for each in again.steps] == [Kind.START, Kind.CHOICE, Kind.KEPT]
    assert again.choose("back").state.scene == "a.hub"


def test_what_was_kept_once_is_kept_again() -> None:
    tried = begun(_rules()).choose("count").choose("on")
    hub = replace(HUB, choices=HUB.choices[:1])
    once, _ = taken_again(tried, _rules(hub))
    twice, _ = taken_again(once, _rules(hub))
    assert twice.state == once.state


def test_where_the_scene_went_the_nearest_before_it_is_shown_and_said() -> None:
    tried = begun(_rules()).choose("count").choose("on").leap("a.far")
    again, told = taken_again(tried, _rules(without=["a.far"]))
    assert (again.state.scene, _n(again)) == ("a.walk", 1)
    assert told == (
        "'a.far' is gone; you are at 'a.walk', the nearest place before it, 1 step back.",
    )


def test_where_everything_went_it_begins_anew() -> None:
    tried = begun(_rules()).choose("on")
    again, told = taken_again(tried, Rules(story(end("b.other"), variables=[N, ASKED])))
    assert again.state.scene == "b.other"
    assert told == ("Nothing of the way here is left.",)


def test_a_value_that_cannot_be_any_more_starts_anew_and_is_said() -> None:
    tried = begun(_rules()).set("n", 9)
    again, told = taken_again(tried, _rules(variables=(whole("n", 0, 5), ASKED)))
    assert _n(again) == 0
    assert "n was 9, which it cannot be now: it is 0." in told


@pytest.mark.parametrize(
    ("variables", "value"),
    [
        ((ASKED, whole("m", 0, 3), N), 4),
        ((one_of("n", "few", "many"), ASKED), 0),
    ],
)
def test_values_are_carried_over_by_name(variables: tuple[Variable, ...], value: int) -> None:
    tried = begun(_rules()).set("n", 4).choose("on").set("asked", 1)
    bare = [replace(each, effects=(), choices=WALK.choices[:1]) for each in (HUB, FAR)]
    bare = [replace(each, choices=(choice("back", to="a.hub"),)) for each in bare]
    again, _ = taken_again(tried, _rules(*bare, variables=variables))
    assert again.state.scene == "a.walk"
    assert (_n(again), _n(again, "asked")) == (value, 1)


def test_visits_and_choices_taken_once_are_carried_over() -> None:
    asks = scene("a.end2", choice("x", to="a.hub", condition=was_at("a.walk")))
    before = _rules(asks)
    tried = begun(before).choose("once").choose("on").set("n", 1)
    hub = replace(HUB, choices=HUB.choices[2:])
    again, _ = taken_again(tried, _rules(hub, asks))
    assert again.state.scene == "a.walk"
    assert again.state.taken == {"a.hub/once"}
    assert again.leap("a.end2").rules.offers(again.leap("a.end2").state)


def test_a_choice_that_is_closed_now_keeps_the_place() -> None:
    tried = begun(_rules()).choose("on")
    on = replace(HUB.choices[1], condition=compares("n", ">", 3))
    hub = replace(HUB, choices=(HUB.choices[0], on))
    again, told = taken_again(tried, _rules(hub))
    assert again.state.scene == "a.walk"
    assert "does not lead here any more" in told[0]
