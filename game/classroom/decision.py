"""This is a decision as a class meets it: what is read, what can be voted for, what the record has.

Plain values in words. What the record has stands apart, in each option's ``held``, so that a view
can leave it out whole before its time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from game.model.prose import Beats, plain
from game.playing.lesson import Stop
from game.playing.matter import cited
from game.playing.page import Offer
from game.record.finding import Finding
from game.record.status import Status
from game.record.voice import Voice
from game.reporting.phrase import closed, status_line

Text: TypeAlias = tuple[tuple[str, ...], ...]
"""Beats of paragraphs."""

SAFE = "safe"
"""The tag of a scene whose decision room may be taken seats in."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the record has on one thing that an option answers."""

    status: str
    family: str
    glyph: str
    letter: str
    asks: str
    says: str
    line: str
    """The status with its numbers: ``DISPUTED. 1 for, 2 against, 1 silent.``"""
    told: tuple[str, ...]
    """Who says so, with the place: ``Magazine article, line 189``."""
    against: tuple[str, ...]
    others: tuple[str, ...]
    """Who reports, doubts or retells it, said as such."""
    why: str
    """The reasoning of an inference, the reason of an invention, the note of the writer."""
    recorded: bool
    """Somebody tells that it was so."""
    witnesses: int
    """How many of those who say so can be shown to differ."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to vote."""

    letter: str
    choice: str
    """``scene/choice``."""
    words: str
    leaves: bool = False
    """With it the class leaves the record."""
    held: tuple[Held, ...] = ()

    @property
    def recorded(self) -> bool:
        """Whether he is recorded as doing this."""
        return any(each.recorded for each in self.held)

    @property
    def families(self) -> tuple[str, ...]:
        """How well it is known, in families, each once."""
        return tuple(dict.fromkeys(each.family for each in self.held))


@dataclass(frozen=True, slots=True)
class Reading:
    """A scene on the way, with what the line took there."""

    scene: str
    title: str
    text: Text
    tags: tuple[str, ...] = ()
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to talk about."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one reader's role is told, and nobody else."""

    role: str
    text: Text


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a lesson, or with ``ends`` where the lesson's way ends."""

    scene: str
    title: str
    part: str = ""
    when: str = ""
    where: str = ""
    whose: str = ""
    """Whose scene it is, when it is not the usual person's."""
    his: bool = True
    text: Text = ()
    easy: Text = ()
    summary: Text = ()
    way: tuple[Reading, ...] = ()
    options: tuple[Option, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    cards: tuple[Card, ...] = ()
    tags: tuple[str, ...] = ()
    off_record: str = ""
    """The choice at which the class left the record; empty while on it."""
    by_line: str = ""
    """The option that the line takes; what is taken where a decision is skipped."""
    broken_off: str = ""
    """How the class's own way ended before this, where the line was taken up instead."""
    ends: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be voted for."""
        return tuple(option.choice for option in self.options)

    @property
    def safe(self) -> bool:
        """Whether seats may be taken in its decision room."""
        return SAFE in self.tags

    @property
    def scenes(self) -> tuple[str, ...]:
        """What is read for it, itself last."""
        return (*(each.scene for each in self.way), self.scene)

    def option(self, choice: str) -> Option | None:
        """Find an option."""
        return next((each for each in self.options if each.choice == choice), None)

    def card(self, role: str) -> Text:
        """Give a role's card; nothing where it has none here."""
        return next((each.text for each in self.cards if each.role == role), ())


def decision(stop: Stop) -> Decision:
    """Put a stop of a lesson into words."""
    heading = stop.page.heading
    return Decision(
        scene=stop.passage.scene,
        title=stop.passage.title or heading.scene,
        part=heading.part,
        when=heading.when,
        where=heading.where,
        whose=heading.role,
        his=stop.his,
        text=words(stop.passage.beats),
        easy=words(stop.easy),
        summary=words(stop.summary),
        way=tuple(
            Reading(
                leg.passage.scene,
                leg.passage.title,
                words(leg.passage.beats),
                leg.passage.tags,
                leg.taken,
            )
            for leg in stop.legs
        ),
        options=tuple(_option(place, offer) for place, offer in enumerate(stop.options)),
        prompts=tuple(Prompt(ask.kind, ask.text) for ask in stop.asks),
        cards=tuple(Card(role, words(beats)) for role, beats in stop.briefs),
        tags=stop.passage.tags,
        off_record=stop.page.off_record,
        by_line=stop.by_line,
        broken_off=stop.broken_off,
        ends=not stop.decision,
    )


def words(beats: Beats) -> Text:
    """Give prose without emphasis or marks: a mark would say what rests on the record."""
    return tuple(tuple(plain(line) for line in beat) for beat in beats)


def _option(place: int, offer: Offer) -> Option:
    held = tuple(_held(each, each.status) for each in offer.findings if each.status)
    return Option(_letter(place), offer.choice, plain(offer.text), offer.leaves, held)


def _letter(place: int) -> str:
    """Give ``A`` to ``Z``, then ``A1`` and on."""
    again, place = divmod(place, 26)
    return f"{chr(ord('A') + place)}{again or ''}"


def _held(finding: Finding, status: Status) -> Held:
    heard = finding.voices
    return Held(
        status=status.value,
        family=status.family.value,
        glyph=status.glyph,
        letter=status.letter,
        asks=finding.question.asks if finding.question else "",
        says=finding.claim.says if finding.claim else "",
        line=status_line(replace(finding, why="")),
        told=_voices(heard.told),
        against=_voices(heard.against),
        others=(
            *_voices(heard.retold, "tells it otherwise, having it from one who tells it"),
            *_voices(heard.reported, "reports it"),
            *_voices(heard.doubted, "doubts it"),
        ),
        why=" ".join(closed(each) for each in (finding.why, finding.note) if each),
        recorded=finding.recorded,
        witnesses=finding.witnesses_for,
    )


def _voices(heard: tuple[Voice, ...], doing: str = "") -> tuple[str, ...]:
    said = (cited(voice.account, voice.telling) for voice in heard)
    return tuple(dict.fromkeys(f"{each}: {doing}" if doing else each for each in said))
