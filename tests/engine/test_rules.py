from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from game.engine.replay import replay
from game.engine.rules import EndlessScenes, NotOffered, NowhereToReturn, OutOfRange, Rules
from game.model.expression import Arithmetic, Compare, Read, Times, Whole
from game.model.prose import plain
from game.model.scene import Skippable
from tests.builders import (
    choice,
    compares,
    effect,
    either,
    end,
    paragraph,
    paragraphs,
    scene,
    story,
    was_at,
    when,
    whole,
)


def test_entering_counts_then_changes_and_then_reads() -> None:
    rules = Rules(
        story(
            scene(
                "hall.door",
                choice("knock", to="hall.door", condition=compares("watched", "<", 2)),
                choice(
                    "leave",
                    to="hall.end",
                    condition=when(Compare("==", Times("hall.door"), Whole(2))),
                ),
                effects=[effect("watched", "+=", 1)],
            ),
            end("hall.end"),
            variables=[whole("watched", 0, 3)],
        )
    )
    state = rules.start().state
    assert state.values == (1,)
    assert [each.choice for each in rules.offers(state)] == ["knock"]
    state = rules.choose(state, "knock").state
    assert [each.choice for each in rules.offers(state)] == ["leave"]
    assert [each.choice for each in rules.closed(state)] == ["knock"]


def test_effects_are_applied_in_order_and_may_read_one_another() -> None:
    double = Arithmetic("*", Read("one"), Whole(2))
    rules = Rules(
        story(
            scene(
                "hall.door",
                choice(
                    "go", to="hall.end", effects=[effect("one", "=", 2), effect("two", "=", double)]
                ),
            ),
            end("hall.end", text="There."),
            variables=[whole("one", 0, 9), whole("two", 0, 9)],
        )
    )
    assert rules.choose(rules.start().state, "go").state.values == (2, 4)


def test_a_choice_that_is_taken_once_is_gone() -> None:
    rules = Rules(
        story(
            scene(
                "hall.door", choice("look", to="hall.door", once=True), choice("go", to="hall.end")
            ),
            end("hall.end"),
        )
    )
    state = rules.choose(rules.start().state, "look").state
    assert [each.choice for each in rules.offers(state)] == ["go"]
    with pytest.raises(NotOffered, match=r"'look' is not on offer in 'hall\.door'"):
        rules.choose(state, "look")


def test_a_scene_goes_on_by_itself_and_all_that_was_entered_is_told() -> None:
    rules = Rules(
        story(
            scene("hall.door", then="hall.stairs"),
            scene("hall.stairs", then="hall.end"),
            end("hall.end"),
        )
    )
    turn = rules.start()
    assert [each.scene for each in turn.entered] == ["hall.door", "hall.stairs", "hall.end"]
    assert turn.state.scene == "hall.end"


def test_a_detour_comes_back_without_entering_again() -> None:
    rules = Rules(
        story(
            scene(
                "hall.door",
                choice("map", detour="hall.map"),
                choice("go", to="hall.end", condition=was_at("hall.map")),
                effects=[effect("watched", "+=", 1)],
            ),
            scene("hall.map", returns=True),
            end("hall.end"),
            variables=[whole("watched", 0, 1)],
        )
    )
    turn = rules.choose(rules.start().state, "map")
    assert turn.state.scene == "hall.door"
    assert turn.state.stack == ()
    assert turn.state.values == (1,)
    assert [each.scene for each in turn.entered] == ["hall.map"]
    assert len(rules.offers(turn.state)) == 2


def test_the_second_visit_reads_anew() -> None:
    rules = Rules(
        story(
            scene("hall.door", choice("again", to="hall.door"), text="First.", again="Second."),
        )
    )
    turn = rules.start()
    assert not turn.entered[0].again
    turn = rules.choose(turn.state, "again")
    ((line,),) = rules.beats(turn.entered[0])
    assert line[0].text == "Second."


