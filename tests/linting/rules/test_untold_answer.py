from __future__ import annotations

from game.linting.rules.untold_answer import check
from game.model.record import Question
from tests.builders import choice, claim, enacts, end, question, scene, story


def found(asked: Question, answer: str) -> int:
    tale = story(
        scene("hall.door", choice("open", to="hall.street", record=enacts(answer))),
        end("hall.street"),
        questions=[asked],
    )
    return len(list(check(tale)))


def test_a_thing_that_nobody_tells_beside_things_that_are_told_is_found() -> None:
    asked = question(
        "bag", claim("watch", "diary"), claim("cap", reported_by=["file"]), several=True
    )
    assert found(asked, "bag/cap") == 1
    assert found(asked, "bag/watch") == 0


def test_where_nobody_answers_at_all_it_is_truly_not_known() -> None:
    asked = question("bag", claim("cap", reported_by=["file"]))
    assert found(asked, "bag/cap") == 0


def test_an_answer_told_otherwise_is_against_the_record_and_no_affair_of_this_rule() -> None:
    asked = question("bag", claim("watch", "diary"), claim("cap", reported_by=["file"]))
    assert found(asked, "bag/cap") == 0
