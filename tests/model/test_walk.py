from __future__ import annotations

from game.model.expression import Compare, Every, Not, Read, Times, Visited, Whole
from game.model.prose import Value
from game.model.walk import (
    acts,
    conditions,
    enacted_claims,
    marked_claims,
    named_scenes,
    questions_asked,
    variables,
    variables_read,
    variables_written,
)
from tests.builders import (
    choice,
    effect,
    either,
    enacts,
    end,
    holds,
    infers,
    invents,
    marked,
    paragraph,
    paragraphs,
    scene,
    skippable,
    story,
    whole,
    yes_no,
)


def test_acts_are_every_choice_and_every_ending() -> None:
    tale = story(scene("hall.door", choice("open", to="hall.street")), end("hall.street"))
    assert [act.name for act in acts(tale)] == [
        "The choice 'hall.door/open'",
        "The ending 'hall.street'",
    ]


def test_a_condition_is_found_on_a_choice_and_in_any_prose() -> None:
    again = paragraphs(paragraph(either(holds("third"), "Again.")))
    text = paragraphs(paragraph(either(holds("second"), "Seen.")))
    door = scene(
        "hall.door",
        choice("open", to="hall.door", condition=holds("first")),
        text=text,
        again=again,
    )
    assert [condition.test for condition in conditions(door)] == [
        Read("first"),
        Read("second"),
        Read("third"),
    ]


def test_a_variable_is_named_at_any_depth() -> None:
    assert variables(Every((Read("torn"), Visited("hall.door"), Read("seen")))) == {"torn", "seen"}


def test_a_variable_that_only_changes_itself_is_not_read() -> None:
    tale = story(
        scene("hall.door", choice("open", to="hall.door", effects=[effect("knocks", "+=", 1)])),
        variables=[whole("knocks", 0, 3)],
    )
    assert variables_read(tale) == frozenset()
    assert variables_written(tale) == {"knocks"}


def test_a_value_in_prose_and_an_effect_on_another_are_reading() -> None:
    shown = paragraphs(paragraph("You knocked ", Value("knocks"), " times."))
    tale = story(
        scene("hall.door", text=shown, effects=[effect("seen", "=", Read("torn"))]),
        variables=[whole("knocks", 0, 3), yes_no("torn"), yes_no("seen")],
    )
    assert variables_read(tale) == {"knocks", "torn"}


def test_a_mark_in_a_summary_or_an_arm_is_found() -> None:
    text = paragraphs(paragraph("Fog. ", marked("White", "weather/fog")))
    tale = story(scene("hall.door", text=text, skippable=skippable("arrest", summary="Fog.")))
    assert marked_claims(tale) == {"weather/fog"}


def test_what_choices_and_endings_answer_is_found() -> None:
    tale = story(
        scene(
            "hall.door",
            choice("open", to="hall.street", record=enacts("way/door")),
            choice("stay", to="hall.street", record=enacts("way/none")),
            choice("guess", to="hall.street", record=infers("hour", "way/door")),
            choice("hum", to="hall.street", record=invents()),
        ),
        end("hall.street", enacts("fate/street")),
    )
    assert enacted_claims(tale) == {"way/door", "fate/street"}
    assert questions_asked(tale) == {"way", "hour", "fate"}


def test_the_scenes_a_condition_asks_about_are_found_at_any_depth() -> None:
    asked = Every((Not(Visited("line.walk")), Compare("<", Times("line.fog"), Whole(2))))
    assert named_scenes(asked) == {"line.walk", "line.fog"}
