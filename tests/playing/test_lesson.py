"""A class's way: its own decisions, and a line between them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.rules import NotOffered
from game.model.prose import plain
from game.model.scene import Ask, Brief
from game.model.story import Lesson, Role, RoleKind, Story
from game.playing.lesson import Course, NoLesson, Stop, course, lesson
from tests.builders import (
    choice,
    claim,
    compares,
    effect,
    enacts,
    end,
    invents,
    leaves,
    line,
    prose,
    question,
    scene,
    skippable,
    story,
    whole,
)

DOOR = replace(
    scene(
        "hall.door",
        choice("look", "Look.", detour="hall.map"),
        choice("open", "Open it.", to="hall.stairs", record=enacts("way/door")),
        choice(
            "climb",
            "Climb out.",
            to="hall.stairs",
            record=enacts("way/window"),
            effects=[effect("torn", "+=", 1)],
        ),
        choice("stay", "Stay.", to="hall.morning", record=invents(), leaves=leaves(1)),
        title="The door",
        skippable=skippable("death", summary="A door."),
    ),
    easy=prose("An easy door."),
    asks=(Ask("evidence", "Who says so?"),),
    briefs=(Brief("sceptic", prose("Who gains?")),),
)
SCENES = (
    scene("room.desk", choice("go", "Go.", to="hall.gate"), title="The desk"),
    scene("hall.gate", then="hall.door", title="The gate"),
    DOOR,
    scene("hall.map", returns=True, title="The map"),
    scene(
        "hall.stairs",
        choice("slowly", "Slowly.", to="hall.attic", record=enacts("pace/slow")),
        choice("fast", "Fast.", to="hall.attic", record=enacts("pace/fast")),
        title="The stairs",
    ),
    scene(
        "hall.attic",
        choice("up", "Up.", to="hall.roof", record=enacts("end/roof")),
        choice("back", "Back.", to="hall.roof", record=enacts("end/back")),
        choice(
            "mend", "Mend it.", to="hall.roof", record=invents(), condition=compares("torn", ">", 0)
        ),
        title="The attic",
    ),
    scene("hall.roof", choice("on", "On.", to="hall.end"), title="The roof"),
    scene(
        "hall.cellar",
        choice("dig", to="hall.roof", record=invents()),
        choice("sit", to="hall.roof", record=invents()),
        title="The cellar",
    ),
    end("hall.morning", title="Morning"),
    end("hall.end", title="The end"),
)


USUAL = ("hall.door", "hall.attic")


def tale(decisions: tuple[str, ...] = USUAL, first: str = "hall.gate") -> Story:
    written = story(
        *SCENES,
        variables=[whole("torn", 0, 1)],
        questions=[
            question("way", claim("door", "diary"), claim("window", "paper")),
            question("pace", claim("slow", "diary"), claim("fast", "paper")),
            question("end", claim("roof", "diary"), claim("back", "paper")),
        ],
        lines=[line("diary"), line("paper")],
    )
    return replace(
        written,
        roles={"sceptic": Role("sceptic", "Sceptic", RoleKind.READER)},
        lessons={
            "45": Lesson("45", first, "diary", decisions, minutes=45),
            "long": Lesson("long", first, "paper", decisions, minutes=90),
        },
    )


def stop(*taken: str, decisions: tuple[str, ...] = USUAL, first: str = "hall.gate") -> Stop:
    return course(tale(decisions, first)).stop(taken)


def read(found: Stop) -> list[str]:
    return [leg.passage.scene for leg in found.legs]


def test_a_lesson_begins_at_its_first_scene_and_stops_at_its_first_decision() -> None:
    found = stop()
    assert found.decision == "hall.door"
    assert read(found) == ["hall.gate"]
    assert found.passage.title == "The door"


def test_what_only_turns_a_page_is_not_voted_on() -> None:
    assert [each.choice for each in stop().options] == [
        "hall.door/open", "hall.door/climb", "hall.door/stay",
    ]  # fmt: skip


def test_a_decision_has_its_prompts_cards_and_other_texts() -> None:
    found = stop()
    assert [ask.text for ask in found.asks] == ["Who says so?"]
    assert [(role, plain(beats[0][0])) for role, beats in found.briefs] == [
        ("sceptic", "Who gains?")
    ]
    assert plain(found.easy[0][0]) == "An easy door."
    assert plain(found.summary[0][0]) == "A door."


def test_between_decisions_the_line_goes_on_with_what_the_class_took() -> None:
    found = stop("hall.door/climb")
    assert found.decision == "hall.attic"
    assert [(leg.passage.scene, leg.taken) for leg in found.legs] == [("hall.stairs", "Slowly.")]
    assert "hall.attic/mend" in [each.choice for each in found.options]


def test_what_the_class_took_stays_taken() -> None:
    assert "hall.attic/mend" not in [each.choice for each in stop("hall.door/open").options]


def test_where_the_class_ends_its_own_way_the_line_is_taken_up() -> None:
    found = stop("hall.door/stay")
    assert found.decision == "hall.attic"
    assert found.broken_off == "Morning"
    assert read(found) == ["hall.morning"]


def test_after_the_last_decision_comes_what_it_led_to_and_no_more() -> None:
    found = stop("hall.door/open", "hall.attic/back")
    assert found.decision == ""
    assert found.options == ()
    assert found.passage.scene == "hall.roof"


def test_the_lesson_ends_where_the_last_decision_ends_the_story() -> None:
    found = stop("hall.door/stay", decisions=("hall.door",))
    assert (found.decision, found.passage.scene) == ("", "hall.morning")


def test_a_decision_that_the_line_does_not_come_to_is_begun_at() -> None:
    found = stop("hall.door/stay", decisions=("hall.door", "hall.cellar"))
    assert found.decision == "hall.cellar"
    assert found.passage.title == "The cellar"
    assert stop("hall.door/open", decisions=("hall.door", "hall.cellar")).broken_off == "The end"


def test_where_the_line_is_taken_up_a_scene_with_one_choice_is_passed_over() -> None:
    found = stop("hall.door/stay", decisions=("hall.door", "room.desk", "hall.attic"))
    assert found.decision == "hall.attic"


def test_a_lesson_from_a_scene_that_the_line_does_not_pass_begins_there() -> None:
    found = stop(decisions=("hall.cellar",), first="hall.cellar")
    assert (found.decision, found.legs) == ("hall.cellar", ())


def test_a_decision_with_one_open_choice_is_left_to_the_line() -> None:
    found = stop(decisions=("room.desk", "hall.door"), first="room.desk")
    assert found.decision == "hall.door"
    assert found.legs[0].taken == "Go."


def test_a_lesson_may_end_without_any_decision() -> None:
    assert stop(decisions=("hall.roof",), first="hall.roof").decision == ""


def test_what_the_line_would_take_is_known() -> None:
    assert stop().by_line == "hall.door/open"
    assert course(tale(), "90").stop().by_line == "hall.door/climb"


def test_a_choice_that_is_not_open_is_refused() -> None:
    with pytest.raises(NotOffered):
        stop("hall.door/nothing")


def test_each_accounts_own_way_is_laid_beside_the_class() -> None:
    diary, paper = course(tale()).ways(("hall.door", "hall.attic", "hall.map"))
    assert [each and each.choice for each in diary.taken] == [
        "hall.door/open", "hall.attic/up", None,
    ]  # fmt: skip
    assert [each and each.words for each in paper.taken] == ["Climb out.", "Back.", None]
    assert diary.taken[0] is not None
    assert diary.taken[0].speaks


def test_the_accounts_of_a_lesson_are_those_that_speak_on_its_decisions() -> None:
    assert [each.account for each in course(tale()).accounts()] == ["diary", "paper"]


def test_the_same_lesson_of_the_same_words_is_equal() -> None:
    one, other = course(tale()), course(tale())
    assert one == other
    assert hash(one) == hash(other)
    assert one != course(tale(), "long")
    assert one != course(tale(), seed=1)
    assert one.stop(("hall.door/open",)) == other.stop(("hall.door/open",))


def test_a_lesson_is_found_by_its_name_or_its_minutes() -> None:
    assert lesson(tale()).lesson == "45"
    assert lesson(tale(), "long").lesson == lesson(tale(), "90").lesson == "long"


def test_a_lesson_that_is_not_there_is_said_with_those_that_are() -> None:
    with pytest.raises(NoLesson, match="45, long"):
        lesson(tale(), "20")


def test_a_story_without_lessons_says_so() -> None:
    with pytest.raises(NoLesson, match="lessons:"):
        lesson(story(end("hall.end")))


def test_chance_after_a_choice_of_the_class_falls_by_the_seed() -> None:
    forked = story(
        scene("a.one", choice("x", to="a.fork"), choice("y", to="a.fork")),
        scene("a.fork", chance={"a.two": 1, "a.three": 1}),
        end("a.two"),
        end("a.three"),
        lines=[line("diary")],
        questions=[question("q", claim("c", "diary"))],
    )
    forked = replace(forked, lessons={"1": Lesson("1", "a.one", "diary", ("a.one",))})
    found = {course(forked, seed=seed).stop(("a.one/x",)).passage.scene for seed in range(12)}
    assert found == {"a.two", "a.three"}


def test_a_course_gives_the_front_and_the_closing_of_its_story() -> None:
    taught: Course = course(tale())
    assert plain(taught.front().advisory[0][0]) == "Hard things are reported."
    assert taught.closing().credits
