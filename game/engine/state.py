"""This is where a reader stands: frozen, hashable values.

They are named tuples, because play and the search make them by the hundred thousand.
"""

from __future__ import annotations

from typing import NamedTuple


class State(NamedTuple):
    """A reader at rest, at a scene with choices or at an ending."""

    scene: str
    values: tuple[int, ...]
    """One for each variable of the story, in its order."""
    visits: tuple[int, ...]
    """How often each scene was entered that a condition asks about or that reads anew ``again``."""
    taken: frozenset[str]
    """``scene/choice`` of the once-only choices taken."""
    stack: tuple[str, ...]
    """The scenes that detours come back to, the nearest last."""
    seed: int
    draws: int
    """How many draws of chance were made."""


class Entered(NamedTuple):
    """A scene that was entered, and the state once its effects had been applied."""

    scene: str
    state: State
    again: bool
    """It was not the first visit, and the scene has a text for that."""


class Turn(NamedTuple):
    """What a start or a choice led to: a state at rest, and the scenes entered on the way."""

    state: State
    entered: tuple[Entered, ...]
