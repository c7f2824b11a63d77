"""This is what a face is asked to show: values in words, with no medium in mind."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.prose import Beats, Line
from game.record.finding import Finding


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the reader is, in words; empty where the story does not say."""

    story: str
    part: str
    """``7 The line``: the part's number and title."""
    scene: str
    when: str
    """``night of 12/13 June 1938`` style words made from the scene's date."""
    where: str
    """The place; empty too where the part is named for it."""
    role: str
    """Whose scene it is, when it is not the usual person's."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One scene that was entered since the last choice, as it read then."""

    scene: str
    title: str
    beats: Beats
    again: bool = False
    summarised: bool = False
    """The text was skipped for its tags and a summary stands in its place."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice that the reader may take now."""

    number: int
    """From one, in the order of the file, open choices only."""
    choice: str
    """``scene/choice``: what a log keeps."""
    text: Line
    findings: tuple[Finding, ...]
    """What the record has; a face shows it before the choice only in investigator marks."""
    reading: bool = False
    """It turns a page or looks at something, and has no status."""
    leaves: bool = False
    """Taking it leaves the record."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A choice that was taken, and what the record has about it."""

    turn: int
    """From one: the first choice of the play is turn 1."""
    scene: str
    scene_title: str
    choice: str
    text: Line
    findings: tuple[Finding, ...]
    reading: bool = False
    leaves: bool = False
    off_record: str = ""
    """The text of the choice at which the play had left the record by then; empty on it."""
    his: bool = False
    """It was made in a scene of the person whom the story is about, so it is his act."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The ending that was reached."""

    scene: str
    title: str
    findings: tuple[Finding, ...]
    left_at: Taken | None = None
    """The choice at which the play left the record, if it ends off it."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything to show now."""

    turn: int
    """How many choices have been taken."""
    heading: Heading
    passages: tuple[Passage, ...]
    """The scenes entered since the last choice, in order; the last is where the reader stands."""
    offers: tuple[Offer, ...]
    last: Taken | None
    """The reader's choice that led here; ``None`` at the start."""
    off_record: str = ""
    """The text of the choice at which the play left the record; empty while on it."""
    finish: Finish | None = None
    saved: bool = False
    """Whether this turn is safely on disk."""
    led: int = 0
    """How many of the choices a line took before the reader began."""

    @property
    def made(self) -> int:
        """How many choices the reader made."""
        return self.turn - self.led


@dataclass(frozen=True, slots=True)
class Number:
    """One answer to a question about those he harmed, for the closing list."""

    asks: str
    says: str
    told_by: tuple[str, ...]
    """Account labels with their places."""
    status: str


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody he harmed, whom an account names."""

    name: str
    text: Line


@dataclass(frozen=True, slots=True)
class Closing:
    """The last screen: names and numbers, shown and not scored, then the credits."""

    numbers: tuple[Number, ...]
    names: tuple[Name, ...]
    credits: tuple[str, ...]
    """Lines: authors, licence, how far the story was reviewed."""
