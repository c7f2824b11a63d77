"""A lesson that needs no story: two decisions, two readers' roles, and a record that can be seen.

Whatever is of the record says RECORD, a card says whose it is, so that a test can look for either
in what a phone is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce

from game.classroom.decision import Card, Decision, Held, Option, Prompt, Reading
from game.classroom.event import Advance, Event, Join, Vote
from game.classroom.form import plain
from game.classroom.lesson import Label, Plan
from game.classroom.phase import USUAL, Phase
from game.classroom.refusal import Code, Refusal
from game.classroom.room import Room
from game.classroom.round import Round
from game.classroom.step import open_room, step
from game.playing.lesson import Taken, Way

READERS = ("file", "press")
TOLD = ("RECORD teller",)


def held(family: str, *, told: Iterable[str] = (), witnesses: int = 0) -> Held:
    """What the record has on an option."""
    return Held(
        status=f"RECORD {family}",
        family=family,
        glyph="*",
        letter="[*]",
        asks="RECORD asks?",
        says="RECORD says.",
        line="RECORD line.",
        told=tuple(told),
        against=(),
        others=(),
        why="",
        recorded=bool(tuple(told)),
        witnesses=witnesses,
    )


def decision(number: int) -> Decision:
    """The decision with this number: A is told by one, B by nobody, C is made up."""
    scene = f"line.scene-{number}"
    return Decision(
        scene=scene,
        title=f"Scene {number}",
        text=((f"The text of scene {number}.",),),
        easy=((f"Easy {number}.",),),
        summary=((f"Summary {number}.",),),
        way=(Reading(f"line.way-{number}", f"Way {number}", (("On the way.",),), taken="Left."),),
        options=(
            Option(
                "A",
                f"{scene}/a",
                "Wait.",
                held=(held("agree", told=["RECORD teller"], witnesses=1),),
            ),
            Option("B", f"{scene}/b", "Go.", leaves=True, held=(held("conflict"),)),
            Option("C", f"{scene}/c", "Ask.", held=(held("beyond"),)),
        ),
        prompts=(Prompt("evidence", "Who says so?"), Prompt("perspective", "Who else is there?")),
        cards=tuple(Card(role, ((f"CARD for {role}.",),)) for role in READERS),
        tags=("safe", "night"),
        by_line=f"{scene}/a",
    )


LENGTH = 2


@dataclass(frozen=True)
class Pretend:
    """A lesson of so many decisions, each followed by the next whatever is chosen."""

    decisions: tuple[Decision, ...] = tuple(decision(number) for number in range(1, LENGTH + 1))
    votes: int = 2
    deciders: tuple[str, ...] = ("officer",)

    @property
    def plan(self) -> Plan:
        return Plan(
            lesson="20",
            title="Twenty minutes",
            minutes=20,
            story="A story",
            language="en",
            line="A line",
            decisions=len(self.decisions),
            times=dict(USUAL) | {Phase.DEBRIEF: 300},
            votes=self.votes,
            opening=(("Who he was.",),),
            advisory=(("What is reported.",),),
            readers=tuple(Label(role, f"Reader of the {role}") for role in READERS),
            deciders=tuple(Label(role, f"The {role}") for role in self.deciders),
            accounts=(Label("article", "The article"), Label("book", "The book")),
            scenes=frozenset(scene for each in self.decisions for scene in each.scenes),
            numbers=("How many? Many. One teller.",),
            names=("Somebody. A person.",),
            story_id="a-story",
            fingerprint="f" * 64,
            credits=("Written by nobody.",),
        )

    def decision(self, taken: tuple[str, ...]) -> Decision:
        if len(taken) < len(self.decisions):
            return self.decisions[len(taken)]
        return Decision(scene="line.end", title="The end", text=(("It ends.",),), ends=True)

    def ways(self, scenes: tuple[str, ...]) -> tuple[Way, ...]:
        taken = tuple(Taken(f"{scene}/a", "Wait.", speaks=True) for scene in scenes)
        return (Way("line", "A line", taken), Way("other", "Another", (None,) * len(scenes)))

    def citation(self, account: str) -> str:
        return f"Citation of {account}."


def room(*, seats: int = 0, lesson: Pretend | None = None, seed: int = 7) -> Room:
    """A room with so many students in it."""
    opened = open_room(lesson or Pretend(), seed)
    return played(opened, *(Join(0, f"phone-{number}") for number in range(1, seats + 1)))


def played(start: Room, *events: Event) -> Room:
    """A room after these events, none of which may be refused."""
    return reduce(taken, events, start)


def taken(start: Room, event: Event) -> Room:
    after = step(start, event)
    assert isinstance(after, Room), after
    return after


def refusal(start: Room, event: Event) -> Code:
    """The code with which an event is refused."""
    after = step(start, event)
    assert isinstance(after, Refusal), "the event was taken"
    return after.code


def at(
    phase: Phase, *, part: int = 0, seats: int = 4, number: int = 0, lesson: Pretend | None = None
) -> Room:
    """A room that has come to a phase, of a decision if one is given; everybody votes for A."""
    found = room(seats=seats, lesson=lesson)
    for _ in range(60):
        if found.phase is phase and part in {0, found.part} and number in {0, len(found.rounds)}:
            return found
        if found.ballot is not None:
            found = vote(found, dict.fromkeys(found.seats, 0))
        found = taken(found, Advance(found.now))
    raise AssertionError(phase)


def vote(start: Room, chosen: Mapping[int, int]) -> Room:
    """A room in which seats have voted, each for the option with this place."""
    assert start.ballot is not None
    options = current(start).decision.choices
    key = start.ballot.key
    return played(
        start, *(Vote(start.now, seat, key, options[place]) for seat, place in chosen.items())
    )


def current(start: Room) -> Round:
    """The decision at hand."""
    assert start.round is not None
    return start.round


def other_record(lesson: Pretend) -> Pretend:
    """The same lesson, of which other things are known."""
    changed = held("silent", told=["RECORD other teller"], witnesses=3)
    return replace(
        lesson,
        decisions=tuple(
            replace(each, options=tuple(replace(one, held=(changed,)) for one in each.options))
            for each in lesson.decisions
        ),
    )


def sent(view: object) -> str:
    """A view as it goes over the wire."""
    return json.dumps(plain(view), ensure_ascii=False)
