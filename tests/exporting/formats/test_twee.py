from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest

from game.engine.rules import Rules
from game.exporting.format import CannotSay
from game.exporting.formats import twee
from game.model.expression import Arithmetic, Read, Whole
from game.model.story import Story
from game.playing.opening import open_story
from tests.builders import choice, effect, end, scene, story, whole
from tests.drivers import STORIES
from tests.exporting.comparison import Said, normal, same_play
from tests.exporting.invented import invented
from tests.exporting.sugarcube import Player, paragraphs, passages, words

PLAYS = 20


def played(
    written: str, seed: int, most: int, settings: frozenset[str] = frozenset()
) -> list[Said]:
    """Play a file of Twee at random."""
    dice = Random(seed)  # noqa: S311 - a seed makes it the same play again
    player = Player(written, dice.randrange, settings)
    player.go(json.loads(player.passages["StoryData"].text)["start"])
    page = player.take(player.links[0])
    play = []
    for turn in range(most + 1):
        taken = dice.randrange(len(player.links)) if player.links and turn < most else -1
        lines = [normal(each) for each in paragraphs(page)]
        offers = [normal(words(link.text)) for link in player.links]
        play.append(Said(player.trail, [each for each in lines if each], offers, taken))
        if taken < 0:
            break
        page = player.take(player.links[taken])
    return play


def compared(told: Story, most: int, settings: frozenset[str] = frozenset()) -> int:
    rules, written = Rules(told), twee.write(told)
    plays = (played(written, seed, most, settings) for seed in range(PLAYS))
    return sum(same_play(rules, play, skips=bool(settings)) for play in plays)


@pytest.mark.slow
def test_the_shipped_story_plays_the_same_in_sugarcube() -> None:
    assert compared(open_story(), 120) > PLAYS


@pytest.mark.parametrize("name", ["crossing", "sample"])
def test_a_small_story_plays_the_same_in_sugarcube(name: str) -> None:
    assert compared(open_story(STORIES / name), 60) > PLAYS


@pytest.mark.parametrize("seed", range(20))
def test_an_invented_story_with_words_like_markup_plays_the_same_in_sugarcube(seed: int) -> None:
    assert compared(invented(seed), 40) > PLAYS


def test_what_can_be_skipped_gives_way_to_its_summary_by_a_setting() -> None:
    told = open_story(STORIES / "crossing")
    assert compared(told, 60, frozenset({"skip-deportation"})) > PLAYS
    assert 'Setting.addToggle("skip-deportation"' in twee.write(told)


def test_a_storys_matter_is_as_twee_3_has_it() -> None:
    found = passages(twee.write(open_story(STORIES / "crossing")))
    data = json.loads(found["StoryData"].text)
    assert found["StoryTitle"].text == "A small crossing"
    assert data["format"] == "SugarCube"
    assert data["start"] in found
    assert re.fullmatch(
        r"[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}", data["ifid"]
    )
    assert found["Story JavaScript"].tags == ("script",)


def test_an_ifid_stays_the_same_when_the_story_is_edited() -> None:
    one = story(end("hall.end"), name="same")
    other = story(end("hall.end", text="Edited."), name="same")
    numbers = [
        json.loads(passages(twee.write(each))["StoryData"].text)["ifid"] for each in (one, other)
    ]
    assert numbers[0] == numbers[1]


def test_no_two_scenes_stand_at_one_place_of_the_map() -> None:
    found = passages(twee.write(open_story(STORIES / "crossing")))
    places = [each.meta["position"] for each in found.values() if each.meta]
    assert len(set(places)) == len(places) == 8


def test_a_tag_that_would_be_an_order_to_twine_is_none() -> None:
    told = story(scene("hall.door", choice("on", to="hall.end"), tags=["script"]), end("hall.end"))
    assert passages(twee.write(told))["hall.door"].tags == ("script_",)


def test_how_well_a_choice_is_known_is_said_once_it_is_taken() -> None:
    player = Player(twee.write(open_story(STORIES / "crossing")), lambda _: 0, frozenset())
    player.go("hill.marker")
    over = next(link for link in player.links if link.target == "far.mist")
    assert '<p class="known">How well known: inferred.</p>' in player.take(over)


def test_a_title_like_a_passages_head_makes_no_passage() -> None:
    told = story(end("hall.end"), title=":: Evil [script]")
    assert "Evil" not in passages(twee.write(told))


def test_a_number_that_javascript_cannot_hold_is_said_with_its_scene() -> None:
    large = Arithmetic("*", Whole(999_999_999), Arithmetic("*", Read("many"), Whole(999_999_999)))
    told = story(
        scene("hall.door", choice("on", to="hall.end", effects=[effect("many", "=", large)])),
        end("hall.end"),
        variables=[whole("many", 0, 9)],
    )
    with pytest.raises(CannotSay, match=r"in 'hall\.door' cannot be said in twee"):
        twee.write(told)


def test_the_file_is_the_same_for_the_same_story(tmp_path: Path) -> None:
    written = twee.write(open_story(STORIES / "crossing"))
    again = tmp_path / "again.twee"
    again.write_text(twee.write(open_story(STORIES / "crossing")), encoding="utf-8")
    assert again.read_text(encoding="utf-8") == written
