from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.engine.rules import Rules
from game.model.gazetteer import Word
from game.model.story import Story
from game.plain.inquiry import MANY
from game.plain.loop import play
from game.plain.reading import Streams
from game.playing.session import Manner, Marks, Session
from tests.builders import (
    choice,
    claim,
    end,
    marked,
    paragraph,
    paragraphs,
    person,
    place,
    prose,
    question,
    scene,
    story,
    telling,
)
from tests.playing.sample import STORY


def heard(*lines: str, tale: Story = STORY, marks: Marks = Marks.STORY) -> str:
    """What is said after the first page, on one line, so that it may be wrapped anywhere."""
    words = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    session = Session(Rules(tale), manner=Manner(marks))
    assert play(session, Streams(typed, words)) == 0
    return " ".join(words.getvalue().partition("? for help:")[2].split())


PAGE = story(
    scene(
        "a.b",
        choice("go", to="a.c"),
        text=paragraphs(
            paragraph(marked("Fog", "weather/fog"), " and ", marked("hills", "ground/hills"), ".")
        ),
    ),
    end("a.c"),
    questions=[
        question("weather", claim("fog", "a", says="Fog lay."), claim("rain", "b")),
        question("ground", claim("hills", "b", says="There were hills.")),
    ],
    people=[person("kim"), person("kimura")],
    places=[place("hut")],
    words=[Word("cap", "Cap", prose("A hat."))],
)


def test_before_any_choice_no_question_is_at_hand() -> None:
    assert "No question is at hand." in heard("c")


def test_the_question_of_the_last_choice_is_compared() -> None:
    assert "Asked: What was he told? 1. Forty minutes. DISPUTED [D]." in heard("3", "c")


def test_a_question_is_found_by_its_words_and_by_those_of_its_answers() -> None:
    assert "Asked: How many were taken?" in heard("c taken how")
    assert "Asked: How many were taken?" in heard("c 172,000")


def test_of_several_questions_one_is_taken_by_its_number() -> None:
    words = heard("c wha", "c 2", tale=PAGE)
    assert "Which question? Type c and its number. 1. What of weather? 2. What of ground?" in words
    assert "Asked: What of ground?" in words


def test_too_many_questions_are_only_counted() -> None:
    tale = story(
        scene("a.b", choice("go", to="a.c")),
        end("a.c"),
        questions=[question(f"q{number}", claim("x")) for number in range(MANY + 1)],
    )
    assert f"{MANY + 1} questions fit." in heard("c what", tale=tale)


def test_the_tree_is_of_the_claim_at_hand_until_the_page_turns() -> None:
    assert "Who took it from whom: Fog lay." in heard("m 1", "t", tale=PAGE)
    assert "No claim is at hand." in heard("m 1", "1", "t", tale=PAGE)


def test_a_tree_is_of_an_answer_compared_by_its_number() -> None:
    assert "Who took it from whom: A signal." in heard("3", "c", "t 2")


def test_an_account_is_opened_by_its_number_or_by_its_name() -> None:
    for asked in ("o 2", "o2", "o article"):
        assert "Article Article, read whole; made freely." in heard("3", "e", asked)


@pytest.mark.parametrize("asked", ["o 9", "o 0", "o nobody"])
def test_an_account_that_is_not_there_gets_a_sentence(asked: str) -> None:
    assert "at hand. Type o for the list." in heard("3", asked)


def test_marks_are_stepped_through_and_begin_anew_after_the_last() -> None:
    words = heard("]", "]", "]", tale=PAGE)
    assert [part[:6] for part in words.split("The claim: ")[1:]] == ["Fog la", "There ", "Fog la"]


def test_stepping_back_begins_at_the_last_mark() -> None:
    assert "The claim: There were hills." in heard("[", tale=PAGE)


def test_the_log_is_searched_by_status_and_by_words() -> None:
    assert "1. The hut: What was he told? Forty minutes. DISPUTED [D]. You played it." in heard(
        "3", "l disputed"
    )
    assert "Nothing in the log fits 'attested'." in heard("3", "l attested")
    assert "1. The hut" in heard("3", "l FORTY told")


def test_an_entry_of_the_log_opens() -> None:
    assert "The claim: Forty minutes." in heard("3", "l 1")
    assert "The log has no 7." in heard("3", "l 7")


def test_nothing_met_is_said_so() -> None:
    assert "Nothing of the record was met yet." in heard("l")


def test_a_name_is_found_whole_before_it_is_found_in_others() -> None:
    assert "Kim was somebody." in heard("w kim", tale=PAGE)
    assert "'ki' may be: Kim; Kimura." in heard("w ki", tale=PAGE)
    assert "A hat." in heard("w CAP", tale=PAGE)
    assert "is listed as 'moon'" in heard("w moon", tale=PAGE)


def test_the_names_are_listed_by_kind() -> None:
    assert "People: Kim; Kimura. Places: Hut. Words: Cap." in heard("w", tale=PAGE)


def test_accuracy_is_of_this_part_unless_all_is_asked_for() -> None:
    assert "The hill: what no account tells" in heard("a")
    assert "Nothing here is invented or inferred." in heard("3", "a")
    assert "The hill: what no account tells" in heard("3", "a all")


def test_the_debrief_is_said_without_rules_or_boxes() -> None:
    words = heard("3", "d")
    assert "A test story. Debrief" in words
    assert "===" not in words
    assert "|" not in words


def test_the_log_is_written_to_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = heard("3", "export log.md", "export log.md")
    assert "The log is written to 'log.md', from the folder you are in: 1 entry." in words
    assert "'log.md' is there already. Try another name." in words


def test_while_the_record_is_withheld_names_are_open_and_claims_are_not() -> None:
    words = heard("m", "]", "m 1", "w kim", tale=PAGE, marks=Marks.CLEAN)
    assert words.count("The record is shown at the end") == 3
    assert "Kim was somebody." in words
    assert "Fog lay." not in words


def test_a_choice_named_like_a_longer_question_is_still_a_choice() -> None:
    tale = story(scene("a.b", choice("c-3", "Go.", to="a.c")), end("a.c"))
    assert "You chose: Go." in heard("c-3", tale=tale)


def test_who_took_it_from_whom_is_said_account_by_account() -> None:
    asked = question(
        "day",
        claim("twelve", telling("letter"), telling("book", "page 2", source=("letter",))),
        asks="Which day?",
    )
    tale = story(scene("a.b", choice("go", to="a.c")), end("a.c"), questions=[asked])
    words = heard("c day", "t", tale=tale)
    assert "1 witness. Letter, line 1. At first hand. Book, page 2. From: Letter." in words


def test_a_page_is_copied_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    assert f"The page is written to '{path}'" in heard(f"copy {path}")
    assert path.read_text("utf-8").startswith("The hut\n\nA hut.")


def test_copy_alone_says_what_to_type() -> None:
    assert "Type copy and a name for the file" in heard("copy")
