"""This is a whole story in one value, with everything found by its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from game.model.expression import Condition
from game.model.gazetteer import Person, Place, Word
from game.model.prose import Prose
from game.model.record import Account, Question
from game.model.scene import Scene
from game.position import NOWHERE, Position


class VariableKind(Enum):
    """What a variable holds."""

    WHOLE = "whole"
    YES_NO = "yes_no"
    ONE_OF = "one_of"


@dataclass(frozen=True, slots=True)
class Variable:
    """A named piece of state. In a state every value is a whole number.

    A whole number is itself, yes and no are 1 and 0, a one-of is the index of its value.
    """

    variable: str
    kind: VariableKind
    low: int
    high: int
    start: int
    values: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    """What ``{name}`` in prose shows for a value; the value's own name where none is given."""
    position: Position = NOWHERE


class RoleKind(Enum):
    """What a role is for: somebody in the story, a reader in a class, a seat in a decision room."""

    PERSON = "person"
    READER = "reader"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Role:
    """Whose scene it is, or what a student reads for."""

    role: str
    label: str
    kind: RoleKind
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter: its scenes' ids begin with its own."""

    part: str
    title: str
    first: str
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Route:
    """A line through the story that follows one account, or several in order (YAML: ``lines``)."""

    line: str
    follows: tuple[str, ...]
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Lesson:
    """A stretch of the story fit for a class of so many minutes."""

    lesson: str
    first: str
    """Written ``from``: the scene it begins at."""
    line: str
    decisions: tuple[str, ...]
    title: str = ""
    minutes: int = 0
    """How long it takes in all; 0 where nothing says so."""
    votes: int = 2
    """How often a decision is voted on: twice with talk between, or once."""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that does not apply at one id, with the reason."""

    code: str
    at: str
    why: str
    position: Position = NOWHERE


class PropertyKind(Enum):
    """What a property asserts about every play."""

    NEVER = "never"
    ALWAYS = "always"
    REACHABLE = "reachable"


@dataclass(frozen=True, slots=True)
class Property:
    """Something a writer wants proved: ``never: C``, ``reachable: C``, ``always: A before B``."""

    kind: PropertyKind
    condition: Condition
    before: Condition | None = None
    """The B of ``always: A before B``: whenever B holds, A has held at that or an earlier rest."""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """Everything a folder of YAML says. Compared by identity; ``fingerprint`` tells two apart."""

    story: str
    """Its id."""
    title: str
    language: str
    authors: tuple[str, ...]
    licence: str
    advisory: Prose
    opening: Prose
    reviewed: str
    variables: Mapping[str, Variable]
    roles: Mapping[str, Role]
    parts: Mapping[str, Part]
    """In order of play; a play begins at the first part's first scene."""
    lines: Mapping[str, Route]
    lessons: Mapping[str, Lesson]
    renames: Mapping[str, str]
    waivers: tuple[Waiver, ...]
    properties: tuple[Property, ...]
    scenes: Mapping[str, Scene]
    accounts: Mapping[str, Account]
    questions: Mapping[str, Question]
    people: Mapping[str, Person]
    places: Mapping[str, Place]
    words: Mapping[str, Word]
    fingerprint: str
    """sha256 over its files, in hexadecimal."""

    @property
    def first(self) -> str:
        """The scene that a play begins at."""
        return next(iter(self.parts.values())).first
