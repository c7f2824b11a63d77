from __future__ import annotations

from typing import Any

import pytest

from game.loading.field import (
    DESCENT,
    ID,
    SCENE_ID,
    Fields,
    Form,
    Key,
    Kind,
    ListOf,
    MapOf,
    Nested,
    New,
    OneOf,
    OneOrMore,
    Only,
    Text,
    Truth,
    Whole,
    open_form,
)
from game.loading.name import Family, Names
from game.loading.node import Table, read_nodes
from game.loading.source import Source, decode
from game.model.record import UNKNOWN


class DogForm(Form, word="a dog"):
    """A dog."""

    name = Key(Text(), "what it is called", required=True)
    from_ = Key(ID, "whose it is")
    legs = Key(Whole(3, 4), "how many legs it has")


def read(kind: Kind[Any], value: str) -> tuple[object, list[str], Source]:
    source = decode("x.yaml", f"a: {value}\n".encode(), Names())
    table = read_nodes(source)
    assert isinstance(table, Table)
    found = kind.read(table.entries["a"][1], source)
    said = [f"{each.position.column} {each.code}" for each in source.problems]
    return found, said, source


GOOD: list[tuple[Kind[Any], str, object]] = [
    (Text(), "some words", "some words"),
    (Text(), "1938", "1938"),
    (Text(), "no", "no"),
    (Text(), "|\n  some\n  words\n", "some words"),
    (ID, "june-13", "june-13"),
    (ID, "45", "45"),
    (SCENE_ID, "line.first-light", "line.first-light"),
    (Whole(-3, 3), "-3", -3),
    (Whole(0, 3), "0", 0),
    (Truth(), "false", False),
    (Only(), "true", True),
    (OneOf({"several": 7}), "several", 7),
    (ListOf(ID), "[a, b]", ("a", "b")),
    (ListOf(ID), "[]", ()),
    (OneOrMore(ID), "a", ("a",)),
    (OneOrMore(ID), "[a, b]", ("a", "b")),
    (MapOf(ID, Text()), "{a: b, c: d}", {"a": "b", "c": "d"}),
    (DESCENT, "unknown", UNKNOWN),
    (DESCENT, "[]", ()),
    (DESCENT, "[book]", ("book",)),
]


@pytest.mark.parametrize(("kind", "value", "expected"), GOOD)
def test_a_kind_reads_what_it_holds(kind: Kind[Any], value: str, expected: object) -> None:
    found, said, _ = read(kind, value)

    assert said == []
    assert found == expected


BAD: list[tuple[Kind[Any], str, str]] = [
    (Text(), "[a]", "4 F003"),
    (Text(), "{a: b}", "4 F003"),
    (Text(), "", "3 F011"),
    (Text(), "''", "4 F011"),
    (Text(), '" "', "4 F011"),
    (ID, "June", "4 F005"),
    (ID, "a_b", "4 F005"),
    (SCENE_ID, "line", "4 F005"),
    (SCENE_ID, "line.a.b", "4 F005"),
    (Whole(0, 3), "4", "4 F007"),
    (Whole(0, 3), "01", "4 F003"),
    (Whole(0, 3), "+1", "4 F003"),
    (Whole(0, 3), "1_0", "4 F003"),
    (Whole(0, 3), "1.0", "4 F003"),
    (Whole(0, 3), "0x1", "4 F003"),
    (Whole(0, 3), "'1'", "4 F003"),
    (Whole(0, 3), "one", "4 F003"),
    (Whole(0, 3), "[1]", "4 F003"),
    (Whole(0, 3), "٣", "4 F003"),
    (Whole(0, 3), "9" * 5000, "4 F007"),
    (Truth(), "yes", "4 F003"),
    (Truth(), "'true'", "4 F003"),
    (Truth(), "True", "4 F003"),
    (Only(), "false", "4 F004"),
    (OneOf({"several": 7}), "severl", "4 F004"),
    (ListOf(ID), "a", "4 F003"),
    (ListOf(ID), "{a: b}", "4 F003"),
    (ListOf(ID, least=1), "[]", "4 F011"),
    (ListOf(ID), "[a, B]", "8 F005"),
    (MapOf(ID, Text()), "[a]", "4 F003"),
    (MapOf(ID, Text()), "{A: b}", "5 F005"),
    (DESCENT, "book", "4 F003"),
    (Nested(DogForm, lambda fields: fields), "[a]", "4 F003"),
]


@pytest.mark.parametrize(("kind", "value", "expected"), BAD)
def test_a_kind_says_where_it_reads_nothing(kind: Kind[Any], value: str, expected: str) -> None:
    _, said, source = read(kind, value)

    assert said == [expected]
    assert len(source.problems[0].statement) < 200


def test_what_was_refused_before_is_passed_over() -> None:
    _, said, _ = read(Text(), "*a")

    assert said == ["4 Y005"]


def dog(value: str) -> tuple[Fields | None, list[str], Source]:
    source = decode("x.yaml", value.encode(), Names())
    node = read_nodes(source)
    assert node is not None
    fields = open_form(DogForm, node, source)
    return fields, [f"{each.code} {each.hint}" for each in source.problems], source


def test_a_form_knows_its_keys_in_order() -> None:
    assert list(DogForm.keys) == ["name", "from", "legs"]
    assert DogForm.required == {"name"}


def test_a_form_gives_its_values_with_their_types() -> None:
    fields, said, _ = dog("{name: Rex, legs: 3}")

    assert said == []
    assert fields is not None
    assert fields.get(DogForm.name) == "Rex"
    assert fields.take(DogForm.legs, 4) == 3
    assert fields.get(DogForm.from_) is None
    assert not fields.has(DogForm.from_)


def test_a_missing_key_is_named() -> None:
    assert dog("{legs: 3}")[1] == ["F002 Write `name:` with a text."]


def test_a_key_nearly_right_is_not_called_missing_too() -> None:
    assert dog("{nmae: Rex}")[1] == ["F001 Did you mean 'name'?"]


def test_an_unknown_key_far_from_all_lists_them() -> None:
    assert dog("{name: Rex, colour: red}")[1] == ["F001 Its keys are: name, from, legs."]


def test_a_text_torn_by_a_comma_is_told_of() -> None:
    said = "F001 Is it part of a text with a comma? Put quotation marks round that text."

    assert dog("{name: Rex, the king}")[1] == [said]


def test_a_second_declaration_is_refused() -> None:
    source = decode("x.yaml", b"[a, a]", Names())
    node = read_nodes(source)
    assert node is not None

    assert ListOf(New(Family.SCENE)).read(node, source) == ("a",)
    assert [problem.statement for problem in source.problems] == [
        "The scene 'a' is declared here and at x.yaml:1."
    ]
