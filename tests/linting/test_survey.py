from __future__ import annotations

import re
from dataclasses import replace

from game.linting import survey
from game.model.scene import Brief
from tests.builders import (
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    marked,
    paragraph,
    paragraphs,
    person,
    prose,
    question,
    scene,
    skippable,
    story,
)

DOOR = replace(
    scene(
        "hall.door",
        choice("go", "Go on.", to="hall.street", record=enacts("way/door")),
        text=paragraphs(paragraph("A ", marked("door", "way/open"), "."), "And rain."),
        again="The door again.",
        skippable=skippable("arrest", summary="A door."),
    ),
    briefs=(Brief("sceptic", prose("Ask who says so.")),),
)
TALE = story(
    DOOR,
    end("hall.street", infers("hour", "way/window"), text="The street."),
    questions=[
        question("way", claim("door", "diary"), claim("window"), claim("open", "diary")),
        question("hour", claim("night", "diary")),
        question("hat"),
    ],
    people=[person("kim", "A teacher.")],
    opening="Who she was.",
    advisory="Hard things.",
)


def test_every_text_that_a_reader_may_see_is_there_with_its_name() -> None:
    assert [(text.where, text.words) for text in survey.texts(TALE)] == [
        ("The opening", "Who she was."),
        ("The advisory", "Hard things."),
        ("The entry 'kim'", "A teacher."),
        ("The scene 'hall.door'", "A door.\nAnd rain."),
        ("The scene 'hall.door'", "The door again."),
        ("The scene 'hall.door'", "A door."),
        ("A brief of 'hall.door'", "Ask who says so."),
        ("The choice 'hall.door/go'", "Go on."),
        ("The scene 'hall.street'", "The street."),
    ]


def test_a_pattern_is_found_in_each_text_that_has_it() -> None:
    found = [(text.kind, match.group()) for text, match in survey.matches(TALE, re.compile("door"))]
    assert found == [("text", "door"), ("again", "door"), ("summary", "door")]


def test_a_claim_is_met_where_it_is_marked_or_enacted() -> None:
    assert survey.claims_met(TALE) == {"way/door", "way/open"}


def test_a_question_is_met_by_an_inference_too() -> None:
    assert survey.questions_met(TALE) == {"way", "hour"}


def test_a_scene_rests_on_what_it_marks_enacts_or_infers_from() -> None:
    assert survey.claims_beneath(TALE.scenes["hall.door"]) == {"way/door", "way/open"}
    assert survey.claims_beneath(TALE.scenes["hall.street"]) == {"way/window"}


def test_two_stories_are_kept_apart() -> None:
    other = story(end("hall.street"))
    assert len(survey.texts(TALE)) != len(survey.texts(other))
    assert survey.claims_met(other) == frozenset()
    assert survey.claims_met(TALE) == {"way/door", "way/open"}


def test_choices_that_say_the_same_to_the_record_differ_only_in_notes() -> None:
    noted = choice("a", record=enacts("way/door", note="At night."))
    assert survey.answer(noted) == survey.answer(choice("b", record=enacts("way/door")))
    assert survey.answer(choice("c", record=invents("One."))) != survey.answer(
        choice("d", record=invents("Two."))
    )
