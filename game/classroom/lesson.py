"""This is what is taught: the plan of a lesson, and its decisions as the class comes to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from game.classroom.decision import Decision, Text, decision, words
from game.classroom.phase import Phase, pacing
from game.model.prose import plain
from game.model.story import RoleKind, Story
from game.playing.lesson import Course, Way
from game.playing.source import source
from game.playing.wayin import teller
from game.reporting.debrief import LIKELIER
from game.reporting.phrase import closed


@dataclass(frozen=True, slots=True)
class Label:
    """Something with an id and a name: a role, an account."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A lesson before it begins."""

    lesson: str
    title: str
    minutes: int
    story: str
    """The story's title."""
    language: str
    line: str
    """Whose way goes on between the decisions."""
    decisions: int
    times: Mapping[Phase, int]
    votes: int = 2
    opening: Text = ()
    advisory: Text = ()
    readers: tuple[Label, ...] = ()
    deciders: tuple[Label, ...] = ()
    accounts: tuple[Label, ...] = ()
    """What a reason can rest on."""
    scenes: frozenset[str] = frozenset()
    """Every scene that a teacher can hide."""
    story_id: str = ""
    fingerprint: str = ""
    credits: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    """What is told of those he harmed, for the debrief."""
    names: tuple[str, ...] = ()
    likelier: str = LIKELIER

    @property
    def roles(self) -> Mapping[str, str]:
        """The names of all roles."""
        return {each.name: each.label for each in (*self.readers, *self.deciders)}

    @property
    def sources(self) -> Mapping[str, str]:
        """The names of the accounts."""
        return {each.name: each.label for each in self.accounts}


class Teaching(Protocol):
    """A lesson in play. What it gives follows from what it is asked, and never changes."""

    @property
    def plan(self) -> Plan:
        """The lesson before it begins."""
        ...

    def decision(self, taken: tuple[str, ...]) -> Decision:
        """Give what a class comes to that decided so; with ``ends`` where the lesson is over."""
        ...

    def ways(self, scenes: tuple[str, ...]) -> tuple[Way, ...]:
        """Give what each account's own way takes at some decisions."""
        ...

    def citation(self, account: str) -> str:
        """Give an account's full citation."""
        ...


class Lesson:
    """A lesson of a story."""

    def __init__(self, course: Course) -> None:
        """Teach this course."""
        self.course = course
        self.plan = _plan(course)
        self._decision = cache(self._worded)

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same lesson of the same words."""
        return isinstance(other, Lesson) and self.course == other.course

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.course)

    def decision(self, taken: tuple[str, ...]) -> Decision:
        """Give what a class comes to that decided so."""
        return self._decision(taken)

    def ways(self, scenes: tuple[str, ...]) -> tuple[Way, ...]:
        """Give what each account's own way takes at some decisions."""
        return self.course.ways(scenes)

    def citation(self, account: str) -> str:
        """Give an account's full citation."""
        story = self.course.story
        return source(story, story.accounts[account]).citation

    def _worded(self, taken: tuple[str, ...]) -> Decision:
        return decision(self.course.stop(taken))


def _plan(course: Course) -> Plan:
    story, lesson = course.story, course.lesson
    front, closing = course.front(), course.closing()
    named = f"{lesson.minutes} minutes" if lesson.minutes else lesson.lesson
    return Plan(
        lesson=lesson.lesson,
        title=lesson.title or named,
        minutes=lesson.minutes,
        story=story.title,
        language=story.language,
        line=teller(story, lesson.line),
        decisions=len(lesson.decisions),
        times=pacing(lesson.minutes, len(lesson.decisions), lesson.votes),
        votes=lesson.votes,
        opening=words(front.opening),
        advisory=words(front.advisory),
        readers=_roles(story, RoleKind.READER),
        deciders=_roles(story, RoleKind.DECISION),
        scenes=frozenset(story.scenes),
        story_id=story.story,
        fingerprint=story.fingerprint,
        credits=closing.credits,
        numbers=tuple(
            f"{each.asks} {closed(each.says)} {each.status.capitalize()}."
            for each in closing.numbers
        ),
        names=tuple(f"{each.name}. {plain(each.text)}" for each in closing.names),
        accounts=tuple(Label(each.account, each.label) for each in course.accounts()),
    )


def _roles(story: Story, kind: RoleKind) -> tuple[Label, ...]:
    return tuple(Label(role.role, role.label) for role in story.roles.values() if role.kind is kind)
