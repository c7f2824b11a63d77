"""This is what can be wrong: with a story (a value) or with the machine (an exception).

Problem                     an author's fault: gathered, sorted, shown, never raised
GameError                   a fault of the machine or of a request: raised, shown in one line
├── StoryFaults             a story that cannot be played; carries its problems
└── (each part adds its own, next to what raises it)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from game.position import Position

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(Enum):
    """How much a problem matters: an error keeps a story from being played.

    Advice is what a writer may know and leave as it is: it is shown to those who ask for it.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a story, where it is, and what to try."""

    position: Position
    code: str
    """A letter for the family and two or three digits: ``Y011``, ``S101``, ``E204``."""
    severity: Severity
    statement: str
    """What is wrong, in one sentence without blame."""
    hint: str = ""
    """What to try next: a question or an act. Empty when there is nothing useful to say."""

    def __str__(self) -> str:
        """Give the form ``file:line:column: CODE statement``."""
        return f"{self.position}: {self.code} {self.statement}"

    @property
    def sort_key(self) -> tuple[Position, str, str]:
        """What problems are sorted by: place, then code, then words."""
        return (self.position, self.code, self.statement)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the problems sorted by place and without repetitions."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))


class GameError(Exception):
    """A fault that no story is to blame for. ``str`` gives one plain sentence, then what to try."""

    exit_code = 3
    """What the process ends with when nobody can recover: 3, the machine failed."""


class StoryFaults(GameError):
    """A story with errors was asked to be played."""

    exit_code = 1

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems so that a face can list them."""
        self.problems = problems
        super().__init__(
            f"The story has {len(problems)} fault{'s' if len(problems) != 1 else ''} "
            "and cannot be played. Run `otherside check` to see them."
        )
