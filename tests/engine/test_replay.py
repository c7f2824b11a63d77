from __future__ import annotations

import pytest

from game.engine.replay import begin, off_record, read_at, replay, take
from game.engine.rules import NotOffered, Rules
from game.model.story import Part
from tests.builders import choice, end, invents, leaves, scene, story


@pytest.fixture
def rules() -> Rules:
    return Rules(
        story(
            scene(
                "hall.door",
                choice("stay", to="hall.wood", record=invents(), leaves=leaves(2, "hall.road")),
                choice("go", to="hall.road"),
            ),
            scene("hall.wood", choice("on", to="hall.road"), choice("end", to="hall.end")),
            scene("hall.road", choice("walk", to="hall.end")),
            end("hall.end"),
        )
    )


def test_a_choice_may_be_named_with_its_scene_or_without(rules: Rules) -> None:
    assert take(rules, begin(rules), "go") == take(rules, begin(rules), "hall.door/go")


def test_a_choice_of_another_scene_is_not_on_offer(rules: Rules) -> None:
    with pytest.raises(NotOffered, match=r"'hall\.road/walk' is not on offer in 'hall\.door'"):
        take(rules, begin(rules), "hall.road/walk")


def test_a_log_that_does_not_fit_says_at_which_choice(rules: Rules) -> None:
    with pytest.raises(NotOffered, match="as choice 2") as caught:
        replay(rules, 0, ["hall.door/go", "hall.road/fly"])
    assert caught.value.turn == 2


def test_a_play_can_be_cut_back_to_any_decision(rules: Rules) -> None:
    play = replay(rules, 0, ["go", "walk"])
    assert play.before(1) == replay(rules, 0, ["go"])
    assert play.before(0) == begin(rules)
    assert play.trail == ("hall.door", "hall.road", "hall.end")


def test_a_play_is_off_the_record_until_it_rejoins(rules: Rules) -> None:
    assert off_record(rules.story, replay(rules, 0, ["go"])) is None
    standing = off_record(rules.story, replay(rules, 0, ["stay"]))
    assert standing is not None
    assert (standing.index, standing.scene, standing.choice.choice) == (0, "hall.door", "stay")
    assert off_record(rules.story, replay(rules, 0, ["stay", "end"])) is not None
    assert off_record(rules.story, replay(rules, 0, ["stay", "on"])) is None


LED = story(
    scene("one.start", choice("go", to="one.road"), choice("end", to="one.end")),
    scene("one.road", then="two.gate"),
    scene("two.gate", then="two.hall"),
    scene("two.hall", choice("back", to="one.road")),
    end("one.end"),
    parts=[Part("one", "One", "one.start"), Part("two", "Two", "two.gate")],
)


def read(turn: int, led: int) -> list[str]:
    play = replay(Rules(LED), 0, ["one.start/go", "two.hall/back"])
    return [each.scene for each in read_at(LED, play, turn, led)]


def test_whom_a_line_led_reads_from_the_first_scene_of_the_part() -> None:
    assert read(1, led=1) == ["two.gate", "two.hall"]


def test_all_that_was_entered_is_read_where_nobody_was_led() -> None:
    assert read(1, led=0) == ["one.road", "two.gate", "two.hall"]
    assert read(2, led=1) == ["one.road", "two.gate", "two.hall"]


def test_whom_a_line_led_to_no_part_reads_all_of_that_turn() -> None:
    play = replay(Rules(LED), 0, ["one.start/end"])
    assert [each.scene for each in read_at(LED, play, 1, 1)] == ["one.end"]
