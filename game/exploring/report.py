"""This is what a search found, as JSON values and as text to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from game.exploring.exploration import (
    Border,
    Coverage,
    Exploration,
    Fault,
    LeavesProof,
    LineProof,
    PropertyProof,
    Twins,
    Witness,
)
from game.exploring.wander import Wandering

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


def as_json(found: Exploration, wandering: Wandering | None = None) -> dict[str, Json]:
    """Give a finding in the shape that ``explore --json`` promises.

    A witness has ``steps``, ``choices`` and the ``seed`` to replay them with.
    """
    shape: dict[str, Json] = {
        "result": found.result,
        "states": found.states,
        "scenes": _coverage(found.scenes),
        "choices": _coverage(found.choices),
        "endings": {scene: _witness(way) for scene, way in found.endings.items()},
        "claims": _coverage(found.claims),
        "traps": [
            {"scene": trap.scene, **_witness(trap.witness), "kind": trap.kind.value}
            for trap in found.traps
        ],
        "faults": [_fault(each) for each in found.faults],
        "transitions": found.transitions,
        "stretches": _coverage(found.arms),
        "borders": [_border(each) for each in found.borders],
        "leaves": [_leaves(each) for each in found.leaves],
        "twins": [_twins(each) for each in found.twins],
        "lines": [_line(each) for each in found.lines],
        "properties": [_property(each) for each in found.properties],
    }
    if wandering is not None:
        shape["random"] = _wandering(wandering)
    return shape


def as_text(found: Exploration, wandering: Wandering | None = None) -> str:
    """Give a finding as lines to read; the last ones are what should be mended."""
    return "\n".join(_lines(found, wandering)) + "\n"


def _lines(found: Exploration, wandering: Wandering | None) -> Iterator[str]:
    yield _headline(found)
    yield ""
    for name, coverage in (
        ("Scenes", found.scenes),
        ("Choices", found.choices),
        ("Claims", found.claims),
        ("Stretches", found.arms),
    ):
        yield from _coverage_lines(name, coverage, complete=found.complete)
    yield ""
    yield "Endings, by the fewest choices"
    ways = sorted(found.endings.items(), key=lambda each: (each[1].steps, each[0]))
    for scene, way in ways:
        yield f"  {scene}: {way.steps}"
        yield f"    {_told(way)}"
    yield from _section("Borders", [_border_line(each) for each in found.borders])
    yield from _section("Off the record", [_leaves_line(each) for each in found.leaves])
    yield from _section("Lines", [_line_line(each) for each in found.lines])
    yield from _section("Properties", [_property_line(each) for each in found.properties])
    if wandering is not None:
        yield from _section("Random play", list(_wandering_lines(wandering)))
    yield ""
    if not found.faults:
        yield "Nothing to mend." if found.complete else "Nothing to mend so far."
    for fault in found.faults:
        yield from _fault_lines(fault)


def _headline(found: Exploration) -> str:
    size = f"{found.states:,} states, {found.transitions:,} transitions"
    if found.complete:
        return f"complete: every way was played ({size})."
    return (
        f"bounded at {found.states:,}: the search stopped there ({size}). "
        "What it has not reached may still be reachable."
    )


def _coverage_lines(name: str, coverage: Coverage, *, complete: bool) -> Iterator[str]:
    yield f"{name}: {coverage.reached:,} of {coverage.total:,} reached"
    verb = "never" if complete else "not yet"
    for missed in coverage.missed:
        yield f"  {verb}: {missed}"


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  {line}" for line in lines)


def _told(way: Witness) -> str:
    choices = " ".join(way.choices) or "at the start"
    if way.seed is None:
        return f"{choices} (no seed found)"
    return f"{choices} (seed {way.seed})" if way.seed else choices


def _border_line(border: Border) -> str:
    visits = tuple(f"visits of {name}" for name in border.visits)
    once = tuple(f"once {name}" for name in border.once)
    alive = ", ".join((*border.carried, *visits, *once)) or "nothing"
    same = f"; the same on every way there: {', '.join(border.settled)}" if border.settled else ""
    return f"{border.part}: {border.combinations:,} combinations of {alive}{same}"


def _leaves_line(proof: LeavesProof) -> str:
    until = f"'{proof.leaves.rejoins}' or an ending" if proof.leaves.rejoins else "an ending"
    most = "" if proof.most is None else f", {proof.most} at most"
    return f"{proof.choice}: within {proof.leaves.within} to {until}: {proof.verdict.value}{most}"


def _line_line(proof: LineProof) -> str:
    way = f"{proof.line}: {proof.witness.steps:,} choices to {proof.scene}"
    if proof.stopped is not None:
        return f"{way}, which is no ending"
    count = len(proof.contradictions)
    against = f"{count} times against its account" if count > 1 else "once against its account"
    return f"{way}, {against if count else 'none against its account'}"


def _property_line(proof: PropertyProof) -> str:
    way = f" by {_told(proof.witness)}" if proof.witness else ""
    return f"{proof.source}: {proof.verdict.value}{way}"


def _wandering_lines(wandering: Wandering) -> Iterator[str]:
    yield f"{wandering.plays:,} plays, {wandering.choices_taken:,} choices, seed {wandering.seed}"
    for scene, hits in wandering.endings.items():
        yield f"{scene}: {hits:,}"
    if wandering.unfinished:
        yield f"not finished: {wandering.unfinished:,}"


def _fault_lines(fault: Fault) -> Iterator[str]:
    yield str(fault.problem)
    if fault.witness is not None:
        yield f"    way: {_told(fault.witness)}"
    if fault.problem.hint:
        yield f"    {fault.problem.hint}"


def _coverage(coverage: Coverage) -> dict[str, Json]:
    return {
        "total": coverage.total,
        "reached": coverage.reached,
        "missed": list(coverage.missed),
    }


def _witness(way: Witness) -> dict[str, Json]:
    return {"steps": way.steps, "choices": list(way.choices), "seed": way.seed}


def _fault(fault: Fault) -> dict[str, Json]:
    problem = fault.problem
    return {
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
        "code": problem.code,
        "severity": problem.severity.value,
        "statement": problem.statement,
        "hint": problem.hint,
        "at": fault.at,
        "way": None if fault.witness is None else _witness(fault.witness),
    }


def _border(border: Border) -> dict[str, Json]:
    return {
        "part": border.part,
        "variables": list(border.variables),
        "visits": list(border.visits),
        "once": list(border.once),
        "settled": list(border.settled),
        "combinations": border.combinations,
    }


def _leaves(proof: LeavesProof) -> dict[str, Json]:
    return {
        "choice": proof.choice,
        "within": proof.leaves.within,
        "rejoins": proof.leaves.rejoins,
        "verdict": proof.verdict.value,
        "most": proof.most,
        "way": None if proof.witness is None else _witness(proof.witness),
    }


def _twins(twins: Twins) -> dict[str, Json]:
    return {"one": twins.one, "other": twins.other, "way": _witness(twins.witness)}


def _line(proof: LineProof) -> dict[str, Json]:
    return {
        "line": proof.line,
        "scene": proof.scene,
        "stopped": proof.stopped,
        "verdict": proof.verdict.value,
        "way": _witness(proof.witness),
        "contradictions": [
            {
                "at": each.at,
                "account": each.account,
                "question": each.question,
                "way": _witness(each.witness),
            }
            for each in proof.contradictions
        ],
    }


def _property(proof: PropertyProof) -> dict[str, Json]:
    return {
        "property": proof.source,
        "verdict": proof.verdict.value,
        "way": None if proof.witness is None else _witness(proof.witness),
    }


def _wandering(wandering: Wandering) -> dict[str, Json]:
    return {
        "seed": wandering.seed,
        "plays": wandering.plays,
        "choices_taken": wandering.choices_taken,
        "scenes": dict(wandering.scenes),
        "choices": dict(wandering.choices),
        "endings": dict(wandering.endings),
        "unfinished": wandering.unfinished,
    }
