"""This is a play that a writer tries out: choices, leaps and set values, step after step.

Every step can be taken again, so that the play follows its story when that is changed: the same
choices are taken, with what they lead to now. Where they no longer lead here, the place and the
state are kept all the same, and it is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from game.engine.replay import Play
from game.engine.rules import NotOffered, Rules
from game.engine.state import Entered, State, Turn
from game.model.prose import Line
from game.model.story import Story, Variable, VariableKind
from game.playing.writing.closed import Act
from game.playing.writing.given import value_written
from game.playing.writing.view import Done
from game.problem import GameError
from game.saving.mending import choice_today, name_today


class Kind(Enum):
    """What a step is."""

    START = "start"
    CHOICE = "choice"
    LEAP = "leap"
    """To a scene, whatever leads there."""
    SET = "set"
    KEPT = "kept"
    """Where the way here did not hold any more, and the place was kept."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step, and what it led to."""

    kind: Kind
    name: str
    """``scene/choice``, a scene, or a variable."""
    turn: Turn
    value: int = 0
    """For a set value: the number that the state holds."""


@dataclass(frozen=True, slots=True)
class Tryout:
    """A play being tried out. It never changes; each act gives the next."""

    rules: Rules
    steps: tuple[Step, ...]

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.steps[-1].turn.state

    @property
    def play(self) -> Play:
        """Give what a page is made from: the choices since the last leap."""
        last = max(n for n, step in enumerate(self.steps) if step.kind is not Kind.CHOICE)
        steps = self.steps[last:]
        turns = tuple(step.turn for step in steps)
        return Play(self.state.seed, turns, tuple(step.name for step in steps[1:]))

    @property
    def acts(self) -> tuple[Act, ...]:
        """Give all of it as what was done, for whoever asks since when something is so."""
        found: list[Act] = []
        number = 0
        for step in self.steps:
            chosen = step.kind is Kind.CHOICE
            number += chosen
            hand = step.name if step.kind is Kind.SET else ""
            name = step.name if chosen else ""
            found.append(Act(step.turn, name, number, hand, kept=step.kind is Kind.KEPT))
        return tuple(found)

    def choose(self, choice: str) -> Tryout:
        """Take a choice by its id. Raises what the engine raises."""
        return self._and(_chosen(self.rules, self.state, choice))

    def leap(self, scene: str) -> Tryout:
        """Go to a scene with the state as it is; its effects are applied."""
        return self._and(Step(Kind.LEAP, scene, self.rules.enter(self.state, scene)))

    def set(self, variable: str, value: int) -> Tryout:
        """Give a variable a value; the scene is read anew, not entered."""
        return self._and(_set(self.rules, self.state, self.steps[-1].turn, variable, value))

    def back_to(self, step: int) -> Tryout:
        """Go back to how it was after a step, counted from nought."""
        return replace(self, steps=self.steps[: max(step, 0) + 1])

    def done(self, number: int) -> Done:
        """Give a step as it is listed."""
        step = self.steps[number]
        text: Line = ()
        if step.kind is Kind.CHOICE:
            scene, _, local = step.name.rpartition("/")
            choice = self.rules.story.scenes[scene].choice(local)
            before = self.steps[number - 1].turn.state
            text = self.rules.line(choice.text, before) if choice else ()
        return Done(self._said(step), text, step.turn.state.scene)

    def _said(self, step: Step) -> str:
        match step.kind:
            case Kind.START:
                return "the beginning"
            case Kind.CHOICE:
                return step.name
            case Kind.LEAP:
                return f"to {step.name}"
            case Kind.SET:
                variable = self.rules.story.variables[step.name]
                return f"set {step.name} = {value_written(variable, step.value)}"
            case Kind.KEPT:
                return f"kept at {step.name} when the story changed"

    def _and(self, step: Step) -> Tryout:
        return replace(self, steps=(*self.steps, step))


def begun(rules: Rules, seed: int = 0) -> Tryout:
    """Begin at the story's first scene. Raises what the engine raises."""
    return Tryout(rules, (Step(Kind.START, "", rules.start(seed)),))


def walked(rules: Rules, seed: int, choices: Sequence[str]) -> Tryout:
    """Begin anew and take choices. Raises what the engine raises."""
    tried = begun(rules, seed)
    for choice in choices:
        tried = tried.choose(choice)
    return tried


def taken_again(tried: Tryout, rules: Rules) -> tuple[Tryout, tuple[str, ...]]:
    """Take every step again in a changed story; also give what the writer must be told.

    Raises what the engine raises where not even the story's first scene can be entered.
    """
    steps: list[Step] = []
    for step in tried.steps:
        trouble = ""
        try:
            again = _again(step, steps, rules)
        except NotOffered:
            again = None
        except GameError as fault:
            again, trouble = None, str(fault)
        if again is None or again.turn.state.scene != _today(rules.story, step):
            kept, told = _kept(tried, rules, tuple(steps))
            return kept, (trouble, *told) if trouble else told
        steps.append(again)
    return Tryout(rules, tuple(steps)), ()


def _today(story: Story, step: Step) -> str:
    return name_today(story.renames, step.turn.state.scene)


