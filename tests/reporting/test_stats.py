from __future__ import annotations

from game.engine.rules import Rules
from game.model.record import UNKNOWN
from game.record.status import Status
from game.reporting.stats import as_json, as_text, count, is_disputed, is_unanswered
from tests.builders import (
    READING,
    account,
    choice,
    claim,
    either,
    enacts,
    end,
    holds,
    invents,
    line,
    marked,
    paragraph,
    paragraphs,
    question,
    scene,
    story,
    yes_no,
)

WAY = question("way", claim("door", "diary"), claim("window", "letter"))
HOUR = question("hour", claim("night", reported_by=["diary"]))
TEXT = paragraphs(
    paragraph("A ", marked("door", "way/door"), ". ", either(holds("torn"), "Torn.", "Not torn."))
)
TALE = story(
    scene(
        "hall.door",
        choice("open", "Open it.", to="hall.street", record=enacts("way/door")),
        choice("climb", "Climb out.", to="hall.street", record=enacts("way/window")),
        choice("read", "Read.", to="hall.door", record=READING, once=True),
        choice("hum", "Hum.", to="hall.street", record=invents()),
        choice("bare", "Go.", to="hall.street", record=()),
        text=TEXT,
    ),
    end("hall.street", enacts("way/door"), enacts("hour/night"), text="The street."),
    variables=[yes_no("torn")],
    questions=[WAY, HOUR],
    lines=[line("letter")],
)
STATS = count(Rules(TALE))


def test_the_keys_are_those_that_programs_rely_on() -> None:
    assert list(as_json(STATS)) == [
        "words",
        "scenes",
        "choices",
        "endings",
        "questions",
        "claims",
        "accounts",
        "disputed_questions",
        "disputed_by_witnesses",
        "unanswered_questions",
        "annotated_choices",
        "reading_choices",
        "statuses",
        "line_words",
        "lix",
    ]


def test_scenes_and_choices_are_counted() -> None:
    assert (STATS.scenes, STATS.choices, STATS.endings) == (2, 5, 1)
    assert (STATS.questions, STATS.claims, STATS.accounts) == (2, 3, 2)


def test_words_of_scenes_and_choices_count_once_marks_stripped() -> None:
    scenes = len(["A", "door", "Torn", "Not", "torn", "The", "street"])
    choices = len(["Open", "it", "Climb", "out", "Read", "Hum", "Go"])
    assert STATS.words == scenes + choices


def test_a_choice_without_a_record_is_not_annotated() -> None:
    assert STATS.annotated_choices == 4
    assert STATS.reading_choices == 1


def test_every_record_entry_of_choices_and_endings_counts_its_status() -> None:
    assert STATS.statuses == {
        **dict.fromkeys((status.value for status in Status), 0),
        "disputed": 3,
        "invented": 1,
        "not known": 1,
    }


def test_a_line_is_as_long_as_what_its_play_shows_and_takes() -> None:
    shown = "A door Not torn Climb out The street"
    assert STATS.lines["letter"].words == len(shown.split())
    assert (STATS.lines["letter"].choices, STATS.lines["letter"].scenes) == (1, 2)
    assert as_json(STATS)["line_words"] == {"letter": 8}


def test_two_told_claims_with_no_common_root_make_a_question_disputed() -> None:
    assert is_disputed(TALE, WAY)
    assert STATS.disputed_questions == 1


def test_rival_claims_of_unknown_descent_are_a_dispute_but_not_one_between_witnesses() -> None:
    accounts = [account("diary", rests_on=UNKNOWN)]
    tale = story(scene("hall.door"), questions=[WAY], accounts=accounts)
    assert is_disputed(tale, WAY)
    assert not is_disputed(tale, WAY, shown=True)


def test_two_retellings_of_one_witness_make_no_dispute() -> None:
    accounts = [
        account("diary", rests_on=("man",)),
        account("letter", rests_on=("man",)),
        account("man"),
    ]
    tale = story(scene("hall.door"), questions=[WAY], accounts=accounts)
    assert not is_disputed(tale, WAY)


def test_a_claim_within_another_is_no_dispute() -> None:
    asked = question("way", claim("door", "diary"), claim("front", "letter", within="door"))
    assert not is_disputed(story(scene("hall.door"), questions=[asked]), asked)


def test_where_several_hold_there_is_no_dispute() -> None:
    asked = question("bag", claim("cap", "diary"), claim("watch", "letter"), several=True)
    assert not is_disputed(story(scene("hall.door"), questions=[asked]), asked)


def test_a_question_that_is_only_reported_on_is_unanswered() -> None:
    assert is_unanswered(HOUR)
    assert not is_unanswered(WAY)
    assert STATS.unanswered_questions == 1


def test_lix_is_given_for_scenes_and_choices_and_by_part() -> None:
    assert set(STATS.lix) == {"scenes", "choices", "parts"}
    assert set(STATS.lix["parts"]) == {"hall"}


def test_as_text_no_line_is_longer_than_a_terminal() -> None:
    text = as_text(STATS)
    assert "The line 'letter': 1 choice, 2 scenes, 8 words." in text
    assert max(map(len, text.splitlines())) <= 80
