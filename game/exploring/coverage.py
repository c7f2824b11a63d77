"""This is what one state meets: words shown, claims marked in them, arms of stretches taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from game.engine.evaluate import DividedByNought, Meaning, Numbers, Places, meaning
from game.exploring.reading import fixed, stretches
from game.model.expression import Condition
from game.model.prose import MarkKind, Piece, Prose
from game.model.scene import Enacts, Entry
from game.position import NOWHERE, Position


class Met(NamedTuple):
    """Something that a play can meet."""

    kind: Literal["scene", "choice", "claim", "arm"]
    name: str
    """An id; for an arm ``scene/text/stretch/arm``, the last two counted from one."""


Trouble: TypeAlias = Callable[[Condition], None]
"""Told of a condition that divides by nought."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One way a conditional stretch can read."""

    name: str
    position: Position
    words: str
    """How it begins, for a message."""


@dataclass(frozen=True, slots=True)
class _ReadyArm:
    condition: Condition | None
    test: Meaning | None
    met: tuple[Met, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """Prose made ready to say what it shows in a state."""

    always: tuple[Met, ...]
    stretches: tuple[tuple[_ReadyArm, ...], ...]

    @property
    def shows(self) -> bool:
        """Whether anything can be met in it at all."""
        return bool(self.always or self.stretches)

    def met(self, values: Numbers, visits: Numbers, trouble: Trouble) -> Iterator[Met]:
        """Give the claims shown and the arms taken."""
        yield from self.always
        for arms in self.stretches:
            for arm in arms:
                if _holds(arm, values, visits, trouble):
                    yield from arm.met
                    break


def covered(prose: Prose, where: str, places: Places, *, claims: bool) -> Covered:
    """Make prose ready; ``claims`` says whether the claims marked in it count as met."""
    ready = tuple(
        tuple(
            _ReadyArm(
                arm.condition,
                None if arm.condition is None else meaning(arm.condition.test, places),
                (
                    Met("arm", f"{where}/{number}/{place}"),
                    *(_marked(arm.pieces) if claims else ()),
                ),
            )
            for place, arm in enumerate(stretch.arms, start=1)
        )
        for number, stretch in enumerate(stretches(prose), start=1)
    )
    return Covered(tuple(_marked(fixed(prose))) if claims else (), ready)


def arms(prose: Prose, where: str) -> Iterator[Arm]:
    """Give every arm of every stretch in prose."""
    for number, stretch in enumerate(stretches(prose), start=1):
        for place, arm in enumerate(stretch.arms, start=1):
            told = arm.condition.position if arm.condition else NOWHERE
            yield Arm(
                f"{where}/{number}/{place}",
                prose.position if told == NOWHERE else told,
                _beginning(arm.pieces),
            )


def enacted(record: Iterable[Entry]) -> Iterator[Met]:
    """Give the claims that a choice or an ending enacts."""
    for entry in record:
        if isinstance(entry, Enacts) and entry.claim is not None:
            yield Met("claim", f"{entry.question}/{entry.claim}")


def _holds(arm: _ReadyArm, values: Numbers, visits: Numbers, trouble: Trouble) -> bool:
    if arm.test is None or arm.condition is None:
        return True
    try:
        return bool(arm.test(values, visits))
    except DividedByNought:
        trouble(arm.condition)
        return False


def _marked(pieces: Iterable[Piece]) -> Iterator[Met]:
    for piece in pieces:
        if piece.mark is not None and piece.mark.kind is MarkKind.CLAIM:
            yield Met("claim", piece.mark.target)


def _beginning(pieces: tuple[Piece, ...]) -> str:
    words = "".join(getattr(piece, "text", "…") for piece in pieces).strip()
    return words if len(words) <= 40 else words[:39].rstrip() + "…"  # noqa: PLR2004 - of a line
