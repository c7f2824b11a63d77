from __future__ import annotations

import pytest

from game.loading.name import Family
from game.renaming.mention import Mention, Use
from game.renaming.request import Change, NotRenamed, change_of

FOUND = tuple(
    Mention(family, name, "a.yaml", 0, name, line, Use.DECLARED)
    for line, (family, name) in enumerate(
        (
            (Family.PART, "hall"),
            (Family.SCENE, "hall.door"),
            (Family.SCENE, "hall.look"),
            (Family.CHOICE, "hall.door/open"),
            (Family.CHOICE, "hall.door/knock"),
            (Family.QUESTION, "way"),
            (Family.CLAIM, "way/door"),
            (Family.ACCOUNT, "diary"),
            (Family.LINE, "diary"),
            (Family.VARIABLE, "knocks"),
        ),
        start=1,
    )
)
REFUSED = (
    ("hall.dor", "hall.gate", "Nothing in the story is called 'hall.dor'. Did you mean"),
    ("diary", "book", "'diary' is an account and a line. Say which: `--kind account` or"),
    ("hall.door", "hall.door", "The scene is called 'hall.door' already."),
    ("hall.door", "hall.look", "There is a scene 'hall.look' already, at a.yaml:3."),
    ("hall.door", "gate", "'gate' cannot be the id of a scene. Write its part, a dot"),
    ("hall.door", "Hall.Gate", "cannot be the id of a scene"),
    ("hall.door", "hall.door/gate", "cannot be the id of a scene"),
    ("hall.door", "yard.gate", "There is no part 'yard', with which the id 'yard.gate' begins."),
    ("hall.door/open", "hall.look/open", "'hall.door/open' stays where it is"),
    ("hall.door/open", "knock", "There is a choice 'hall.door/knock' already"),
    ("hall.door/open", "O pen", "cannot be the id of a choice"),
    ("way/door", "none", "No claim can be called 'none'"),
    ("way", "the way", "'the way' cannot be the id of a question. Write small letters"),
    ("knocks", "not", "'not' means something else in conditions."),
    ("knocks", "visited", "'visited' means something else in conditions."),
    ("knocks", "the-knocks", "cannot be the id of a variable. Write small letters, digits and u"),
)


@pytest.mark.parametrize(("old", "new", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(old: str, new: str, sentence: str) -> None:
    with pytest.raises(NotRenamed) as refused:
        change_of(FOUND, old, new, None)
    assert sentence in str(refused.value)
    assert refused.value.exit_code == 2


def test_a_choice_may_be_given_its_own_id_alone() -> None:
    change = change_of(FOUND, "hall.door/open", "push", None)
    assert change == Change(Family.CHOICE, "hall.door/open", "hall.door/push")


def test_a_kind_tells_two_things_of_one_name_apart() -> None:
    assert change_of(FOUND, "diary", "book", Family.LINE).family is Family.LINE


def test_a_kind_that_has_no_such_name_is_refused() -> None:
    with pytest.raises(NotRenamed, match="There is no person 'diary'"):
        change_of(FOUND, "diary", "book", Family.PERSON)


@pytest.mark.parametrize(
    ("family", "name", "now"),
    [
        (Family.SCENE, "hall.door", "gate.door"),
        (Family.CHOICE, "hall.door/open", "gate.door/open"),
        (Family.SCENE, "hallway.door", "hallway.door"),
        (Family.PERSON, "hall", "hall"),
    ],
)
def test_what_is_named_after_a_part_goes_with_it(family: Family, name: str, now: str) -> None:
    assert Change(Family.PART, "hall", "gate").now(family, name) == now
