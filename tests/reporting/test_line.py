from __future__ import annotations

import pytest

from game.engine.rules import Rules
from game.reporting.line import (
    NoSuchLine,
    as_json,
    as_text,
    parting,
    two_as_json,
    two_as_text,
    walk,
)
from tests.builders import choice, claim, enacts, end, line, question, scene, story

DOORS = question("doors", claim("front", "diary"), claim("back", "letter"))
LOCKS = question("locks", claim("open", "diary", "letter"))
RULES = Rules(
    story(
        scene(
            "hall.stair", choice("down", "Go down.", to="hall.door", record=enacts("locks/open"))
        ),
        scene(
            "hall.door",
            choice("front", "The front door.", to="hall.street", record=enacts("doors/front")),
            choice("back", "The back door.", to="hall.yard", record=enacts("doors/back")),
            title="Two doors",
        ),
        end("hall.street", enacts("doors/front"), title="The street"),
        end("hall.yard", enacts("doors/back"), title="The yard"),
        questions=[DOORS, LOCKS],
        lines=[line("diary"), line("letter")],
    )
)
STUCK = Rules(
    story(
        scene("hall.door", choice("back", to="hall.yard", record=enacts("doors/back"))),
        end("hall.yard"),
        questions=[DOORS],
        lines=[line("diary")],
    )
)
DIARY = walk(RULES, "diary")
LETTER = walk(RULES, "letter")


def test_a_line_as_data_has_choices_scenes_and_statuses() -> None:
    assert as_json(RULES, DIARY) == {
        "line": "diary",
        "follows": ["diary"],
        "choices": ["hall.stair/down", "hall.door/front"],
        "statuses": [["attested"], ["disputed"]],
        "scenes": ["hall.stair", "hall.door", "hall.street"],
        "ending": "hall.street",
        "fault": None,
    }


def test_a_line_as_text_is_a_transcript_with_choice_ids() -> None:
    lines = as_text(RULES, DIARY).splitlines()
    assert lines[0] == "The line 'diary' follows Diary."
    assert "Two doors (hall.door)" in lines
    assert "> The front door. [hall.door/front]" in lines
    assert lines[-2:] == ["The end: The street", "  DISPUTED. 1 for, 1 against."]


def test_a_line_that_stops_short_says_why() -> None:
    stuck = walk(STUCK, "diary")
    assert as_json(STUCK, stuck)["ending"] is None
    assert as_text(STUCK, stuck).endswith(
        "The line 'diary' stops short. "
        "Every open choice in 'hall.door' goes against what the line tells."
    )


def test_two_lines_part_at_the_first_choice_they_take_differently() -> None:
    assert parting(DIARY, LETTER) == 1
    assert parting(DIARY, DIARY) is None


def test_two_lines_as_data_say_where_they_part() -> None:
    both = two_as_json(RULES, DIARY, LETTER)
    assert [each["line"] for each in both["lines"]] == ["diary", "letter"]
    assert both["parted"] == {
        "after": 1,
        "scene": "hall.door",
        "choices": ["hall.door/front", "hall.door/back"],
    }
    assert two_as_json(RULES, DIARY, DIARY)["parted"] is None


def test_two_lines_stand_side_by_side() -> None:
    assert two_as_text(RULES, DIARY, LETTER).splitlines() == [
        "diary                                   letter",
        "",
        "Both: Go down. [hall.stair/down] Attested.",
        "",
        "The front door. [hall.door/front]       The back door. [hall.door/back]",
        "  Disputed.                               Disputed.",
        "",
        "Ends: The street                        Ends: The yard",
        "",
        "They part at 'hall.door', after 1 choice together.",
    ]


def test_a_line_that_is_not_there_is_said_so_with_those_there_are() -> None:
    with pytest.raises(NoSuchLine, match=r"no line 'essay'\. It has diary and letter\.$"):
        walk(RULES, "essay")
