"""This is who and what a reader may look up: people, places and words."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.prose import Prose
from game.model.scene import ClaimRef
from game.position import NOWHERE, Position


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named."""

    person: str
    name: str
    text: Prose
    also: tuple[str, ...] = ()
    about_victims: bool = False
    """Written ``about: his-victims``: somebody he harmed, whom an account names."""
    claims: tuple[ClaimRef, ...] = ()
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on the map."""

    place: str
    name: str
    text: Prose
    also: tuple[str, ...] = ()
    latitude: float | None = None
    """Degrees north; ``None`` when no source places it and we do not guess."""
    longitude: float | None = None
    """Degrees east."""
    approximate: bool = False
    claims: tuple[ClaimRef, ...] = ()
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the time, explained."""

    word: str
    name: str
    text: Prose
    claims: tuple[ClaimRef, ...] = ()
    position: Position = NOWHERE
