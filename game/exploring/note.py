"""This is what a search notes on its way: what was met, what the engine would refuse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from game.exploring.coverage import Met
from game.exploring.edge import Clue
from game.model.expression import Condition, Effect


class Broken(NamedTuple):
    """Something the engine would refuse."""

    kind: Literal["range", "nought", "return", "endless"]
    scene: str
    at: Effect | Condition | None
    value: int = 0
    """For a range: what the variable would have become."""

    @property
    def key(self) -> tuple[str, str, int]:
        """What makes two of them the same fault: the values may differ."""
        return (self.kind, self.scene, id(self.at))


@dataclass(slots=True)
class Notes:
    """Each thing with how it first happened."""

    met: dict[Met, Clue] = field(default_factory=dict)
    broken: dict[tuple[str, str, int], tuple[Broken, Clue]] = field(default_factory=dict)
    cut: bool = False
    """Some way was not followed to its end: detours too deep, or scenes without end."""

    def meet(self, met: Iterable[Met], clue: Clue) -> None:
        """Note what was met."""
        for each in met:
            self.met.setdefault(each, clue)

    def refuse(self, broken: Broken, clue: Clue) -> None:
        """Note what the engine would refuse."""
        self.broken.setdefault(broken.key, (broken, clue))


@dataclass(frozen=True, slots=True)
class TroubleAt:
    """Notes the conditions of prose that divide by nought."""

    notes: Notes
    scene: str
    clue: Clue

    def __call__(self, condition: Condition) -> None:
        """Note one."""
        self.notes.refuse(Broken("nought", self.scene, condition), self.clue)
