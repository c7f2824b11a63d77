"""This is who and what a reader may look up: people, places and words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

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


class PlaceKind(Enum):
    """What a place is on the map."""

    TOWN = "town"
    WATER = "water"
    COUNTRY = "country"


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
    kind: PlaceKind = PlaceKind.TOWN
    put_here: tuple[ClaimRef, ...] = ()
    """Claims by which the person of the story was here; the map marks them."""
    rail_to: tuple[str, ...] = ()
    """Places to which a railway ran; the map draws it straight."""
    road_to: tuple[str, ...] = ()
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the time, explained."""

    word: str
    name: str
    text: Prose
    claims: tuple[ClaimRef, ...] = ()
    position: Position = NOWHERE
