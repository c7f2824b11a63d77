from __future__ import annotations

import pytest

from game.loading.name import MOST_COMPARED, Family, Names, near, rings
from game.position import NOWHERE, Position


@pytest.fixture
def names() -> Names:
    found = Names()
    for family, name in (
        (Family.SCENE, "line.start"),
        (Family.QUESTION, "waits"),
        (Family.CLAIM, "waits/alone"),
        (Family.ACCOUNT, "book"),
        (Family.STATE, "book/early"),
    ):
        found.declare(family, name, NOWHERE)
    return found


@pytest.mark.parametrize(
    ("family", "name", "statement", "hint"),
    [
        (Family.SCENE, "line.strat", "There is no scene 'line.strat'.", "line.start"),
        (Family.CLAIM, "waits/alnoe", "The question 'waits' has no claim 'alnoe'.", "alone"),
        (Family.CLAIM, "wiats/alone", "There is no question 'wiats'.", "waits"),
        (Family.ANSWER, "waits/alnoe", "The question 'waits' has no claim 'alnoe'.", "alone"),
        (Family.STATE, "book/erly", "The account 'book' has no state 'erly'.", "early"),
        (Family.ANY, "line.strat", "Nothing in the story has the id 'line.strat'.", "line.start"),
    ],
)
def test_a_stranger_is_named_with_its_nearest(
    names: Names, family: Family, name: str, statement: str, hint: str
) -> None:
    names.ask(family, name, NOWHERE)

    (problem,) = names.strangers()

    assert problem.statement == statement
    assert problem.hint == f"Did you mean '{hint}'?"


@pytest.mark.parametrize(
    ("family", "name"),
    [
        (Family.SCENE, "line.start"),
        (Family.CLAIM, "waits/alone"),
        (Family.ANY, "waits/alone"),
        (Family.ANY, "book"),
        (Family.ANSWER, "wiats/alone"),
        (Family.STATE, "bok/early"),
    ],
)
def test_what_is_known_or_told_elsewhere_is_no_stranger(
    names: Names, family: Family, name: str
) -> None:
    names.ask(family, name, NOWHERE)

    assert list(names.strangers()) == []


def test_a_second_declaration_gives_the_first_place() -> None:
    names = Names()
    first = Position("a.yaml", 3, 5)

    assert names.declare(Family.SCENE, "line.start", first) is None
    assert names.declare(Family.SCENE, "line.start", NOWHERE) == first


def test_what_was_glimpsed_is_no_stranger() -> None:
    names = Names()
    names.glimpse('- scene: line.start\n  text: \'unclosed\n- {question: "waits", x')
    names.ask(Family.SCENE, "line.start", NOWHERE)
    names.ask(Family.QUESTION, "waits", NOWHERE)
    names.ask(Family.SCENE, "line.other", NOWHERE)

    assert [problem.statement for problem in names.strangers()] == [
        "There is no scene 'line.other'."
    ]


def test_nobody_is_a_stranger_where_a_file_was_not_looked_into() -> None:
    names = Names(blind=True)
    names.ask(Family.SCENE, "line.other", NOWHERE)

    assert list(names.strangers()) == []


def test_near_misses_are_looked_for_so_often_and_no_more() -> None:
    names = Names()
    for number in range(MOST_COMPARED // 10):
        names.declare(Family.SCENE, f"scene.{number}", NOWHERE)
    for number in range(20):
        names.ask(Family.SCENE, f"scene.x{number}", Position("a.yaml", number + 1, 1))

    assert len([each for each in names.strangers() if "Did you mean" in each.hint]) == 10


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert near("zebra", ["line.start"]) == ""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ({}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a", "c"]),
        ({"a": "c", "b": "c"}, []),
    ],
)
def test_each_ring_is_found_once(steps: dict[str, str], expected: list[str]) -> None:
    assert list(rings(steps)) == expected
