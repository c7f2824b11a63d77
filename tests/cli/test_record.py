from __future__ import annotations

import json

from tests.cli.conftest import Run, Write


def test_every_question_is_listed(run: Run, write: Write) -> None:
    told = run("record", "--story", write())
    assert told.out == ("Which way did she leave? (way)\n  - She left by the door. One teller.\n")


def test_one_question_has_all_that_its_accounts_say(run: Run, write: Write) -> None:
    assert run("record", "way", "--story", write()).out == (
        "Which way did she leave?\n\n"
        "1. She left by the door. [door]\n"
        "   ONE TELLER. 1 for.\n\n"
        "Diary (read whole): tells 1, page 1.\n"
    )


def test_a_question_that_is_not_there_is_a_wrong_request(run: Run, write: Write) -> None:
    told = run("record", "hour", "--story", write())
    assert told.code == 2
    assert told.err.startswith("The record has no question 'hour'.")


def test_the_whole_record_is_given_to_machines(run: Run, write: Write) -> None:
    whole = json.loads(run("record", "--json", "--story", write()).out)
    assert list(whole) == ["accounts", "questions", "choices"]


def test_all_that_is_invented_is_listed(run: Run, write: Write) -> None:
    told = run("record", "--invented", "--story", write())
    assert told.out == "Nothing is invented or inferred.\n"


def test_the_shipped_record_fits_a_terminal(run: Run) -> None:
    for told in (run("record"), run("record", "--invented")):
        assert told.code == 0
        assert max(map(len, told.out.splitlines())) <= 80


def test_what_is_invented_is_given_to_machines_too(run: Run) -> None:
    rows = json.loads(run("record", "--invented", "--json").out)
    assert {"scene", "choice", "kind", "reason", "premises"} <= set(rows[0])
    assert {row["kind"] for row in rows} == {"inferred", "invented", "told by nobody"}


def test_the_sources_are_given_as_csl_json(run: Run, write: Write) -> None:
    told = run("record", "--format", "csl", "--story", write())
    (item,) = json.loads(told.out)
    assert (told.code, item["id"], item["type"]) == (0, "diary", "book")


def test_the_sources_are_given_as_bibtex(run: Run, write: Write) -> None:
    told = run("record", "--format", "bibtex", "--story", write())
    assert (told.code, told.out.splitlines()[0]) == (0, "@book{diary,")


def test_two_wishes_at_once_are_a_wrong_request(run: Run, write: Write) -> None:
    told = run("record", "way", "--format", "csl", "--story", write())
    assert told.code == 2
    assert "Ask for --format or a question, one at a time." in told.err
