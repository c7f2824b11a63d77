from __future__ import annotations

import dataclasses

import pytest

from game.engine.replay import replay
from game.engine.rules import Rules
from game.model.prose import plain
from game.model.story import Role, RoleKind
from game.playing.composition import Composer, heading, part_title
from game.playing.page import Page
from game.record.status import Status
from tests.builders import choice, end, place, scene, story
from tests.playing.sample import STORY

RULES = Rules(STORY)
ROLES = {
    "a": Role("a", "The usual", RoleKind.PERSON),
    "b": Role("b", "The other", RoleKind.PERSON),
}


def page(*choices: str, passed: frozenset[str] = frozenset()) -> Page:
    return Composer(RULES).page(replay(RULES, 0, choices), passed=passed)


def words(shown: Page) -> list[str]:
    return [plain(line) for passage in shown.passages for beat in passage.beats for line in beat]


def test_the_heading_says_part_scene_date_and_place_in_words() -> None:
    head = page().heading
    assert (head.part, head.scene, head.when, head.where, head.role) == (
        "The hill",
        "The hut",
        "12 June 1938",
        "Hut",
        "",
    )


def test_a_part_has_its_place_among_the_parts_and_the_way_in_has_no_number() -> None:
    assert part_title(STORY, "hill") == "The hill"
    assert part_title(STORY, "far") == "1 The far side"


def test_a_scene_of_no_part_has_no_part_s_title() -> None:
    assert part_title(STORY, "nowhere") == ""


@pytest.mark.parametrize(("role", "shown"), [("a", ""), ("b", "The other"), (None, "")])
def test_a_role_is_said_when_it_is_not_the_first_person_s(role: str | None, shown: str) -> None:
    place = scene("hill.hut", role=role)
    tale = dataclasses.replace(story(place), roles=ROLES)
    assert heading(tale, place).role == shown


def test_offers_are_numbered_from_one_in_the_order_of_the_file() -> None:
    assert [(offer.number, offer.choice) for offer in page().offers] == [
        (1, "hill.hut/look"),
        (2, "hill.hut/wait"),
        (3, "hill.hut/forty"),
        (4, "hill.hut/stay"),
    ]


def test_a_closed_choice_is_not_numbered() -> None:
    assert [offer.choice for offer in page("wait", "wait").offers][-1] == "hill.hut/forty"


def test_an_offer_has_what_the_record_has() -> None:
    offers = page().offers
    assert offers[0].reading
    assert not offers[0].findings
    assert offers[2].findings[0].status is Status.DISPUTED
    assert offers[3].leaves


def test_a_passage_reads_as_the_state_was_when_it_was_entered() -> None:
    assert words(page()) == ["A hut."]


def test_a_second_visit_reads_again() -> None:
    shown = page("wait")
    assert words(shown) == ["The hut again."]
    assert shown.passages[0].again


def test_a_scene_passed_over_has_its_summary_in_the_text_s_place() -> None:
    shown = page("look", passed=frozenset({"hill.map"}))
    assert words(shown) == ["A map."]
    assert shown.passages[0].summarised


def test_a_scene_that_was_not_passed_over_has_its_text() -> None:
    shown = page("look", passed=frozenset({"hill.hut"}))
    assert (words(shown), shown.passages[0].summarised) == (["Empty villages."], False)


def test_the_last_choice_comes_with_its_scene_and_its_findings() -> None:
    last = page("forty").last
    assert last is not None
    assert (last.turn, last.scene_title, plain(last.text)) == (1, "The hut", "Forty minutes.")
    assert last.findings[0].witnesses_for == 1


def test_at_the_start_there_is_no_last_choice() -> None:
    assert page().last is None


def test_the_choice_that_leaves_the_record_stands_until_the_record_is_rejoined() -> None:
    assert page("stay").off_record == "Stay."
    assert page("stay", "out").off_record == ""


def test_a_choice_made_off_the_record_says_since_when() -> None:
    leaving, later = page("stay").last, page("stay", "sleep").last
    assert leaving is not None
    assert later is not None
    assert (leaving.leaves, leaving.off_record) == (True, "")
    assert (later.leaves, later.off_record) == (False, "Stay.")


def test_an_ending_off_the_record_says_where_the_play_left_it() -> None:
    finish = page("stay", "sleep").finish
    assert finish is not None
    assert finish.title == "Nothing happened"
    assert finish.left_at is not None
    assert finish.left_at.turn == 1


def test_an_ending_on_the_record_left_it_nowhere() -> None:
    finish = page("forty", "answer").finish
    assert finish is not None
    assert finish.left_at is None
    assert finish.findings[0].status is Status.DISPUTED


def test_what_the_record_has_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    composer = Composer(RULES)
    play = replay(RULES, 0, ["forty"])
    before = composer.page(play)
    monkeypatch.setattr("game.playing.composition.findings", None)
    assert composer.page(play) == before


def test_a_place_that_the_part_is_named_for_is_not_named_twice() -> None:
    room = scene("room.desk", choice("go", to="room.end"), place="room")
    tale = story(room, end("room.end"), places=[place("room")])
    head = heading(tale, room)
    assert (head.part, head.where) == ("Room", "")