def _again(step: Step, before: Sequence[Step], rules: Rules) -> Step | None:
    """Take one step again; ``None`` where it cannot be taken any more."""
    story = rules.story
    if step.kind is Kind.CHOICE:
        return _chosen(rules, before[-1].turn.state, choice_today(story.renames, step.name))
    if step.kind is Kind.SET:
        known = story.variables.get(step.name)
        if known is None or not known.low <= step.value <= known.high:
            return None
        return _set(rules, before[-1].turn.state, before[-1].turn, step.name, step.value)
    return _placed(step, before, rules)


def _placed(step: Step, before: Sequence[Step], rules: Rules) -> Step | None:
    if step.kind is Kind.START:
        return Step(Kind.START, "", rules.start(step.turn.state.seed))
    scene = name_today(rules.story.renames, step.name)
    if step.kind is Kind.LEAP and scene in rules.story.scenes:
        return Step(Kind.LEAP, scene, rules.enter(before[-1].turn.state, scene))
    return None


def _chosen(rules: Rules, state: State, choice: str) -> Step:
    scene, _, local = choice.rpartition("/")
    if scene and scene != state.scene:
        raise NotOffered(choice, state.scene)
    return Step(Kind.CHOICE, f"{state.scene}/{local}", rules.choose(state, local))


def _set(rules: Rules, state: State, last: Turn, variable: str, value: int) -> Step:
    at = rules.places.variables[variable]
    values = (*state.values[:at], value, *state.values[at + 1 :])
    return Step(Kind.SET, variable, _read_anew(state._replace(values=values), last), value)


def _read_anew(state: State, last: Turn) -> Turn:
    """Give a turn in which the scene at rest is read in a state, and nothing is entered."""
    again = any(each.again for each in last.entered if each.scene == state.scene)
    return Turn(state, (Entered(state.scene, state, again),))


def _kept(tried: Tryout, rules: Rules, held: tuple[Step, ...]) -> tuple[Tryout, tuple[str, ...]]:
    """Keep the place and the state, or the nearest place before that is still there."""
    last = len(tried.steps) - 1
    for number in range(last, len(held) - 1, -1):
        step = tried.steps[number]
        scene = _today(rules.story, step)
        if _rests(rules.story, scene):
            state, told = carried(tried.rules, rules, step.turn.state)
            kept = Step(Kind.KEPT, scene, _read_anew(state, step.turn))
            said = _changed(tried, held) if number == last else _gone(tried, number, scene)
            return Tryout(rules, (*held, kept)), (said, *told)
    if not held:
        return begun(rules, tried.state.seed), ("Nothing of the way here is left.",)
    said = _gone(tried, len(held) - 1, held[-1].turn.state.scene)
    return Tryout(rules, held), (said,)


def _rests(story: Story, scene: str) -> bool:
    """Tell whether a scene is there to stand at: it has choices, or it is an ending."""
    found = story.scenes.get(scene)
    return found is not None and (bool(found.choices) or found.ending is not None)


def _changed(tried: Tryout, held: Sequence[Step]) -> str:
    step = tried.steps[len(held)]
    if step.kind is Kind.CHOICE:
        return f"'{step.name}' does not lead here any more; your place and your state are kept."
    return "The way here has changed; your place and your state are kept."


def _gone(tried: Tryout, number: int, scene: str) -> str:
    back = len(tried.steps) - 1 - number
    steps = "1 step" if back == 1 else f"{back} steps"
    return (
        f"'{tried.state.scene}' is gone; you are at '{scene}', the nearest place before it, "
        f"{steps} back."
    )


def carried(before: Rules, after: Rules, state: State) -> tuple[State, tuple[str, ...]]:
    """Carry a state over into a changed story; also give what did not fit."""
    old, new, renames = before.story, after.story, after.story.renames
    told: list[str] = []
    values = []
    for variable in new.variables.values():
        value, said = _value(old, before, state, variable)
        values.append(value)
        told += said
    counts = {
        name_today(renames, scene): state.visits[at] for scene, at in before.places.visits.items()
    }
    taken = frozenset(
        name for name in (choice_today(renames, each) for each in state.taken) if _is(new, name)
    )
    stack = tuple(name_today(renames, each) for each in state.stack)
    carried_over = State(
        name_today(renames, state.scene),
        tuple(values),
        tuple(counts.get(scene, 0) for scene in after.places.visits),
        taken,
        stack if all(each in new.scenes for each in stack) else (),
        state.seed,
        state.draws,
    )
    return carried_over, tuple(told)


def _value(
    old: Story, before: Rules, state: State, variable: Variable
) -> tuple[int, tuple[str, ...]]:
    name = variable.variable
    known = old.variables.get(name)
    if known is None:
        return variable.start, ()
    number = state.values[before.places.variables[name]]
    was = value_written(known, number)
    if known.kind is not variable.kind:
        found = None
    elif variable.kind is VariableKind.ONE_OF:
        found = variable.values.index(was) if was in variable.values else None
    else:
        found = number if variable.low <= number <= variable.high else None
    if found is not None:
        return found, ()
    start = value_written(variable, variable.start)
    return variable.start, (f"{name} was {was}, which it cannot be now: it is {start}.",)


def _is(story: Story, choice: str) -> bool:
    scene, _, local = choice.rpartition("/")
    return scene in story.scenes and story.scenes[scene].choice(local) is not None
