from __future__ import annotations

import pytest

from game.loading.name import Names
from game.loading.node import Items, Node, Scalar, Table, Void, read_nodes
from game.loading.source import Source, decode


def read(yaml: str) -> tuple[Node | None, Source]:
    source = decode("x.yaml", yaml.encode(), Names())
    return read_nodes(source), source


def data(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Items():
            return [data(each) for each in node.nodes]
        case Table():
            return {name: data(value) for name, (_, value) in node.entries.items()}
        case Void() | None:
            return None


def faults(yaml: str) -> list[str]:
    _, source = read(yaml)
    return [f"{each.position.line}:{each.position.column} {each.code}" for each in source.problems]


def test_everything_is_text() -> None:
    node, source = read("{a: no, b: 1.10, c: 2024-13-45, on: 010, e: ~, f: 1e3, yes: 12:30}")

    assert source.problems == []
    assert data(node) == {
        "a": "no",
        "b": "1.10",
        "c": "2024-13-45",
        "on": "010",
        "e": "~",
        "f": "1e3",
        "yes": "12:30",
    }


def test_every_node_knows_its_line_and_column() -> None:
    node, source = read("- a\n- {b: é, c: [d]}\n")

    assert isinstance(node, Items)
    table = node.nodes[1]
    assert isinstance(table, Table)
    key, value = table.entries["c"]
    assert [str(source.at(each)) for each in (node, table, key, value)] == [
        "x.yaml:1:1",
        "x.yaml:2:3",
        "x.yaml:2:10",
        "x.yaml:2:13",
    ]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("a: &b c", ["1:4 Y005"]),
        ("a: &b [c]", ["1:4 Y005"]),
        ("a: *b", ["1:4 Y005"]),
        ("*b : c", ["1:1 Y005"]),
        ("<<: {a: b}", ["1:1 Y005"]),
        ("a: !b c", ["1:4 Y006"]),
        ("a: !!str c", ["1:4 Y006"]),
        ("a: !<tag:x> [c]", ["1:4 Y006"]),
        ("a: b\nc: d\na: e\na: f", ["3:1 Y011", "4:1 Y011"]),
        ("'a': b\na: c", ["2:1 Y011"]),
        ("? [a]\n: b", ["1:3 Y017"]),
        ("{a: b}: c", ["1:1 Y017"]),
        ("a: b\n---\nc: d", ["2:1 Y008"]),
        ("a: b\n...\n---\nc: d", ["3:1 Y008"]),
        ("%YAML 1.1\n---\na: b", ["1:1 Y015"]),
        ("%TAG ! tag:x,2000:\n---\na: b", ["1:1 Y015"]),
        ("a: b # c", ["1:6 Y012"]),
        ("a: #8", ["1:4 Y012"]),
        ("[a, b # c\n]", ["1:7 Y012"]),
        ("a: b\n  c # d", ["2:5 Y012"]),
        ('a: "\\e"', ["1:4 Y004"]),
        ('"\\u202e": b', ["1:1 Y004"]),
        ('a: "\\t"', ["1:4 Y004"]),
    ],
)
def test_what_is_refused_has_its_code_and_place(yaml: str, expected: list[str]) -> None:
    assert faults(yaml) == expected


@pytest.mark.parametrize(
    "yaml",
    [
        "# a\na: b\n",
        "a: # the list\n  - b\n",
        "a: 'b' # c\n",
        "a: [b] # c\n",
        "a: |\n  hut #8 # all of it\n",
        "a: hut#8\n",
        "- # c\n  a: b\n",
    ],
)
def test_a_comment_that_swallows_nothing_is_let_be(yaml: str) -> None:
    assert faults(yaml) == []


@pytest.mark.parametrize("brackets", ["[", "{a: ", "- "])
def test_thirty_two_levels_are_read_and_one_more_is_not(brackets: str) -> None:
    closing = {"[": "]", "{a: ": "}", "- ": ""}[brackets]

    assert faults(brackets * 32 + closing * 32) == []
    assert faults(brackets * 33 + closing * 33) == [f"1:{32 * len(brackets) + 1} Y013"]


def test_faults_of_one_file_are_all_found() -> None:
    assert faults("a: &b c\nd: !e f\ng: h # i\n") == ["1:4 Y005", "2:4 Y006", "3:6 Y012"]
