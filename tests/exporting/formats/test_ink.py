from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.engine.rules import Rules
from game.exporting.format import CannotSay
from game.exporting.formats import ink
from game.model.expression import Arithmetic, Read, Whole
from game.model.story import Story
from game.playing.opening import open_story
from tests.builders import choice, effect, end, scene, story, whole
from tests.drivers import STORIES
from tests.exporting.comparison import Said, normal, same_play
from tests.exporting.invented import invented
from tests.exporting.node import needs_package, run

SCRIPT = Path(__file__).with_name("ink.cjs")
PLAYS = 50
FRONT = {"opening", "advisory"}

needs_inkjs = needs_package("inkjs")


def played(told: Story, folder: Path, *, most: int, variable: str = "") -> list[list[Said]]:
    """Compile a story's ink, and play it in inkjs at random."""
    file = folder / "story.ink"
    file.write_text(ink.write(told), encoding="utf-8")
    said = run(SCRIPT, file, str(PLAYS), str(most), "1938", *([variable] if variable else []))
    assert said["faults"] == []
    return [[as_said(turn) for turn in play] for play in said["plays"]]


def as_said(turn: dict[str, Any]) -> Said:
    lines = [(normal(each["text"]), each["tags"]) for each in turn["lines"]]
    return Said(
        [name for _, tags in lines for name in tagged(tags, "scene")],
        [text for text, tags in lines if text and not FRONT.intersection(tags)],
        [normal(each["text"]) for each in turn["offers"]],
        turn["taken"],
    )


def tagged(tags: list[str], kind: str) -> list[str]:
    return [tag.partition(": ")[2] for tag in tags if tag.startswith(f"{kind}: ")]


@needs_inkjs
@pytest.mark.slow
def test_the_shipped_story_plays_the_same_in_inkjs(tmp_path: Path) -> None:
    rules = Rules(open_story())
    plays = played(rules.story, tmp_path, most=200)
    assert sum(same_play(rules, play) for play in plays) > PLAYS


@needs_inkjs
@pytest.mark.parametrize("name", ["crossing", "sample"])
def test_a_small_story_plays_the_same_in_inkjs(name: str, tmp_path: Path) -> None:
    rules = Rules(open_story(STORIES / name))
    plays = played(rules.story, tmp_path, most=60)
    assert sum(same_play(rules, play) for play in plays) > PLAYS


@needs_inkjs
@pytest.mark.parametrize("seed", range(12))
def test_an_invented_story_with_words_like_markup_plays_the_same_in_inkjs(
    seed: int, tmp_path: Path
) -> None:
    rules = Rules(invented(seed))
    plays = played(rules.story, tmp_path, most=40)
    assert sum(same_play(rules, play) for play in plays) > PLAYS


@needs_inkjs
def test_what_can_be_skipped_gives_way_to_its_summary_where_a_variable_says_so(
    tmp_path: Path,
) -> None:
    rules = Rules(open_story(STORIES / "crossing"))
    plays = played(rules.story, tmp_path, most=60, variable="skip_deportation")
    assert sum(same_play(rules, play, skips=True) for play in plays) > PLAYS


def test_every_choice_has_its_id_and_what_the_record_has_in_tags() -> None:
    written = ink.write(open_story(STORIES / "crossing"))
    assert "# choice: hill.hut/second # record: escort-number/two: disputed]" in written
    assert "# choice: hill.hut/map # reading]" in written
    assert "# record: crossing-day/none: against the record # leaves the record]" in written


def test_a_number_that_ink_cannot_hold_is_said_with_its_scene() -> None:
    large = Arithmetic("*", Read("many"), Whole(999_999_999))
    told = story(
        scene("hall.door", choice("on", to="hall.end", effects=[effect("many", "=", large)])),
        end("hall.end"),
        variables=[whole("many", 0, 9)],
    )
    with pytest.raises(CannotSay, match=r"in 'hall\.door' cannot be said in ink: it may come to"):
        ink.write(told)


def test_a_variable_with_a_word_of_inks_gets_another_name() -> None:
    told = story(
        scene("hall.door", choice("on", to="hall.end", effects=[effect("temp", "=", 1)])),
        end("hall.end"),
        variables=[whole("temp", 0, 9)],
    )
    assert "VAR temp_2 = 0" in ink.write(told)
    assert "~ temp_2 = 1" in ink.write(told)
