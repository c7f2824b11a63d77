from __future__ import annotations

from game.exporting.naming import Names


def test_a_thing_keeps_its_name() -> None:
    names = Names({"end"})
    assert names.give("knot", "hall.front-door") == "hall__front_door"
    assert names.give("knot", "hall.front-door") == "hall__front_door"


def test_two_things_never_share_a_name() -> None:
    names = Names(())
    given = [names.give("knot", wanted) for wanted in ("a-b.c", "a.b", "a--b", "a_b.c", "a__b")]
    assert len(set(given)) == len(given)


def test_a_variable_and_a_scene_of_one_name_get_two() -> None:
    names = Names(())
    assert names.give("variable", "hall") != names.give("knot", "hall")


def test_a_word_of_the_languages_own_is_not_given() -> None:
    assert Names({"end"}).give("variable", "end") == "end_2"


def test_a_name_begins_with_a_letter() -> None:
    assert Names(()).give("knot", "1938.june") == "n_1938__june"
