from __future__ import annotations

from dataclasses import replace

from game.linting.rules.victim_in_passing import check
from game.model.prose import Mark, MarkKind, Words
from game.model.scene import ClaimRef, Scene
from game.model.story import Story
from tests.builders import (
    choice,
    claim,
    enacts,
    end,
    paragraph,
    paragraphs,
    person,
    question,
    scene,
    story,
)

KIM = replace(person("kim", about_victims=True), claims=(ClaimRef("street", "taken"),))
NAMED = paragraphs(paragraph(Words("Kim", mark=Mark(MarkKind.PERSON, "kim")), " is gone."))


def tale(*scenes: Scene, about: bool = True) -> Story:
    return story(
        *scenes,
        end("hall.street"),
        people=[replace(KIM, about_victims=about)],
        questions=[question("street", claim("taken", "diary"), claim("sealed", "diary"))],
    )


def test_a_name_alone_is_found_with_the_claim_that_could_stand_there() -> None:
    (problem,) = check(tale(scene("hall.door", choice("go", to="hall.street"), text=NAMED)))
    assert problem.statement == (
        "The scene 'hall.door' names 'kim' and rests on nothing that is told of them."
    )
    assert problem.hint == "Mark words with what is told: `[...](claim:street/taken)`."


def test_a_choice_that_enacts_what_is_told_of_them_is_enough() -> None:
    told = choice("go", to="hall.street", record=enacts("street/taken"))
    assert list(check(tale(scene("hall.door", told, text=NAMED)))) == []


def test_another_claim_of_the_same_question_is_not() -> None:
    other = choice("go", to="hall.street", record=enacts("street/sealed"))
    assert len(list(check(tale(scene("hall.door", other, text=NAMED))))) == 1


def test_people_he_did_not_harm_may_pass_by() -> None:
    passing = scene("hall.door", choice("go", to="hall.street"), text=NAMED)
    assert list(check(tale(passing, about=False))) == []
