"""This is a scene: prose, what it changes, and the ways on from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.model.day import Interval
from game.model.expression import Condition, Effect
from game.model.prose import Prose
from game.position import NOWHERE, Position


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """A claim by its question and its own id, written ``question/claim``."""

    question: str
    claim: str

    def __str__(self) -> str:
        """Give the written form."""
        return f"{self.question}/{self.claim}"


@dataclass(frozen=True, slots=True)
class Enacts:
    """A record entry: this choice or ending answers a question with one of its claims."""

    question: str
    claim: str | None
    """``None`` is the written ``none``: an answer that no account gives."""
    note: str = ""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Infers:
    """A record entry: an answer that rests on other claims by reasoning of ours."""

    question: str
    premises: tuple[ClaimRef, ...]
    why: str
    note: str = ""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Invents:
    """A record entry: something made up, with the reason, and the question it touches if any."""

    why: str
    question: str | None = None
    note: str = ""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Reads:
    """A record entry: the choice turns a page or looks at something. It has no status."""

    position: Position = NOWHERE


Entry: TypeAlias = Enacts | Infers | Invents | Reads


@dataclass(frozen=True, slots=True)
class Leaves:
    """A choice leaves the record: until an ending, or until ``rejoins`` is entered."""

    within: int
    """The most choices after this one before the ending or the rejoining scene."""
    rejoins: str | None = None
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on that a reader may take."""

    choice: str
    text: Prose
    record: tuple[Entry, ...]
    condition: Condition | None = None
    effects: tuple[Effect, ...] = ()
    to: str | None = None
    detour: str | None = None
    once: bool = False
    leaves: Leaves | None = None
    position: Position = NOWHERE

    @property
    def target(self) -> str:
        """The scene it leads to, for good or as a detour; exactly one of the two is given."""
        return self.to or self.detour or ""


@dataclass(frozen=True, slots=True)
class Exit:
    """One way out of a chance, with its weight among the others."""

    to: str
    weight: int
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Ending:
    """How a play ends, and what the record has about it."""

    title: str
    record: tuple[Entry, ...]
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Skippable:
    """A summary that takes the text's place for a reader who skips these tags."""

    tags: tuple[str, ...]
    summary: Prose
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Ask:
    """A prompt for discussion."""

    kind: str
    """``evidence`` or ``perspective``."""
    text: str
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Brief:
    """A private card for one reader role of a class."""

    role: str
    text: Prose
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Scene:
    """One to three beats of prose, and the ways on.

    Exactly one of these is given: choices, ``then``, ``chance``, ``returns``, ``ending``.
    """

    scene: str
    text: Prose
    title: str = ""
    date: Interval | None = None
    place: str | None = None
    role: str | None = None
    tags: tuple[str, ...] = ()
    again: Prose | None = None
    easy: Prose | None = None
    effects: tuple[Effect, ...] = ()
    choices: tuple[Choice, ...] = ()
    then: str | None = None
    chance: tuple[Exit, ...] = ()
    returns: bool = False
    asks: tuple[Ask, ...] = ()
    briefs: tuple[Brief, ...] = ()
    skippable: Skippable | None = None
    flashback: bool = False
    ending: Ending | None = None
    position: Position = NOWHERE

    @property
    def part(self) -> str:
        """The part it belongs to: what stands before the dot of its id."""
        return self.scene.partition(".")[0]

    def choice(self, name: str) -> Choice | None:
        """Find one of its choices by id."""
        return next((choice for choice in self.choices if choice.choice == name), None)
