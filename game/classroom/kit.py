"""This is what a teacher has before a lesson: its hard passages, its plan, cards, ballots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from game.classroom.decision import SAFE, Decision, Text
from game.classroom.export import NotWrittenOut
from game.classroom.lesson import Lesson
from game.classroom.order import Order
from game.classroom.phase import ROUND, Phase
from game.classroom.wording import ASKED, ASKED_KNOWN, DOING, JURY, JURY_CARD, KNOWN, RULE
from game.model.story import Story
from game.playing.lesson import course
from game.reporting import html
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Table
from game.reporting.phrase import number, wrapped

MOST: Final = 400
"""So many ways of deciding are looked at; a lesson of four decisions with four options has 256."""
_FIRST_WORDS: Final = 24
_MINUTE: Final = 60
_BALLOTS: Final = 6
"""Ballots on a page."""


def prepare(story: Story, order: Order) -> int:
    """Say the hard passages, or write the kit; give the exit code. Raises ``NotWrittenOut``."""
    lesson = Lesson(course(story, order.lesson))
    if order.preview:
        for line in passages(lesson):
            order.say(wrapped(line))
    if order.kit is not None:
        for path in write(lesson, order.kit):
            order.say(f"Written: {path}")
    return 0


def passages(lesson: Lesson) -> Iterator[str]:
    """Say every tagged scene that a class may read, however it decides."""
    found: dict[str, tuple[str, tuple[str, ...], Text]] = {}
    decisions = tuple(ways(lesson))
    for each in decisions:
        read = [(leg.scene, leg.title, leg.tags, leg.text) for leg in each.way]
        read.append((each.scene, each.title, each.tags, each.text))
        for scene, title, tags, text in read:
            hard = tuple(tag for tag in tags if tag != SAFE)
            if hard:
                found.setdefault(scene, (title, hard, text))
    yield f"{lesson.plan.story}. Lesson: {lesson.plan.title}."
    if not found:
        yield "No scene that a class may read is marked as hard."
    for scene, (title, tags, text) in found.items():
        yield ""
        yield f"{title} ({scene}): {', '.join(tags)}"
        yield f"    {_begins(text)}"
    yield ""
    yield (
        f"{number(len(found), 'scene')}. In class, 'hide SCENE' passes over one: its summary is "
        "read in its place, and the decision stays."
    )


def ways(lesson: Lesson) -> Iterator[Decision]:
    """Give every decision that a class may come to, each way of deciding once."""
    waiting: list[tuple[str, ...]] = [()]
    for looked, taken in enumerate(waiting):
        if looked >= MOST:
            return
        decision = lesson.decision(taken)
        yield decision
        if not decision.ends:
            waiting.extend((*taken, choice) for choice in decision.choices)


def write(lesson: Lesson, folder: Path) -> tuple[Path, ...]:
    """Write the kit as pages that print well. Raises ``NotWrittenOut``."""
    written = []
    for name, text in pages(lesson).items():
        path = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        except OSError as fault:
            raise NotWrittenOut(path, (fault.strerror or "it cannot be").lower()) from fault
        written.append(path)
    return tuple(written)


def pages(lesson: Lesson) -> Mapping[str, str]:
    """Give each page of the kit by its name."""
    by_line = tuple(_by_line(lesson))
    made = {
        "plan.html": ("The lesson", tuple(_plan(lesson, by_line))),
        "cards.html": ("Role cards", tuple(_cards(lesson, by_line))),
        "ballots.html": ("Paper ballots", tuple(_ballots(by_line))),
        "passages.html": ("Hard passages", tuple(map(Paragraph, filter(None, passages(lesson))))),
    }
    plan = lesson.plan
    return {
        name: html.write(Document(f"{plan.story}. {title}", plan.language, blocks))
        for name, (title, blocks) in made.items()
    }


def _by_line(lesson: Lesson) -> Iterator[Decision]:
    taken: tuple[str, ...] = ()
    while not (decision := lesson.decision(taken)).ends:
        yield decision
        taken = (*taken, decision.by_line)


def _plan(lesson: Lesson, decisions: tuple[Decision, ...]) -> Iterator[Block]:
    plan = lesson.plan
    yield Paragraph(
        f"{plan.title}. {number(len(decisions), 'decision')}. "
        f"Between them the way is that of: {plan.line}."
    )
    rows = tuple(
        (phase.value, _minutes(plan.times.get(phase, 0)), DOING[phase])
        for phase in (*ROUND, Phase.DEBRIEF)
    )
    yield Table("The steps of each decision", ("Step", "Time", "What students do"), rows)
    for place, each in enumerate(decisions, 1):
        yield Heading(2, f"{place}. {each.title}")
        yield Points(tuple(f"{option.letter}. {option.words}" for option in each.options))
        if each.prompts:
            yield Heading(3, "To talk about")
            yield Points(tuple(prompt.text for prompt in each.prompts))
    yield Paragraph(RULE)


def _cards(lesson: Lesson, decisions: tuple[Decision, ...]) -> Iterator[Block]:
    yield Paragraph(
        "Cut apart. Each reader sees their own card and no other; a card may be put down without "
        "a reason."
    )
    for role in lesson.plan.readers:
        yield Heading(2, role.label)
        for place, each in enumerate(decisions, 1):
            text = each.card(role.name)
            if text:
                yield Heading(3, f"{place}. {each.title}")
                yield from _prose(text)
    yield Heading(2, JURY)
    yield Paragraph(JURY_CARD)


def _ballots(decisions: tuple[Decision, ...]) -> Iterator[Block]:
    yield Paragraph(
        "For a room without phones, or beside them. Count hands or papers, and type 'hand A 5 B 3'."
    )
    for place, each in enumerate(decisions, 1):
        yield Heading(2, f"{place}. {each.title}")
        lines = tuple(f"☐ {option.letter}. {option.words}" for option in each.options)
        known = tuple(f"☐ {words}" for words in KNOWN.values())
        cell = (" ".join(lines), " ".join(known), "")
        rows = tuple((str(row), *cell) for row in range(1, _BALLOTS + 1))
        yield Table("Ballots", ("No.", ASKED, ASKED_KNOWN, "Why? Which account?"), rows)


def _prose(text: Text) -> Iterator[Block]:
    for beat in text:
        yield from map(Paragraph, beat)


def _begins(text: Text) -> str:
    words = " ".join(paragraph for beat in text for paragraph in beat).split()
    rest = " …" if len(words) > _FIRST_WORDS else ""
    return " ".join(words[:_FIRST_WORDS]) + rest


def _minutes(seconds: int) -> str:
    if not seconds:
        return "as you like"
    minutes, rest = divmod(seconds, _MINUTE)
    return " ".join(
        each for each in (f"{minutes} min" if minutes else "", f"{rest} s" if rest else "") if each
    )
