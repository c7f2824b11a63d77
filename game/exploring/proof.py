"""This is what is proved of every play: that it can end, and comes back to the record in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.exploring.course import Course
from game.exploring.edge import Edge, Exits
from game.exploring.exploration import LeavesProof, Trap, TrapKind, Verdict
from game.exploring.sweep import Sweep
from game.exploring.witness import Tracer
from game.model.scene import Leaves


def traps(course: Course, swept: Sweep, tracer: Tracer) -> Iterator[Trap]:
    """Give the traps: one for each scene where a play is stuck, one for each endless region."""
    scenes: set[str] = set()
    for state in swept.stuck:
        scene = course.scene(state)
        if scene not in scenes:
            scenes.add(scene)
            yield Trap(scene, TrapKind.STUCK, tracer.to_state(state))
    for state in _endless(course, swept):
        yield Trap(course.scene(state), TrapKind.ENDLESS, tracer.to_state(state))
    for broken, clue in course.notes.broken.values():
        if broken.kind == "endless":
            yield Trap(broken.scene, TrapKind.UNSTOPPED, tracer.to_clue(clue))


def leaves_proofs(course: Course, swept: Sweep, tracer: Tracer) -> Iterator[LeavesProof]:
    """Prove or refute ``within`` for every choice that leaves the record."""
    leaving = {
        edge.name: edge.choice.leaves
        for quick in course.edges
        for *_, edge in quick
        if edge.choice.leaves is not None
    }
    if not leaving:
        return
    departures = _departures(course, swept)
    for name, leaves in leaving.items():
        yield _leaves_proof(_Departure(course, tracer, name, leaves), departures[name], swept)


def _endless(course: Course, swept: Sweep) -> Iterator[int]:
    """Give the first state of each region that no ending, and no stuck state, can be come to from.

    One pass from the last state found to the first settles nearly all; the rest by turning the
    ways between them round.
    """
    if not swept.complete:
        return
    width, ends = course.layout.width, course.ends
    settled = {state for state in swept.parents if ends[state >> width]}
    settled.update(swept.stuck)
    open_ = [
        state
        for state in reversed(swept.parents)
        if state not in settled and not _settles(course, state, settled)
    ]
    if not open_:
        return
    backward: dict[int, list[int]] = {}
    waiting: list[int] = []
    for state in open_:
        for _, _, after in course.onward(state):
            (waiting if after in settled else backward.setdefault(after, [])).append(state)
    for state in waiting:
        if state not in settled:
            settled.add(state)
            waiting.extend(backward.get(state, ()))
    yield from _regions(course, [state for state in reversed(open_) if state not in settled])


def _settles(course: Course, state: int, settled: set[int]) -> bool:
    nexts = [after for _, _, after in course.onward(state)]
    # Where every way on breaks a rule of the engine the play stops: another finding says so.
    if nexts and not any(after in settled for after in nexts):
        return False
    settled.add(state)
    return True


def _regions(course: Course, doomed: list[int]) -> Iterator[int]:
    told: set[int] = set()
    for state in doomed:
        if state in told:
            continue
        yield state
        told.add(state)
        waiting = [state]
        for each in waiting:
            for _, _, after in course.onward(each):
                if after not in told:
                    told.add(after)
                    waiting.append(after)


def _departures(course: Course, swept: Sweep) -> dict[str, list[tuple[int, Edge]]]:
    """Give, for each choice that leaves the record, the states in which it stands."""
    leaving = {
        number: [edge for *_, edge in quick if edge.choice.leaves is not None]
        for number, quick in enumerate(course.edges)
    }
    found: dict[str, list[tuple[int, Edge]]] = {
        edge.name: [] for edges in leaving.values() for edge in edges
    }
    for state in swept.parents:
        for edge in leaving[state >> course.layout.width]:
            found[edge.name].append((state, edge))
    return found


@dataclass(frozen=True, slots=True)
class _Departure:
    course: Course
    tracer: Tracer
    name: str
    leaves: Leaves

    def is_over(self, touched: frozenset[str], state: int) -> bool:
        """Tell whether a play that came to a state is at an end, or back on the record."""
        at_end = self.course.ends[state >> self.course.layout.width]
        return at_end or self.leaves.rejoins in touched


@dataclass(frozen=True, slots=True)
class _Step:
    """How a play off the record came to a state."""

    parent: int
    name: str
    exits: Exits


def _leaves_proof(
    departure: _Departure, states: list[tuple[int, Edge]], swept: Sweep
) -> LeavesProof:
    """Follow all plays off the record at once, choice by choice, until all are over or time is."""
    layers: list[dict[int, _Step]] = [{}]
    for state, edge in states:
        for taken, way, after in departure.course.onward(state):
            if taken is edge and not departure.is_over(way.touched, after):
                layers[0].setdefault(after, _Step(state, edge.name, way.exits))
    while layers[-1]:
        late = _late(departure, layers)
        if late is not None:
            return _refuted(departure, layers, late)
        layers.append(_next_layer(departure, layers[-1]))
    if not swept.complete:
        return LeavesProof(departure.name, departure.leaves, Verdict.UNDECIDED)
    most = len(layers) - 1
    return LeavesProof(departure.name, departure.leaves, Verdict.PROVED, most=most)


def _late(departure: _Departure, layers: list[dict[int, _Step]]) -> int | None:
    """Give a state that has run out of choices: of those allowed, or of those offered."""
    if len(layers) > departure.leaves.within:
        return next(iter(layers[-1]))
    return next((state for state in layers[-1] if _is_stuck(departure.course, state)), None)


def _is_stuck(course: Course, state: int) -> bool:
    return next(course.onward(state), None) is None


def _next_layer(departure: _Departure, layer: dict[int, _Step]) -> dict[int, _Step]:
    following: dict[int, _Step] = {}
    for state in layer:
        for edge, way, after in departure.course.onward(state):
            if not departure.is_over(way.touched, after):
                following.setdefault(after, _Step(state, edge.name, way.exits))
    return following


def _refuted(departure: _Departure, layers: list[dict[int, _Step]], state: int) -> LeavesProof:
    steps: list[tuple[str, Exits]] = []
    for layer in reversed(layers):
        step = layer[state]
        steps.append((step.name, step.exits))
        state = step.parent
    witness = departure.tracer.to_state(state, reversed(steps))
    return LeavesProof(departure.name, departure.leaves, Verdict.REFUTED, witness)
