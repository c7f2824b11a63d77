from __future__ import annotations

import pytest

from game.linting.rules.unheard_victims import check
from game.model.prose import Prose
from game.model.scene import Choice, Scene
from tests.builders import (
    choice,
    claim,
    either,
    enacts,
    end,
    holds,
    infers,
    invents,
    marked,
    paragraph,
    paragraphs,
    question,
    scene,
    story,
    yes_no,
)

MARKED = paragraphs(paragraph("A door. ", marked("Sealed", "street/empty"), "."))


def found(first: Scene, *, about: bool = True) -> list[str]:
    """What is said of a scene with three others that rest on nothing."""
    tale = story(
        first,
        *(scene(f"hall.s{number}", choice("go", to="hall.street")) for number in range(2)),
        end("hall.street", enacts("way/door")),
        variables=[yes_no("lit")],
        questions=[
            question("street", claim("empty", "diary"), about_victims=about),
            question("way", claim("door", "diary")),
        ],
    )
    return [problem.statement for problem in check(tale)]


def door(*choices: Choice, text: str | Prose = "") -> Scene:
    return scene("hall.door", *(choices or (choice("go", to="hall.street"),)), text=text)


def test_one_scene_of_four_is_too_few() -> None:
    assert found(door(text=MARKED)) == [
        "1 of 4 scenes rest on what is known of those he harmed; one in 3 is the least."
    ]


def test_without_such_a_question_nothing_is_measured() -> None:
    assert found(door(), about=False) == []


ARM = either(holds("lit"), "Sealed.")
OPEN = paragraphs(paragraph("A door. ", ARM))


@pytest.mark.parametrize(
    ("first", "count"),
    [
        (door(text=OPEN), 0),
        (door(choice("read", MARKED, to="hall.street")), 1),
        (door(choice("read", to="hall.street", record=enacts("street/empty"))), 1),
        (door(choice("read", to="hall.street", record=enacts("street/none"))), 0),
        (door(choice("read", to="hall.street", record=infers("way", "street/empty"))), 1),
        (door(choice("read", to="hall.street", record=invents(question="street"))), 0),
        (end("hall.door", enacts("street/empty")), 1),
    ],
)
def test_what_rests_on_a_claim_counts(first: Scene, count: int) -> None:
    (statement,) = found(first)
    assert statement.startswith(f"{count} of 4 ")
