from __future__ import annotations

import json

import pytest

from game.loading.cover import shipped_story
from game.loading.folder import read_story
from game.model.record import UNKNOWN, Extent
from game.reporting.record import NoSuchQuestion, as_json, overview, question_text
from tests.builders import (
    READING,
    account,
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    question,
    scene,
    story,
    telling,
)

WAY = question(
    "way",
    claim(
        "door",
        telling("article", "line 28", state="early"),
        says="She left by the door.",
        doubted_by=[telling("critic", "note 3", note="the lock was new")],
    ),
    claim(
        "front-door",
        telling("essay", "line 9", source=("porter",)),
        within="door",
        reported_by=["gossip"],
    ),
    claim("window", telling("file", "page 4", source=UNKNOWN), denied_by=["porter"]),
    asks="Which way did she leave?",
)
BAG = question("bag", claim("cap", "file"), several=True)
TALE = story(
    scene(
        "hall.door",
        choice("open", to="hall.street", record=[enacts("way/door"), enacts("bag/cap")]),
        choice("stay", to="hall.street", record=enacts("way/none")),
        choice("read", to="hall.street", record=READING),
        choice("guess", to="hall.street", record=infers("bag", "way/door", why="She had hands.")),
        choice("hum", to="hall.street", record=invents("Nobody heard her.")),
        title="The door",
    ),
    end("hall.street", enacts("way/window")),
    questions=[WAY, BAG],
    accounts=[
        account("article", label="Encyclopedia article", states={"early": "lines 1-41"}),
        account("critic", read=Extent.EXCERPT),
        account("quiet", label="Magazine article", rests_on=("article",)),
    ],
)
WHOLE = as_json(TALE)
SHIPPED = as_json(read_story(shipped_story()).story or TALE)


def test_the_whole_record_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(WHOLE)) == WHOLE
    assert list(WHOLE) == ["accounts", "questions", "choices"]


def test_a_question_has_the_promised_keys_in_their_order() -> None:
    assert list(WHOLE["questions"][0]) == ["question", "asks", "claims", "holds", "silent"]


def test_a_claim_has_the_promised_keys_in_their_order() -> None:
    assert list(WHOLE["questions"][0]["claims"][0]) == [
        "claim",
        "says",
        "told_by",
        "denied_by",
        "doubted_by",
        "within",
        "reported_by",
        "independent_for",
        "independent_against",
        "status",
    ]


@pytest.mark.parametrize("voice", ["told_by", "reported_by", "denied_by", "doubted_by"])
def test_every_voice_of_the_shipped_record_has_the_same_keys(voice: str) -> None:
    tellings = [
        telling
        for question in SHIPPED["questions"]
        for each in question["claims"]
        for telling in each[voice]
    ]
    assert {tuple(telling) for telling in tellings} <= {("account", "state", "at", "from")}


def test_the_shipped_record_has_the_promised_keys_throughout() -> None:
    assert list(SHIPPED) == ["accounts", "questions", "choices"]
    claims = [each for question in SHIPPED["questions"] for each in question["claims"]]
    assert {tuple(each) for each in SHIPPED["questions"]} == {tuple(WHOLE["questions"][0])}
    assert {tuple(each) for each in claims} == {tuple(WHOLE["questions"][0]["claims"][0])}
    assert {tuple(each) for each in SHIPPED["choices"]} == {tuple(WHOLE["choices"][0])}
    assert {each["choice"] is None for each in SHIPPED["choices"]} == {True, False}


def test_what_a_claim_stands_within_and_who_reports_it_is_given() -> None:
    door, front = WHOLE["questions"][0]["claims"][:2]
    assert (door["within"], front["within"]) == (None, "door")
    assert front["reported_by"] == [
        {"account": "gossip", "state": None, "at": "line 1", "from": None}
    ]


def test_a_telling_names_its_account_state_place_and_descent() -> None:
    told = [each["told_by"][0] for each in WHOLE["questions"][0]["claims"]]
    assert told == [
        {"account": "article", "state": "early", "at": "line 28", "from": None},
        {"account": "essay", "state": None, "at": "line 9", "from": ["porter"]},
        {"account": "file", "state": None, "at": "page 4", "from": "unknown"},
    ]


def test_statuses_and_witnesses_are_derived() -> None:
    door = WHOLE["questions"][0]["claims"][0]
    assert (door["status"], door["independent_for"], door["independent_against"]) == (
        "disputed",
        2,
        1,
    )


def test_holds_and_silence_are_given() -> None:
    assert [each["holds"] for each in WHOLE["questions"]] == [None, "several"]
    assert WHOLE["questions"][0]["silent"] == ["quiet"]


def test_each_record_entry_has_its_row() -> None:
    rows = [tuple(row.values()) for row in WHOLE["choices"]]
    assert list(WHOLE["choices"][0]) == ["scene", "choice", "question", "claim", "status"]
    assert rows == [
        ("hall.door", "open", "way", "door", "disputed"),
        ("hall.door", "open", "bag", "cap", "one teller"),
        ("hall.door", "stay", "way", None, "against the record"),
        ("hall.door", "read", None, None, None),
        ("hall.door", "guess", "bag", None, "inferred"),
        ("hall.door", "hum", None, None, "invented"),
        ("hall.street", None, "way", "window", "disputed"),
    ]


def test_an_account_says_what_it_rests_on() -> None:
    rests_on = {each["account"]: each["rests_on"] for each in WHOLE["accounts"]}
    assert rests_on["quiet"] == ["article"]
    assert rests_on["article"] == []


def test_a_question_as_text_has_its_claims_and_then_account_after_account() -> None:
    assert question_text(TALE, "way").splitlines() == [
        "Which way did she leave?",
        "",
        "1. She left by the door. [door]",
        "   DISPUTED. 2 for, 1 against, 1 silent.",
        "2. It was front-door. [front-door]",
        "   Within 1.",
        "   DISPUTED. 1 for, 1 against, 1 silent.",
        "3. It was window. [window]",
        "   DISPUTED. 1 for, 2 against, 1 silent.",
        "",
        "Encyclopedia article (read whole): tells 1, early state, line 28.",
        "Critic (read in excerpt): doubts 1, note 3 (the lock was new).",
        "Essay (read whole): tells 2, line 9 (from porter).",
        "Gossip (read whole): reports 2, line 1.",
        "File (read whole): tells 3, page 4 (from nobody knows whom).",
        "Porter (read whole): denies 3, line 1.",
        "Silent: Magazine article.",
    ]


def test_a_question_that_is_not_there_is_said_so() -> None:
    with pytest.raises(NoSuchQuestion, match=r"^The record has no question 'hour'\."):
        question_text(TALE, "hour")


def test_the_overview_has_every_question_with_its_claims() -> None:
    text = overview(TALE)
    assert "Which way did she leave? (way)\n  - She left by the door. Disputed." in text
    assert "What of bag? (bag)\n  - It was cap. One teller." in text
