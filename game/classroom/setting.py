"""This is what a teacher can set, before a lesson and during it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

USUAL_SEATS: Final = 60
MOST_SEATS: Final = 1000

_TRUTHS: Final = {"on": True, "off": False}


class Pace(Enum):
    """Who goes on when a phase's time is up."""

    HAND = "hand"
    """The teacher; votes count until then."""
    CLOCK = "clock"
    """The clock, through reading, voting and talk."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a lesson is held."""

    seats: int = USUAL_SEATS
    roles: bool = True
    """Readers' roles with private cards."""
    decision_roles: bool = False
    """Seats in the decision room too, in scenes tagged ``safe``; for sixteen and older."""
    reasons: bool = True
    """A reason with the last vote; none is shown before the teacher approves it."""
    again: bool = True
    """Talk and a second vote."""
    limits: bool = True
    """Phases have a time."""
    pace: Pace = Pace.HAND
    large: bool = False
    """Large letters on phones."""
    easy: bool = False
    """Phones begin with the easier text, where there is one."""


def changed(settings: Settings, name: str, value: str) -> Settings | None:
    """Set one thing: ``on`` or ``off``, a number of seats, a pace; ``None`` where that is none."""
    match name:
        case "seats":
            return _seated(settings, value)
        case "pace":
            found = next((each for each in Pace if each.value == value), None)
            return None if found is None else replace(settings, pace=found)
        case "roles" | "decision_roles" | "reasons" | "again" | "limits" | "large" | "easy":
            return _switched(settings, name, value)
        case _:
            return None


def _seated(settings: Settings, value: str) -> Settings | None:
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(MOST_SEATS))):
        return None
    seats = int(value)
    return replace(settings, seats=seats) if 1 <= seats <= MOST_SEATS else None


def _switched(settings: Settings, name: str, value: str) -> Settings | None:
    on: dict[str, Any] = {name: _TRUTHS.get(value)}
    return None if on[name] is None else replace(settings, **on)