def test_every_exit_of_every_chance_is_an_outcome() -> None:
    rules = Rules(
        story(
            scene("hall.door", choice("go", to="hall.fog")),
            scene("hall.fog", chance={"hall.wood": 3, "hall.end": 1}),
            scene("hall.wood", chance={"hall.end": 1, "hall.other": 1}),
            end("hall.end"),
            end("hall.other"),
        )
    )
    state = rules.start().state
    outcomes = rules.outcomes(state, "go")
    assert [(turn.state.scene, path) for turn, path in outcomes] == [
        ("hall.end", (0, 0)),
        ("hall.other", (0, 1)),
        ("hall.end", (1,)),
    ]
    assert rules.choose(state, "go") in [turn for turn, _ in outcomes]


def test_a_value_out_of_range_is_never_clamped() -> None:
    rules = Rules(
        story(
            scene("hall.door", choice("go", to="hall.end", effects=[effect("watched", "-=", 1)])),
            end("hall.end"),
            variables=[whole("watched", 0, 3)],
        )
    )
    with pytest.raises(OutOfRange, match="makes 'watched' -1, outside 0 to 3"):
        rules.choose(rules.start().state, "go")


def test_scenes_without_an_end_are_given_up_and_said() -> None:
    rules = Rules(
        story(scene("hall.door", then="hall.attic"), scene("hall.attic", then="hall.door"))
    )
    with pytest.raises(EndlessScenes, match="lead into one another"):
        rules.start()


def test_a_return_without_a_detour_is_said() -> None:
    rules = Rules(story(scene("hall.door", returns=True)))
    with pytest.raises(NowhereToReturn, match="no detour led there"):
        rules.start()


def test_a_play_may_begin_at_another_scene_with_other_values() -> None:
    rules = Rules(
        story(scene("hall.door", then="hall.end"), end("hall.end"), variables=[whole("n", 0, 3)])
    )
    turn = rules.start(4, scene="hall.end", values={"n": 2})
    assert (turn.state.scene, turn.state.values, turn.state.seed) == ("hall.end", (2,), 4)


PROGRAM = """
from tests.builders import *
from game.engine.replay import replay
from game.engine.rules import Rules
rules = Rules(story(
    scene("hall.door", choice("a", to="hall.fog", once=True), choice("b", to="hall.fog", once=True),
          choice("c", to="hall.end")),
    scene("hall.fog", chance={"hall.door": 1, "hall.wood": 2}),
    scene("hall.wood", choice("back", to="hall.door")),
    end("hall.end"),
))
play = replay(rules, 0, [])
while not rules.story.scenes[play.state.scene].ending:
    from game.engine.replay import take
    play = take(rules, play, rules.offers(play.state)[0].choice)
print([tuple(sorted(turn.state.taken)) + turn.state[:3] for turn in play.turns], play.trail)
"""


def test_a_writer_may_enter_a_scene_that_nothing_leads_to() -> None:
    rules = Rules(
        story(
            scene("a.one", choice("on", to="a.end"), effects=[effect("n", "+=", 1)]),
            scene("a.lost", choice("on", to="a.end"), effects=[effect("n", "+=", 2)]),
            end("a.end"),
            variables=[whole("n", 0, 9)],
        )
    )
    turn = rules.enter(rules.start().state, "a.lost")
    assert (turn.state.scene, turn.state.values) == ("a.lost", (3,))
    assert [each.scene for each in turn.entered] == ["a.lost"]


def test_a_play_is_the_same_under_every_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "424242")
    }
    assert len(outputs) == 1
    assert b"hall.end" in outputs.pop()


def test_replaying_the_log_gives_the_same_play() -> None:
    rules = Rules(
        story(
            scene("hall.door", choice("go", to="hall.fog")),
            scene("hall.fog", chance={"hall.door": 1, "hall.end": 1}),
            end("hall.end"),
        )
    )
    for seed in range(20):
        play = replay(rules, seed, ["hall.door/go"])
        assert replay(rules, seed, play.choices) == play
        assert hash(play.state) == hash(replay(rules, seed, play.choices).state)


def test_a_summary_may_ask_where_the_reader_has_been() -> None:
    summary = paragraphs(paragraph(either(was_at("hall.door"), "Seen.", "Unseen.")))
    hall = replace(
        scene("hall.door", choice("go", to="hall.door")), skippable=Skippable(("arrest",), summary)
    )
    rules = Rules(story(hall))
    state = rules.start().state
    assert plain(rules.line(summary, state)) == "Seen."
