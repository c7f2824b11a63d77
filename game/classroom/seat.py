"""This is a student's place in the room: a number, a generated name, and a way back to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from game.classroom.lot import draw

CODES: Final = 1000
PACES: Final = (100, 150, 200)
"""How much longer than the others a student may take, in per cent."""
PAIR: Final = 2
"""A role has so many readers before the next is dealt."""
MOST_IN_ROLE: Final = 7
"""Who comes later is of the undecided jury."""
MOST_IN_DECISION_ROLE: Final = 3


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat."""

    number: int
    alias: str
    code: str
    """Three digits: with the number they bring the seat back after a closed page."""
    token: str
    """What the phone knows itself by, hashed outside; nothing here can be turned back into it."""
    offered: tuple[str, ...] = ()
    """The names it may be called by."""
    role: str = ""
    """For whom it reads; empty for the undecided jury."""
    decision_role: str = ""
    put_down: bool = False
    """Its student wants no role, and need not say why."""
    lost: bool = False
    """Its phone has not been heard of for a while."""
    muted: bool = False
    pace: int = PACES[0]
    turn: int = 0
    """Goes up whenever what this student sees of their own has changed."""


def return_code(seed: int, number: int) -> str:
    """Give the three digits that bring a seat back."""
    return f"{draw(seed, 'code', number, below=CODES):03}"


def dealt_role(seats: Iterable[Seat], roles: tuple[str, ...], seed: int) -> str:
    """Give the role of the next seat: two readers for each, then evenly; empty for the jury.

    Which role comes first is drawn, so that coming first chooses none.
    """
    if not roles:
        return ""
    first = draw(seed, "roles", below=len(roles))
    turned = roles[first:] + roles[:first]
    taken = _counted((seat.role for seat in seats), roles)
    single = next((role for role in turned if taken[role] < PAIR), None)
    role = single or min(turned, key=lambda each: taken[each])
    return role if taken[role] < MOST_IN_ROLE else ""


def dealt_decision_roles(
    seats: Iterable[Seat], roles: tuple[str, ...], seed: int
) -> Mapping[int, str]:
    """Give who sits in the decision room, by number: at most three in each of its roles."""
    drawn = sorted(seats, key=lambda seat: draw(seed, "room", seat.number, below=1 << 64))
    places = [role for _ in range(MOST_IN_DECISION_ROLE) for role in roles]
    return {seat.number: role for seat, role in zip(drawn, places, strict=False)}


def _counted(taken: Iterable[str], roles: tuple[str, ...]) -> dict[str, int]:
    found = dict.fromkeys(roles, 0)
    for role in taken:
        if role in found:
            found[role] += 1
    return found
