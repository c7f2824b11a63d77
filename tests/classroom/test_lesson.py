"""What is taught: the plan, and the decisions in words."""

from __future__ import annotations

from game.classroom.lesson import Lesson
from game.classroom.phase import ROUND, Phase
from game.playing.lesson import course
from game.playing.opening import open_story
from tests.playing.test_lesson import tale


def lesson(name: str = "45") -> Lesson:
    return Lesson(course(tale(), name))


def test_a_plan_has_what_a_teacher_needs_before_it_begins() -> None:
    plan = lesson().plan
    assert (plan.title, plan.minutes, plan.decisions, plan.line) == ("45 minutes", 45, 2, "Diary")
    assert plan.advisory == (("Hard things are reported.",),)
    assert plan.roles == {"sceptic": "Sceptic"}
    assert plan.sources == {"diary": "Diary", "paper": "Paper"}
    assert "hall.cellar" in plan.scenes


def test_a_decision_is_put_into_words() -> None:
    found = lesson().decision(())
    assert found.text == (("This is hall.door.",),)
    assert found.easy == (("An easy door.",),)
    assert found.summary == (("A door.",),)
    assert [(each.letter, each.words) for each in found.options] == [
        ("A", "Open it."), ("B", "Climb out."), ("C", "Stay."),
    ]  # fmt: skip
    assert found.card("sceptic") == (("Who gains?",),)
    assert found.card("nobody") == ()


def test_what_the_record_has_stands_with_each_option() -> None:
    opened, climbed, stayed = lesson().decision(()).options
    assert (opened.families, opened.recorded) == (("conflict",), True)
    assert opened.held[0].told == ("Diary, line 1",)
    assert opened.held[0].against == ("Paper, line 1",)
    assert opened.held[0].line == "DISPUTED. 1 for, 1 against."
    assert climbed.recorded
    assert (stayed.families, stayed.recorded, stayed.leaves) == (("beyond",), False, True)
    assert stayed.held[0].why == "Nobody says."


def test_the_end_of_a_lesson_is_no_decision() -> None:
    found = lesson().decision(("hall.door/open", "hall.attic/up"))
    assert found.ends
    assert found.options == ()


def test_equal_lessons_are_equal() -> None:
    assert lesson() == lesson()
    assert hash(lesson()) == hash(lesson())
    assert lesson() != lesson("long")


def test_an_account_is_cited() -> None:
    assert "diary" in lesson().citation("diary").lower()


def test_every_way_through_every_lesson_of_the_shipped_story_comes_to_its_end() -> None:
    story = open_story()
    for name in story.lessons:
        taught = Lesson(course(story, name))
        ways: list[tuple[str, ...]] = [()]
        while ways:
            taken = ways.pop()
            found = taught.decision(taken)
            assert found.text
            assert found.ends or len(found.options) > 1
            assert len(taken) <= taught.plan.decisions
            ways += [(*taken, choice) for choice in found.choices]


def test_the_lessons_of_the_shipped_story_fit_into_their_time() -> None:
    story = open_story()
    for name in story.lessons:
        plan = Lesson(course(story, name)).plan
        one = sum(plan.times.get(phase, 0) for phase in ROUND)
        assert one * plan.decisions + plan.times[Phase.DEBRIEF] <= plan.minutes * 60
