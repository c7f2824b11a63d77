from __future__ import annotations

import pytest

from game.loading.name import Names
from game.loading.node import Scalar, Table, read_nodes
from game.loading.source import decode
from game.renaming.spelling import Sheet, Spelling

CASES = (
    ("a: plain words\n", "words"),
    ("a: 'it''s words'\n", "words"),
    ('a: "with \\"words\\" in it"\n', "words"),
    ("a: folded\n  over words\n", "words"),
    ("a: folded\n\n  over words\n", "words"),
    ('a: "folded \\\n  on words"\n', "words"),
    ("a: |\n  a block\n  of words\n", "words"),
    ("a: |\n  ünter ümlaut words", "words"),
)


def _spelt(text: str) -> tuple[Sheet, Scalar]:
    source = decode("a.yaml", text.encode(), Names())
    node = read_nodes(source)
    assert isinstance(node, Table)
    value = node.entries["a"][1]
    assert isinstance(value, Scalar)
    return Sheet(source), value


@pytest.mark.parametrize(("text", "word"), CASES)
def test_a_word_is_found_where_it_is_written(text: str, word: str) -> None:
    sheet, scalar = _spelt(text)
    begin = scalar.text.index(word)
    assert Spelling(sheet, scalar).start(begin, begin + len(word)) == text.index(word)


def test_a_word_that_is_spelt_with_an_escape_is_not_found() -> None:
    sheet, scalar = _spelt('a: "w\\x6frds"\n')
    assert scalar.text == "words"
    assert Spelling(sheet, scalar).start(0, 5) is None


def test_a_word_that_runs_over_two_lines_is_not_found() -> None:
    sheet, scalar = _spelt('a: "wo\\\n  rds"\n')
    assert scalar.text == "words"
    assert Spelling(sheet, scalar).start(0, 5) is None


def test_a_folded_block_is_not_taken_apart() -> None:
    sheet, scalar = _spelt("a: >\n  some words\n")
    assert Spelling(sheet, scalar).start(5, 10) is None
