from __future__ import annotations

import pytest

from game.loading.name import Names
from game.loading.node import read_nodes
from game.loading.source import decode

SAID = {
    "a: b: c\n": "1:5 A colon and a space make a second key on this line.",
    "a: b\n  c: d\n": "2:4 This line is indented as if it went on with the text above, "
    "and has a key.",
    "a: b\n c: d\n": "2:3 This line is indented as if it went on with the text above, "
    "and has a key.",
    "a: [b\nc: d\n": "1:4 A list in square brackets is not closed, or a comma is missing.",
    "a: {b: c\nd: e\n": "1:4 A `{` is not closed, or a comma is missing.",
    "a: 'b\n": "1:4 A text in quotation marks is never closed.",
    'a: "b\\q"\n': "1:6 A backslash in double quotation marks frees no such character.",
    'a: "\\ud800"\n': "1:7 This escape in double quotation marks stands for no character.",
    'a: "\\u12"\n': "1:7 This escape in double quotation marks is not complete.",
    "a: @b\n": "1:4 Text cannot begin with this character.",
    "a: `b\n": "1:4 Text cannot begin with this character.",
    "a: %b\n": "1:4 Text cannot begin with this character.",
    "a: *b* c\n": "1:6 Text cannot begin with an asterisk or an ampersand.",
    "a: b\nc\n": "2:1 This line is neither a key with a colon nor part of a text.",
    "- a\nb\n": "2:1 This line is neither a key with a colon nor part of a text.",
    "- a\nb: c\n": "2:1 This line is neither the next entry of the list nor part of the one above.",
    "a: - b\n": "1:4 A list entry cannot begin here.",
    "a: |b\n": "1:5 Only the text itself may follow `|`, on the lines below.",
    "a: b\n- c\n": "2:1 This line does not fit under the one above.",
    "[a]\nb\n": "2:1 The file goes on after its list or its keys have ended.",
    "[a, , b]\n": "1:5 Something is missing here.",
    'a: "b" c\n': "1:8 This line does not fit under the one above.",
}


@pytest.mark.parametrize("yaml", SAID)
def test_what_libyaml_says_is_said_plainly(yaml: str) -> None:
    source = decode("x.yaml", yaml.encode(), Names())

    assert read_nodes(source) is None
    (problem,) = source.problems
    where = f"{problem.position.line}:{problem.position.column}"
    assert f"{where} {problem.statement}" == SAID[yaml]
    assert problem.code == "Y010"
    assert problem.hint


def test_what_follows_from_a_tab_is_not_said_twice() -> None:
    source = decode("x.yaml", b"a:\n\tb: c\n d: e\n", Names())
    read_nodes(source)

    assert [problem.code for problem in source.problems] == ["Y007"]
