"""This is what a search found out about a story: values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from game.model.scene import Leaves
from game.model.story import Property
from game.problem import Problem


@dataclass(frozen=True, slots=True)
class Witness:
    """A play that anybody can take again: a seed, and choices as ``scene/choice``."""

    seed: int | None
    """A seed under which chance falls as needed; ``None`` when none was found among those tried."""
    choices: tuple[str, ...]

    @property
    def steps(self) -> int:
        """How many choices it takes."""
        return len(self.choices)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of something some play reaches."""

    total: int
    reached: int
    missed: tuple[str, ...]
    """Ids, in the order of the files; not yet met, when the search was bounded."""


class TrapKind(Enum):
    """How a play can be caught."""

    STUCK = "stuck"
    """No choice is open, and it is no ending."""
    ENDLESS = "endless"
    """There are choices for ever, and none of them leads to an ending."""
    UNSTOPPED = "unstopped"
    """Scenes follow one another by themselves for ever."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A place with no way to an ending, and the shortest way into it."""

    scene: str
    kind: TrapKind
    witness: Witness


class Verdict(Enum):
    """What is known of something that ought to hold on every way."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNDECIDED = "undecided"
    """The search was bounded before it was decided."""


@dataclass(frozen=True, slots=True)
class LeavesProof:
    """Whether a choice that leaves the record comes to an end in time."""

    choice: str
    leaves: Leaves
    verdict: Verdict
    witness: Witness | None = None
    """A way that takes too long."""
    most: int | None = None
    """How many choices it takes at most, where that is proved: what ``within`` could be."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Two choices of a scene that come to the same wherever both are open, and say the same."""

    one: str
    """``scene/choice``, the first in the file."""
    other: str
    witness: Witness
    """A way that takes the other one where both are open."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Something on a line that its own account tells otherwise, or denies."""

    at: str
    """``scene/choice``, or the scene of an ending."""
    account: str
    question: str
    witness: Witness
    """The line up to there."""


@dataclass(frozen=True, slots=True)
class LineProof:
    """Whether a line comes to an ending, and does nothing that its accounts contradict."""

    line: str
    witness: Witness
    scene: str
    """Where it ends, or stops."""
    stopped: str | None
    """What keeps it from an ending."""
    contradictions: tuple[Contradiction, ...]

    @property
    def verdict(self) -> Verdict:
        """A line is one play, so it is always decided."""
        is_kept = self.stopped is None and not self.contradictions
        return Verdict.PROVED if is_kept else Verdict.REFUTED


@dataclass(frozen=True, slots=True)
class PropertyProof:
    """Whether a property of ``prove:`` holds."""

    asked: Property
    verdict: Verdict
    witness: Witness | None = None
    """A way that refutes it, or for ``reachable`` the way there."""

    @property
    def source(self) -> str:
        """The property as it is written."""
        before = f" before {self.asked.before.source}" if self.asked.before else ""
        return f"{self.asked.kind.value}: {self.asked.condition.source}{before}"


@dataclass(frozen=True, slots=True)
class Border:
    """What is remembered as a part begins, come to from another part."""

    part: str
    variables: tuple[str, ...]
    visits: tuple[str, ...]
    once: tuple[str, ...]
    settled: tuple[str, ...]
    """Variables among them that have one value on every way there, and so carry nothing over."""
    combinations: int
    """How many combinations of all these are reachable."""

    @property
    def carried(self) -> tuple[str, ...]:
        """The variables that differ from one way to another: those that the limit counts."""
        return tuple(name for name in self.variables if name not in self.settled)


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem that was found by playing, with the shortest way to it."""

    problem: Problem
    at: str
    """The id it is about: a scene, ``scene/choice``, ``question/claim`` or a part."""
    witness: Witness | None = None


@dataclass(frozen=True, slots=True)
class Exploration:
    """Everything a search found out."""

    complete: bool
    """Every way was played. When not, nothing is said about what was not reached."""
    states: int
    """Different states; two whose futures cannot differ are one."""
    transitions: int
    """Ways from one state to another."""
    scenes: Coverage
    choices: Coverage
    claims: Coverage
    arms: Coverage
    """Ways that conditional stretches can read, as ``scene/text/stretch/arm``."""
    endings: Mapping[str, Witness]
    """The shortest way to each ending reached."""
    ways: Mapping[str, Witness]
    """The shortest way to each scene (``scene``), choice (``scene/choice``) met."""
    claim_ways: Mapping[str, Witness]
    """The shortest way to each claim (``question/claim``) met."""
    traps: tuple[Trap, ...]
    borders: tuple[Border, ...]
    leaves: tuple[LeavesProof, ...]
    twins: tuple[Twins, ...]
    """False choices; none is known while the search is bounded."""
    lines: tuple[LineProof, ...]
    properties: tuple[PropertyProof, ...]
    faults: tuple[Fault, ...]
    """Sorted by place; what the story waives is left out."""

    @property
    def result(self) -> str:
        """``complete`` or ``bounded``."""
        return "complete" if self.complete else "bounded"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The faults as problems, for whoever prints those."""
        return tuple(fault.problem for fault in self.faults)
