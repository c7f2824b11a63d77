"""This is why a choice is closed: which part of its condition fails, on what, and since when.

Read off the play: nothing is searched for here, and nothing changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.engine.evaluate import DividedByNought, meaning
from game.engine.replay import Play
from game.engine.rules import Rules
from game.engine.state import State, Turn
from game.model.expression import Every, Expression, Read, Times, Visited
from game.model.scene import Choice
from game.model.walk import leaves
from game.playing.writing.given import value_written
from game.playing.writing.written import written
from game.position import Position


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was done, and what it led to."""

    turn: Turn
    choice: str = ""
    """``scene/choice``; empty for the start, and for what a writer does."""
    number: int = 0
    """Which choice of the play it was, counted from one; else how many there were before."""
    hand: str = ""
    """The variable that a writer set by hand; the scene was then read anew, not entered."""
    kept: bool = False
    """The story was changed here, and the state taken over as it was."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a condition hangs on, how it is now and what made it so."""

    says: str
    """``watched is 3``, ``'line.fog' was not entered``."""
    since: str
    """``by choice 4, 'line.fog/back': watched += 1``; empty where nothing did."""


@dataclass(frozen=True, slots=True)
class Failing:
    """One part of a condition that does not hold."""

    source: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """A choice that is closed, and why."""

    choice: str
    """``scene/choice``."""
    condition: str
    """The condition as it is written; empty where only ``once`` closes the choice."""
    position: Position
    """Where the condition stands, or the choice."""
    spent: str = ""
    """Where it can be taken once only and was: since when."""
    failing: tuple[Failing, ...] = ()

    @property
    def short(self) -> str:
        """Say why in a few words."""
        parts = [each.source for each in self.failing]
        return ", ".join(["taken once", *parts] if self.spent else parts)


def closed_choices(rules: Rules, acts: Sequence[Act]) -> tuple[Closed, ...]:
    """Give every choice of the scene that is closed where the acts have led."""
    state = acts[-1].turn.state
    return tuple(why_closed(rules, acts, choice) for choice in rules.closed(state))


def why_closed(rules: Rules, acts: Sequence[Act], choice: Choice) -> Closed:
    """Say why one choice of the scene is closed where the acts have led."""
    state = acts[-1].turn.state
    name = f"{state.scene}/{choice.choice}"
    condition = choice.condition
    failing: tuple[Failing, ...] = ()
    if condition is not None:
        failing = tuple(
            Failing(written(part), tuple(_grounds(rules, acts, part)))
            for part in _failing(rules, condition.test, state)
        )
    return Closed(
        name,
        condition.source if condition else "",
        condition.position if condition else choice.position,
        _taken(acts, name) if choice.once and name in state.taken else "",
        failing,
    )


def acts_of(play: Play) -> tuple[Act, ...]:
    """Give a play as acts."""
    names = ("", *play.choices)
    return tuple(
        Act(turn, name, number=number)
        for number, (turn, name) in enumerate(zip(play.turns, names, strict=True))
    )


def since(rules: Rules, acts: Sequence[Act], variable: str) -> str:
    """Say which act gave a variable its present value; nothing where it is as it starts."""
    for act in reversed(acts):
        if act.kept:
            return "from before the story was changed"
        if act.hand == variable:
            return "set by you"
        said = "" if act.hand else _made(rules, act, variable)
        if said:
            return said
    return ""


def _made(rules: Rules, act: Act, variable: str) -> str:
    """Say what in an act gave a variable its value, the last of it first."""
    for entered in reversed(act.turn.entered):
        for effect in reversed(rules.story.scenes[entered.scene].effects):
            if effect.variable == variable:
                return f"by entering '{entered.scene}'{_after(act)}: {effect.source}"
    for effect in reversed(_choice(rules, act).effects if act.choice else ()):
        if effect.variable == variable:
            return f"{_by(act)}: {effect.source}"
    return ""


def _failing(rules: Rules, test: Expression, state: State) -> Iterator[Expression]:
    if isinstance(test, Every):
        for operand in test.operands:
            yield from _failing(rules, operand, state)
    elif not _holds(rules, test, state):
        yield test


def _holds(rules: Rules, test: Expression, state: State) -> bool:
    try:
        return bool(meaning(test, rules.places)(state.values, state.visits))
    except DividedByNought:
        return False


def _grounds(rules: Rules, acts: Sequence[Act], part: Expression) -> Iterator[Ground]:
    state = acts[-1].turn.state
    for leaf in dict.fromkeys(leaves(part)):
        match leaf:
            case Read(name):
                variable = rules.story.variables[name]
                value = value_written(variable, state.values[rules.places.variables[name]])
                yield Ground(f"{name} is {value}", since(rules, acts, name) or "as it starts")
            case Times(scene) | Visited(scene):
                yield _visits(scene, state.visits[rules.places.visits[scene]], acts)
            case _:
                continue


def _visits(scene: str, count: int, acts: Sequence[Act]) -> Ground:
    if not count:
        return Ground(f"'{scene}' was not entered", "")
    times = {1: "once", 2: "twice"}.get(count, f"{count} times")
    first = next((a for a in acts if any(e.scene == scene for e in a.turn.entered)), None)
    return Ground(f"'{scene}' was entered {times}", f"first {_at(first)}" if first else "")


def _taken(acts: Sequence[Act], name: str) -> str:
    act = next((each for each in acts if each.choice == name), None)
    return _by(act) if act is not None else "before this play"


def _choice(rules: Rules, act: Act) -> Choice:
    scene, _, name = act.choice.rpartition("/")
    choice = rules.story.scenes[scene].choice(name)
    assert choice is not None  # noqa: S101 - it was taken in this story
    return choice


def _by(act: Act) -> str:
    return f"by choice {act.number}, '{act.choice}'"


def _after(act: Act) -> str:
    return f" after choice {act.number}, '{act.choice}'" if act.choice else ""


def _at(act: Act) -> str:
    return f"after choice {act.number}, '{act.choice}'" if act.choice else "at the start"
