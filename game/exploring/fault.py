"""This is what a search has to say against a story, each with the shortest way to see it.

X101 scene, X102 choice, X103 ending, X104 claim, X105 arm of a stretch that no play meets;
X201 stuck, X202 endless, X203 scenes without a stop, X204 a return from nowhere;
X301 out of range, X302 a remainder by nought; X401 off the record too long;
X501 too much alive at a border, X502 too many combinations, X503 counters that cross it;
X601 a property refuted; X701 a false choice; X801 a line that its account contradicts, X802 one
without an ending.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from game.exploring.coverage import Arm
from game.exploring.exploration import (
    Border,
    Exploration,
    Fault,
    LeavesProof,
    LineProof,
    PropertyProof,
    Trap,
    TrapKind,
    Twins,
    Verdict,
    Witness,
)
from game.exploring.note import Broken
from game.model.expression import Effect
from game.model.scene import Choice
from game.model.story import Story, VariableKind
from game.position import NOWHERE, Position
from game.problem import Problem, Severity

MOST_ALIVE = 8
MOST_COMBINATIONS = 5_000
MOST_COUNTERS = 1
WIDEST_COUNTER = 4


def faults(
    story: Story,
    found: Exploration,
    arms: Mapping[str, Arm],
    broken: tuple[tuple[Broken, Witness], ...],
) -> tuple[Fault, ...]:
    """Give the faults in a finding, sorted by place, without those that the story waives."""
    every = chain(
        _unmet(story, found, arms) if found.complete else (),
        (_trap(story, each) for each in found.traps),
        (_broken(story, each, way) for each, way in broken if each.kind != "endless"),
        (_late(story, each) for each in found.leaves if each.verdict is Verdict.REFUTED),
        chain.from_iterable(_wide(story, each) for each in found.borders),
        (_refuted(each) for each in found.properties if each.verdict is Verdict.REFUTED),
        (_false(story, each) for each in found.twins),
        chain.from_iterable(_crooked(story, each) for each in found.lines),
    )
    kept = [fault for fault in every if not _is_waived(story, fault)]
    return tuple(sorted(kept, key=lambda fault: fault.problem.sort_key))


def _is_waived(story: Story, fault: Fault) -> bool:
    around = fault.at.split("/", 1)[0]
    return any(
        waiver.code == fault.problem.code and waiver.at in {fault.at, around}
        for waiver in story.waivers
    )


def _warning(position: Position, code: str, statement: str, hint: str) -> Problem:
    return Problem(position, code, Severity.WARNING, statement, hint)


def _error(position: Position, code: str, statement: str, hint: str) -> Problem:
    return Problem(position, code, Severity.ERROR, statement, hint)


def _unmet(story: Story, found: Exploration, arms: Mapping[str, Arm]) -> Iterator[Fault]:
    scenes = frozenset(found.scenes.missed)
    yield from (_unmet_scene(story, name) for name in found.scenes.missed)
    for name in found.choices.missed:
        # A choice of a scene that is not met has been said already.
        if name.partition("/")[0] not in scenes:
            yield _unmet_choice(story, name)
    yield from (_unmet_claim(story, name) for name in found.claims.missed)
    for name in found.arms.missed:
        if name.partition("/")[0] not in scenes:
            yield _unmet_arm(arms[name])


def _unmet_scene(story: Story, name: str) -> Fault:
    scene = story.scenes[name]
    code, what = ("X103", "The ending") if scene.ending else ("X101", "The scene")
    statement = f"{what} '{name}' is met on no way through the story."
    hint = "Does something lead to it whose condition can hold?"
    return Fault(_warning(scene.position, code, statement, hint), name)


def _unmet_choice(story: Story, name: str) -> Fault:
    choice = _choice(story, name)
    told = f": '{choice.condition.source}'" if choice.condition else ""
    statement = f"The choice '{name}' is never open, on no way through the story{told}."
    hint = "Can its condition hold when its scene is met? What would have to come first?"
    return Fault(_warning(choice.position, "X102", statement, hint), name)


def _unmet_claim(story: Story, name: str) -> Fault:
    question, _, claim = name.partition("/")
    position = story.questions[question].claims[claim].position
    statement = f"The claim '{name}' is neither enacted nor shown on any way through the story."
    hint = f"Mark it in prose, [words](claim:{name}), or let a choice's record name it."
    return Fault(_warning(position, "X104", statement, hint), name)


def _unmet_arm(arm: Arm) -> Fault:
    at = arm.name.rsplit("/", 3)[0]
    statement = f"The words '{arm.words}' of a conditional stretch in '{at}' are never shown."
    hint = "Can its condition hold here, when those before it do not?"
    return Fault(_warning(arm.position, "X105", statement, hint), at)


_TRAPS: Mapping[TrapKind, tuple[str, str, str]] = {
    TrapKind.STUCK: (
        "X201",
        "A play can be stuck in '{}': no choice is open there and it is no ending.",
        "Add a choice without a condition, or make one of the conditions wider.",
    ),
    TrapKind.ENDLESS: (
        "X202",
        "A play that comes to '{}' in this way can never end.",
        "Open a way from here to an ending.",
    ),
    TrapKind.UNSTOPPED: (
        "X203",
        "From '{}' on scenes follow one another for ever, with no choice between.",
        "Give one of them choices or an ending.",
    ),
}


def _trap(story: Story, trap: Trap) -> Fault:
    code, statement, hint = _TRAPS[trap.kind]
    position = story.scenes[trap.scene].position
    problem = _error(position, code, statement.format(trap.scene), hint)
    return Fault(problem, trap.scene, trap.witness)


def _broken(story: Story, broken: Broken, witness: Witness) -> Fault:
    position = broken.at.position if broken.at else NOWHERE
    if position == NOWHERE:
        position = story.scenes[broken.scene].position
    source = broken.at.source if broken.at else ""
    if broken.kind == "range" and isinstance(broken.at, Effect):
        variable = story.variables[broken.at.variable]
        statement = (
            f"'{source}' can make '{variable.variable}' {broken.value}, "
            f"outside {variable.low} to {variable.high}."
        )
        hint = "Widen the range, or let a condition stop the choice that leads there."
        problem = _error(position, "X301", statement, hint)
    elif broken.kind == "nought":
        hint = "Make sure that what stands behind % cannot be nought here."
        problem = _error(position, "X302", f"'{source}' can divide by nought.", hint)
    else:
        statement = f"'{broken.scene}' returns, but can be met on a way that is no detour."
        hint = "Lead there by `detour:` only, or give it `then:` in place of `return:`."
        problem = _error(position, "X204", statement, hint)
    return Fault(problem, broken.scene, witness)


def _late(story: Story, proof: LeavesProof) -> Fault:
    choice = _choice(story, proof.choice)
    until = f"'{proof.leaves.rejoins}' or an ending" if proof.leaves.rejoins else "an ending"
    statement = (
        f"The choice '{proof.choice}' leaves the record and a play can go on for more than "
        f"{proof.leaves.within} choices without coming to {until}."
    )
    hint = "Shorten the way back, or raise `within:`."
    position = _known(proof.leaves.position, choice.position)
    return Fault(_error(position, "X401", statement, hint), proof.choice, proof.witness)


def _wide(story: Story, border: Border) -> Iterator[Fault]:
    position = story.parts[border.part].position if border.part in story.parts else NOWHERE
    say: Callable[[str, str, str], Fault] = lambda code, statement, hint: Fault(  # noqa: E731
        _warning(position, code, statement, hint), border.part
    )
    if len(border.carried) > MOST_ALIVE:
        yield say(
            "X501",
            f"{len(border.carried)} variables may still be read as part '{border.part}' begins, "
            f"more than {MOST_ALIVE}: {', '.join(border.carried)}.",
            "Fold some into one that keeps only what matters later.",
        )
    if border.combinations > MOST_COMBINATIONS:
        yield say(
            "X502",
            f"{border.combinations:,} combinations of what may still be read are reachable as part "
            f"'{border.part}' begins, more than {MOST_COMBINATIONS:,}.",
            "Let the part before it end in fewer states.",
        )
    known = [story.variables[name] for name in border.carried]
    counters = [each for each in known if each.kind is VariableKind.WHOLE]
    far = any(each.high - each.low > WIDEST_COUNTER for each in counters)
    if len(counters) > MOST_COUNTERS or far:
        names = ", ".join(f"{each.variable} ({each.low} to {each.high})" for each in counters)
        yield say(
            "X503",
            f"Counters cross into part '{border.part}': {names}. One may, with a range up to "
            f"{WIDEST_COUNTER}.",
            "Turn what was counted into a yes or no, or one of a few values, before the part ends.",
        )


def _refuted(proof: PropertyProof) -> Fault:
    position = _known(proof.asked.position, proof.asked.condition.position)
    how = "no way leads there" if proof.witness is None else "there is a way to the contrary"
    statement = f"'{proof.source}' does not hold: {how}."
    hint = "Mend the story, or what is to be proved."
    return Fault(_error(position, "X601", statement, hint), proof.source, proof.witness)


def _false(story: Story, twins: Twins) -> Fault:
    statement = (
        f"The choices '{twins.one}' and '{twins.other}' come to the same wherever both are open: "
        "one scene, one record, and equal in all that is read later."
    )
    hint = (
        "What follows from the one and not from the other? Let a later scene show it, or cut one."
    )
    problem = _error(_choice(story, twins.other).position, "X701", statement, hint)
    return Fault(problem, twins.other, twins.witness)


def _crooked(story: Story, proof: LineProof) -> Iterator[Fault]:
    for each in proof.contradictions:
        scene = story.scenes[each.at.partition("/")[0]]
        ending = scene.ending.position if scene.ending else NOWHERE
        position = ending if each.at == scene.scene else _choice(story, each.at).position
        what = "ends in" if each.at == scene.scene else "takes"
        statement = (
            f"The line '{proof.line}' {what} '{each.at}', which answers '{each.question}' against "
            f"what '{each.account}' has of it."
        )
        hint = "Give the line a choice that its account tells, or that it says nothing of."
        yield Fault(_error(position, "X801", statement, hint), each.at, each.witness)
    if proof.stopped is not None:
        statement = f"The line '{proof.line}' comes to no ending. {proof.stopped}"
        hint = "Give the scene where it stops a choice that its account leaves room for."
        problem = _error(story.lines[proof.line].position, "X802", statement, hint)
        yield Fault(problem, proof.scene, proof.witness)


def _known(position: Position, otherwise: Position) -> Position:
    return otherwise if position == NOWHERE else position


def _choice(story: Story, name: str) -> Choice:
    scene, _, local = name.rpartition("/")
    return next(each for each in story.scenes[scene].choices if each.choice == local)
