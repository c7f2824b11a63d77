from __future__ import annotations

import re

import pytest

from game.exporting.formats import mermaid
from game.exporting.graph import graph
from game.model.story import Story
from game.playing.opening import open_story
from tests.drivers import STORIES
from tests.exporting.invented import invented

LINE = re.compile(
    r"  (?:accTitle: [^\n;]*|accDescr: [^\n;]*|subgraph p\d+\[\"[^\"]*\"\]|end"
    r"|  s\d+(?:\[\"[^\"]*\"\]|\(\[\"[^\"]*\"\]\):::ending|\[/\"[^\"]*\"/\])"
    r"|s\d+ (?:-->|-\.->)(?:\|\"[^\"]*\"\|)? s\d+|classDef ending [a-z-]+:\d+px)"
)


def decoded(written: str) -> str:
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), written)


def lines(told: Story) -> list[str]:
    return mermaid.write(told).splitlines()


@pytest.mark.parametrize("seed", range(20))
def test_every_line_is_of_a_form_that_we_mean(seed: int) -> None:
    first, *rest = lines(invented(seed))
    assert first == "flowchart LR"
    assert [line for line in rest if not LINE.fullmatch(line)] == []


@pytest.mark.parametrize("seed", range(20))
def test_every_title_comes_out_as_it_went_in(seed: int) -> None:
    told = invented(seed)
    found = {decoded(each) for each in re.findall(r'"([^"]*)"', mermaid.write(told))}
    assert {" ".join(node.title.split()) for node in graph(told).nodes} <= found


def test_the_shipped_story_is_within_what_mermaid_draws_unasked() -> None:
    written = mermaid.write(open_story())
    assert len(written) < 50_000
    assert len(re.findall(r"--?>|-\.->", written)) < 500


def test_a_condition_is_said_beside_a_dotted_line() -> None:
    written = lines(open_story(STORIES / "crossing"))
    assert '  s0 -.->|"if watched #60; 20 or once"| s0' in written
    assert '  s0 -.->|"detour"| s1' in written
