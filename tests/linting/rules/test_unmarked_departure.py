from __future__ import annotations

from game.linting.rules.unmarked_departure import check
from game.model.scene import Choice
from tests.builders import (
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    leaves,
    question,
    scene,
    story,
)

WAY = question("way", claim("door", "diary"), claim("window"))


def found(*choices: Choice) -> int:
    tale = story(
        scene("hall.door", *choices),
        end("hall.street", enacts("way/none")),
        end("hall.attic"),
        questions=[WAY],
    )
    return len(list(check(tale)))


def test_a_choice_against_the_record_has_to_say_that_it_leaves_it() -> None:
    assert found(choice("climb", to="hall.street", record=enacts("way/window"))) == 1
    assert found(choice("stay", to="hall.street", record=enacts("way/none"))) == 1


def test_a_choice_that_says_so_is_let_be() -> None:
    stay = choice("stay", to="hall.street", record=enacts("way/none"), leaves=leaves(1))
    assert found(stay) == 0


def test_a_told_choice_with_the_same_target_excuses_it() -> None:
    told = choice("open", to="hall.street", record=enacts("way/door"))
    assert found(told, choice("stay", to="hall.street", record=enacts("way/none"))) == 0


def test_a_told_choice_with_another_target_does_not() -> None:
    told = choice("open", to="hall.attic", record=enacts("way/door"))
    assert found(told, choice("stay", to="hall.street", record=enacts("way/none"))) == 1


def test_an_inference_or_invention_that_an_account_answers_is_against_the_record_too() -> None:
    assert found(choice("guess", to="hall.street", record=infers("way", "way/window"))) == 1
    assert found(choice("make-up", to="hall.street", record=invents(question="way"))) == 1


def test_an_invention_that_touches_no_question_leaves_nothing() -> None:
    assert found(choice("hum", to="hall.street", record=invents())) == 0


def test_an_ending_need_not_say_so() -> None:
    assert found(choice("open", to="hall.street", record=enacts("way/door"))) == 0
