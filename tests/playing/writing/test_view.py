from __future__ import annotations

import pytest

from game.exploring.way import Way
from game.playing.writing.view import Sought, sought_said, steps_away
from tests.builders import choice, end, scene, story

STORY = story(
    scene("a.one", choice("on", to="a.dice")),
    scene("a.dice", chance={"a.one": 1, "a.end": 1}),
    end("a.end"),
)
NEAR = Way(("a.one/on",), ())
LUCKY = Way(("a.one/on", "a.one/on"), (("a.dice", 1),))
HERE = Way((), ())
SAID = (
    (None, "Looking for the shortest way to open it.", ""),
    (Sought(NEAR, False, None, False), "Open from here after 1 choice: a.one/on.", "open in 1"),
    (
        Sought(LUCKY, False, None, False),
        "Open from here after 2 choices: a.one/on, a.one/on, if chance leads 'a.dice' to 'a.end'.",
        "open in 2",
    ),
    (
        Sought(None, False, NEAR, False),
        "From the beginning it is open after 1 choice: a.one/on.",
        "open in 1 from the beginning",
    ),
    (
        Sought(None, True, HERE, False),
        "No way on from here opens it. From the beginning it is open after no choice at all.",
        "open at the beginning",
    ),
    (Sought(None, False, None, True), "No play opens it.", "never open"),
    (Sought(None, False, None, False), "No way was found among 100,000 states.", "no way found"),
)


@pytest.mark.parametrize(("sought", "whole", "short"), SAID)
def test_a_search_says_what_it_found_and_never_more(
    sought: Sought | None, whole: str, short: str
) -> None:
    assert (sought_said(STORY, sought), steps_away(sought)) == (whole, short)
