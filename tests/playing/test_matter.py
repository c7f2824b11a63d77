from __future__ import annotations

import dataclasses

from game.engine.replay import begin
from game.engine.rules import Rules
from game.model.prose import plain
from game.playing.matter import cited, closing, credit_lines, front
from tests.builders import account, telling
from tests.playing.sample import STORY

RULES = Rules(STORY)
STATE = begin(RULES).state


def test_opening_and_advisory_stand_in_front() -> None:
    matter = front(RULES, STATE)
    assert matter.title == "A test story"
    assert plain(matter.opening[0][0]) == "Who he was."
    assert plain(matter.advisory[0][0]) == "Hard things are reported."


def test_the_numbers_are_every_told_answer_about_those_he_harmed() -> None:
    (number,) = closing(RULES, STATE).numbers
    assert (number.asks, number.says) == ("How many were taken?", "About 172,000.")
    assert (number.told_by, number.status) == (("Essay, line 3",), "one teller")


def test_the_names_are_those_he_harmed_and_nobody_else() -> None:
    assert [(name.name, plain(name.text)) for name in closing(RULES, STATE).names] == [
        ("Kim", "A schoolteacher.")
    ]


def test_the_credits_say_how_far_the_story_was_reviewed() -> None:
    assert credit_lines(STORY) == (
        "Written by The Other Side contributors.",
        "The text may be shared under CC-BY-SA-4.0.",
        "Not yet reviewed.",
    )


def test_several_authors_are_joined_in_words() -> None:
    tale = dataclasses.replace(STORY, authors=("A", "B", "C"))
    assert credit_lines(tale)[0] == "Written by A, B and C."


def test_a_telling_is_cited_with_its_state_and_its_place() -> None:
    article = account("article", label="Encyclopedia article")
    assert cited(article, telling("article", "line 28", state="early")) == (
        "Encyclopedia article (early), line 28"
    )


def test_a_telling_without_a_place_is_cited_by_its_account() -> None:
    assert cited(account("kotkin"), telling("kotkin", "")) == "Kotkin"
