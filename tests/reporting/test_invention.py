from __future__ import annotations

import json

from game.reporting.invention import as_json, as_text, ground, inventions
from tests.builders import (
    READING,
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    question,
    scene,
    story,
)

TALE = story(
    scene(
        "hall.door",
        choice("open", to="hall.street", record=[enacts("way/door"), invents("Her hat is ours.")]),
        choice("stay", to="hall.street", record=enacts("way/none", note="Nobody has her stay.")),
        choice("read", to="hall.street", record=READING),
        choice("guess", to="hall.street", record=infers("bag", "way/door", why="She had hands")),
        choice("fly", to="hall.street", record=invents("It is a jest.", "way")),
        title="The door",
    ),
    scene("hall.stairs", choice("down", to="hall.street", record=enacts("way/door"))),
    end("hall.street", enacts("way/none"), title="Out"),
    questions=[
        question("way", claim("door", "diary", says="She left by the door.")),
        question("bag", several=True),
    ],
)


def test_all_that_is_invented_or_inferred_is_listed_scene_by_scene_with_the_reason() -> None:
    assert as_text(TALE).splitlines() == [
        "The door (hall.door)",
        "  Open. [open]",
        "    Invented. Her hat is ours.",
        "  Stay. [stay]",
        "    Told by nobody, against the record. Nobody has her stay.",
        "  Guess. [guess]",
        "    Inferred. She had hands.",
        "    From: She left by the door. (way/door)",
        "  Fly. [fly]",
        "    Invented, against the record. It is a jest.",
        "",
        "hall.street (hall.street)",
        "  Out [the end]",
        "    Told by nobody, against the record. No account gives this answer.",
    ]


def test_a_story_that_invents_nothing_says_so() -> None:
    assert as_text(story(scene("hall.door"))) == "Nothing is invented or inferred."


def test_programs_are_given_the_same_under_keys() -> None:
    rows = as_json(TALE)
    assert json.loads(json.dumps(rows)) == rows
    assert rows[2] == {
        "scene": "hall.door",
        "scene_title": "The door",
        "choice": "guess",
        "words": "Guess.",
        "kind": "inferred",
        "status": "inferred",
        "question": "bag",
        "reason": "She had hands",
        "premises": ["way/door"],
    }
    assert rows[-1]["choice"] is None
    assert len(rows) == len(inventions(TALE))


def test_a_claim_that_is_enacted_and_a_page_turned_have_no_ground_of_ours() -> None:
    assert ground(enacts("way/door")) is None
    assert ground(READING) is None
