from __future__ import annotations

import re

import pytest

from game.exporting.formats import dot
from game.exporting.graph import graph
from game.playing.opening import open_story
from tests.drivers import STORIES
from tests.exporting.invented import invented

TOKEN = re.compile(r'"((?:\\.|[^"\\])*)"|[A-Za-z0-9_#]+|->|[{}\[\]=;,]|\s+')


def tokens(text: str) -> list[str]:
    """Take a file of DOT apart; a string becomes ``"`` and its words."""
    found, at = [], 0
    while at < len(text):
        token = TOKEN.match(text, at)
        assert token is not None, text[at : at + 40]
        at = token.end()
        if token[1] is not None:
            found.append(f'"{unquoted(token[1])}')
        elif token[0].strip():
            found.append(token[0])
    return found


def unquoted(written: str) -> str:
    plain = re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], written)
    assert not re.search(r"&(?!amp;)", plain)
    return plain.replace("&amp;", "&")


@pytest.mark.parametrize("seed", range(20))
def test_every_title_comes_out_as_it_went_in(seed: int) -> None:
    told = invented(seed)
    found = tokens(dot.write(told))
    labels = [found[at + 2][1:] for at, each in enumerate(found) if each == "label"]
    drawn = graph(told)
    titles = [told.title, *(each.title for each in drawn.clusters)]
    assert set(titles) <= set(labels)
    assert {node.title for node in drawn.nodes} <= set(labels)


def test_every_edge_is_drawn() -> None:
    told = open_story(STORIES / "crossing")
    assert tokens(dot.write(told)).count("->") == len(graph(told).edges)


def test_conditions_endings_and_detours_are_marked() -> None:
    written = dot.write(open_story(STORIES / "crossing"))
    assert '"hill.morning" [label="Morning", tooltip="hill.morning", peripheries=2];' in written
    assert 'label="if watched < 20 or once", style=dashed];' in written
    assert 'label="detour", style=dotted];' in written
