from __future__ import annotations

from game.engine.replay import replay
from game.engine.rules import Rules
from game.engine.state import Turn
from game.loading.expression import parse_condition, parse_effect
from game.model.expression import Condition, Effect
from game.playing.writing.closed import Act, Closed, acts_of, closed_choices, since, why_closed
from tests.builders import choice, end, scene, story, whole, yes_no

VARIABLES = (whole("n", 0, 9), yes_no("asked"), yes_no("seen"))
KNOWN = {each.variable: each for each in VARIABLES}


def _when(source: str) -> Condition:
    value = parse_condition(source, KNOWN).value
    assert value is not None
    return Condition(source, value)


def _does(source: str) -> Effect:
    read = parse_effect(source, KNOWN)
    assert read.value is not None
    return Effect(source, read.variable, read.operator, read.value)


RULES = Rules(
    story(
        scene(
            "a.hub",
            choice("count", to="a.hub", effects=[_does("n += 2"), _does("asked = true")]),
            choice("once", to="a.hub", once=True),
            choice("few", to="a.end", condition=_when("n < 2 and not asked and not seen")),
            choice("many", to="a.end", condition=_when("n > 6 or visited('a.far')")),
            choice("far", to="a.far", condition=_when("times('a.hub') < 3")),
            choice("hard", to="a.end", condition=_when("n % (n - n) == 0"), once=True),
        ),
        scene("a.far", choice("back", to="a.hub"), effects=[_does("seen = true")]),
        end("a.end"),
        variables=VARIABLES,
    )
)
HUB = RULES.story.scenes["a.hub"]


def _closed(choices: list[str], name: str) -> Closed:
    acts = acts_of(replay(RULES, 0, choices))
    found = HUB.choice(name)
    assert found is not None
    return why_closed(RULES, acts, found)


def test_each_part_that_fails_is_named_and_no_other() -> None:
    closed = _closed(["count"], "few")
    assert closed.condition == "n < 2 and not asked and not seen"
    assert [part.source for part in closed.failing] == ["n < 2", "not asked"]
    assert closed.short == "n < 2, not asked"


def test_what_a_part_hangs_on_is_said_with_the_choice_that_set_it() -> None:
    (few, asked) = _closed(["once", "count"], "few").failing
    assert [(each.says, each.since) for each in few.grounds] == [
        ("n is 2", "by choice 2, 'a.hub/count': n += 2")
    ]
    assert asked.grounds[0].since == "by choice 2, 'a.hub/count': asked = true"


def test_an_either_or_fails_as_a_whole_with_all_that_it_hangs_on() -> None:
    (part,) = _closed([], "many").failing
    assert part.source == "n > 6 or visited('a.far')"
    assert [(each.says, each.since) for each in part.grounds] == [
        ("n is 0", "as it starts"),
        ("'a.far' was not entered", ""),
    ]


def test_how_often_a_scene_was_entered_is_said_with_the_first_time() -> None:
    (part,) = _closed(["count", "count"], "far").failing
    (ground,) = part.grounds
    assert (ground.says, ground.since) == ("'a.hub' was entered 3 times", "first at the start")


def test_a_choice_that_was_taken_once_says_when() -> None:
    closed = _closed(["count", "once"], "once")
    assert closed.spent == "by choice 2, 'a.hub/once'"
    assert (closed.condition, closed.failing, closed.short) == ("", (), "taken once")


def test_a_choice_that_was_taken_before_all_this_says_so() -> None:
    state = RULES.start().state._replace(taken=frozenset({"a.hub/once"}))
    found = HUB.choice("once")
    assert found is not None
    assert why_closed(RULES, [Act(Turn(state, ()))], found).spent == "before this play"


def test_a_value_that_entering_gave_says_so() -> None:
    play = replay(RULES, 0, ["far"])
    assert since(RULES, acts_of(play), "seen") == (
        "by entering 'a.far' after choice 1, 'a.hub/far': seen = true"
    )


def test_the_last_thing_that_set_a_value_counts() -> None:
    acts = acts_of(replay(RULES, 0, ["count", "count"]))
    assert since(RULES, acts, "n") == "by choice 2, 'a.hub/count': n += 2"
    by_hand = Act(acts[-1].turn, hand="n", number=2)
    assert since(RULES, [*acts, by_hand], "n") == "set by you"
    assert since(RULES, [*acts, by_hand], "asked").startswith("by choice 2")
    kept = Act(acts[-1].turn, kept=True)
    assert since(RULES, [*acts, kept], "n") == "from before the story was changed"


def test_a_remainder_by_nought_closes_and_does_not_stop_the_asking() -> None:
    assert _closed([], "hard").short == "n % (n - n) == 0"


def test_every_closed_choice_of_the_scene_is_given_and_no_open_one() -> None:
    rules = Rules(
        story(
            scene(
                "a.one",
                choice("open", to="a.end"),
                choice("shut", to="a.end", condition=_when("asked")),
            ),
            end("a.end"),
            variables=VARIABLES,
        )
    )
    assert [c.choice for c in closed_choices(rules, acts_of(replay(rules, 0, [])))] == [
        "a.one/shut"
    ]
