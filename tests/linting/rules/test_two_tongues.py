from __future__ import annotations

from game.linting.rules.two_tongues import check
from game.model.record import Question
from tests.builders import claim, end, question, story, telling


def found(asked: Question) -> list[str]:
    return [problem.statement for problem in check(story(end("hall.street"), questions=[asked]))]


def test_an_account_that_tells_two_rivals_is_found_once() -> None:
    assert found(question("way", claim("door", "diary"), claim("window", "diary"))) == [
        "'diary' tells 'way/window' here, and 'way/door' too, which excludes it."
    ]


def test_two_accounts_may_differ() -> None:
    assert found(question("way", claim("door", "diary"), claim("window", "letter"))) == []


def test_a_narrower_claim_is_no_rival() -> None:
    front = claim("front", "diary", within="door")
    assert found(question("way", claim("door", "diary"), front)) == []


def test_a_question_that_holds_several_has_no_rivals() -> None:
    assert found(question("hat", claim("red", "diary"), claim("old", "diary"), several=True)) == []


def test_two_states_of_one_text_may_differ() -> None:
    early, late = telling("diary", state="early"), telling("diary", state="late")
    assert found(question("way", claim("door", early), claim("window", late))) == []


def test_a_remark_at_either_is_enough() -> None:
    later = telling("diary", note="Written a year later.")
    assert found(question("way", claim("door", later), claim("window", "diary"))) == []
