from __future__ import annotations

from game.engine.replay import replay
from game.engine.rules import Rules
from game.exploring.exploration import Exploration
from game.exploring.report import as_json, as_text
from game.exploring.search import explore
from game.model.scene import Choice
from game.model.story import Story
from tests.builders import (
    choice,
    claim,
    effect,
    either,
    enacts,
    end,
    holds,
    invents,
    leaves,
    paragraph,
    paragraphs,
    question,
    scene,
    story,
    yes_no,
)

LIT = effect("lit", "=", True)
DARK = effect("lit", "=", False)


def house(*choices: Choice, text: str = "A yard.", told: bool = False) -> Story:
    """A hall with some choices, a yard behind it, and a street that may tell of the lamp."""
    lamp = paragraphs(paragraph(either(holds("lit"), "A lamp.", "No lamp.")))
    return story(
        scene("hall.door", *choices),
        scene("hall.yard", choice("go", to="hall.street"), text=text),
        end("hall.street", text=lamp if told else "The street."),
        variables=[yes_no("lit")],
        questions=[question("way", claim("door", "diary"), claim("window", "diary"))],
    )


def found(told: Story, budget: int = 10_000) -> Exploration:
    return explore(Rules(told), budget)


def pairs(exploration: Exploration) -> list[tuple[str, str]]:
    return [(each.one, each.other) for each in exploration.twins]


def test_choices_that_differ_in_what_nobody_reads_are_twins() -> None:
    told = house(
        choice("lamp", to="hall.yard", effects=[LIT]),
        choice("dark", to="hall.yard", effects=[DARK]),
    )
    assert pairs(found(told)) == [("hall.door/lamp", "hall.door/dark")]


def test_what_is_read_two_scenes_on_parts_them() -> None:
    told = house(
        choice("lamp", to="hall.yard", effects=[LIT]),
        choice("dark", to="hall.yard", effects=[DARK]),
        told=True,
    )
    assert pairs(found(told)) == []


def test_what_only_the_very_next_page_reads_parts_them_too() -> None:
    told = house(
        choice("lamp", to="hall.street", effects=[LIT]),
        choice("dark", to="hall.street", effects=[DARK]),
        told=True,
    )
    assert pairs(found(told)) == []


def test_an_effect_that_comes_to_what_was_there_already_does_not_part_them() -> None:
    told = house(choice("wait", to="hall.yard"), choice("snuff", to="hall.yard", effects=[DARK]),
                 told=True)  # fmt: skip
    assert pairs(found(told)) == [("hall.door/wait", "hall.door/snuff")]


def test_another_answer_to_the_record_parts_them() -> None:
    told = house(
        choice("door", to="hall.yard", record=enacts("way/door")),
        choice("window", to="hall.yard", record=enacts("way/window")),
    )
    assert pairs(found(told)) == []


def test_a_note_does_not() -> None:
    told = house(
        choice("door", to="hall.yard", record=enacts("way/door", note="At night.")),
        choice("again", to="hall.yard", record=enacts("way/door")),
    )
    assert pairs(found(told)) == [("hall.door/door", "hall.door/again")]


def test_leaving_the_record_parts_them() -> None:
    told = house(
        choice("stay", to="hall.yard", record=invents(), leaves=leaves(2)),
        choice("wait", to="hall.yard", record=invents()),
    )
    assert pairs(found(told)) == []


def test_choices_that_are_never_open_together_are_no_twins() -> None:
    told = story(
        scene(
            "hall.door",
            choice("light", to="hall.yard", effects=[LIT]),
            choice("go", to="hall.yard"),
        ),
        scene(
            "hall.yard",
            choice("seen", to="hall.street", condition=holds("lit")),
            choice("unseen", to="hall.street", condition=holds("dark")),
        ),
        end("hall.street"),
        variables=[yes_no("lit"), yes_no("dark")],
    )
    assert pairs(found(told)) == []


def test_twins_wherever_both_are_open_are_twins_though_one_is_open_more_often() -> None:
    told = story(
        scene(
            "hall.door",
            choice("light", to="hall.yard", effects=[LIT]),
            choice("go", to="hall.yard"),
        ),
        scene(
            "hall.yard",
            choice("walk", to="hall.street"),
            choice("run", to="hall.street", condition=holds("lit")),
        ),
        end("hall.street"),
        variables=[yes_no("lit")],
    )
    exploration = found(told)
    assert pairs(exploration) == [("hall.yard/walk", "hall.yard/run")]
    assert exploration.twins[0].witness.choices == ("hall.door/light", "hall.yard/run")


def test_a_choice_that_can_be_taken_once_is_another_than_one_that_stays() -> None:
    told = house(
        choice("ring", to="hall.door", once=True),
        choice("knock", to="hall.door"),
        choice("go", to="hall.yard"),
    )
    assert pairs(found(told)) == []


def test_of_three_alike_each_is_named_once() -> None:
    told = house(*(choice(name, to="hall.yard") for name in ("one", "two", "three")))
    assert pairs(found(told)) == [
        ("hall.door/one", "hall.door/two"),
        ("hall.door/one", "hall.door/three"),
    ]


def test_a_bounded_search_calls_nothing_false() -> None:
    told = house(choice("one", to="hall.yard"), choice("two", to="hall.yard"))
    exploration = found(told, 1)
    assert exploration.result == "bounded"
    assert exploration.twins == ()


def test_it_is_a_fault_with_the_shortest_way_in_text_and_in_json() -> None:
    told = house(choice("one", to="hall.yard"), choice("two", to="hall.yard"))
    exploration = found(told)
    (fault,) = (each for each in exploration.faults if each.problem.code == "X701")
    assert fault.at == "hall.door/two"
    assert fault.witness is not None
    assert replay(Rules(told), 0, fault.witness.choices).state.scene == "hall.yard"
    lines = as_text(exploration).splitlines()
    at = next(number for number, line in enumerate(lines) if "X701" in line)
    assert lines[at + 1] == "    way: hall.door/two"
    assert as_json(exploration)["twins"] == [
        {
            "one": "hall.door/one",
            "other": "hall.door/two",
            "way": {"steps": 1, "choices": ["hall.door/two"], "seed": 0},
        }
    ]
