from __future__ import annotations

from dataclasses import replace

from game.model.day import Interval
from game.plain import outlook
from game.playing.chart import chart
from game.playing.endings import endings
from game.playing.timeline import timeline
from game.playing.ways import story_map
from tests.builders import claim, end, question, story
from tests.playing.sample import STORY
from tests.playing.test_chart import TALE


def test_the_map_is_said_in_sentences() -> None:
    said = list(outlook.chart(chart(TALE, "post", ["week"])))
    assert said[0].startswith("You are at: Post.")
    assert any(line.startswith("Seoul. Seoul.") and "Disputed" in line for line in said)


def test_the_timeline_says_each_answer_with_its_date_and_its_tellers() -> None:
    day = question(
        "day",
        replace(
            claim("one", "essay", says="He crossed"), when=Interval("1938-06-13", "1938-06-13")
        ),
    )
    said = list(outlook.timeline(timeline(story(end("a.b"), questions=[day]), ["day"])))
    assert said[0] == "1938."
    assert said[2].startswith("13 June 1938: He crossed. One teller:")


def test_the_story_map_names_only_what_was_met() -> None:
    said = " ".join(outlook.ways(story_map(STORY, [(0, "hill.hut")])))
    assert "Your way: The hut (you are here)." in said
    assert "Nothing happened" not in said
    assert "Not met: 1 The far side." in said
    assert "Endings met: 0 of 2." in said


def test_endings_are_said_by_title_and_the_others_only_counted() -> None:
    said = list(outlook.endings(endings(STORY, {"far.end"})))
    assert said[0] == "Endings met: 1 of 2."
    assert "The far side. DISPUTED [D]." in said
    assert "Nothing happened" not in " ".join(said)
