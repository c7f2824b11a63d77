"""This is a story made ready to play: ``start``, ``offers`` and ``choose``.

Entering a scene counts the visit and applies its effects; then text and offers read the result.
A scene with ``then``, a chance or ``return`` goes on by itself, so a state rests only at choices or
at an ending. Coming back from a detour is no entry: nothing is counted, changed or told again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from game.engine.chance import pick
from game.engine.evaluate import Meaning, Numbers, Places, meaning
from game.engine.state import Entered, State, Turn
from game.engine.text import Reading, reading
from game.model.expression import Condition, Effect, Expression
from game.model.prose import Beats, Line, Prose
from game.model.scene import Choice, Scene
from game.model.story import Story, Variable
from game.model.survey import survey
from game.model.walk import named_scenes
from game.problem import GameError

Picker: TypeAlias = Callable[[int, int, tuple[int, ...]], int]
"""From seed, number of the draw and weights to the index of the exit taken."""

MOST_BY_ITSELF = 200
"""How many scenes may follow one another without a choice before the engine gives up."""


class NotOffered(GameError):
    """A choice was made that is not on offer."""

    exit_code = 2

    def __init__(self, choice: str, scene: str, turn: int | None = None) -> None:
        """Say which choice, where, and at which turn of a replay if it was one."""
        self.choice = choice
        self.scene = scene
        self.turn = turn
        when = "" if turn is None else f" as choice {turn}"
        super().__init__(f"'{choice}' is not on offer in '{scene}'{when}.")


class OutOfRange(GameError):
    """A story gave a variable a value outside its range."""

    exit_code = 1

    def __init__(self, variable: Variable, value: int, effect: Effect) -> None:
        """Name the variable, the value and the effect that gave it."""
        self.variable = variable.variable
        self.value = value
        super().__init__(
            f"{effect.position}: '{effect.source}' makes '{variable.variable}' {value}, outside "
            f"{variable.low} to {variable.high}. Run `otherside explore` for the way there."
        )


class EndlessScenes(GameError):
    """Scenes followed one another without a choice and without an end."""

    exit_code = 1

    def __init__(self, scene: str) -> None:
        """Name the scene at which the engine gave up."""
        super().__init__(
            f"The scenes around '{scene}' lead into one another with no choice between. "
            "Run `otherside check` to see the loop."
        )


class NowhereToReturn(GameError):
    """A scene returns although no detour led to it."""

    exit_code = 1

    def __init__(self, scene: str) -> None:
        """Name the scene."""
        super().__init__(f"'{scene}' returns, but no detour led there. Reach it by `detour:`.")


@dataclass(frozen=True, slots=True)
class _Change:
    effect: Effect
    index: int
    variable: Variable
    value: Meaning

    def apply(self, values: Numbers, visits: Numbers) -> Numbers:
        result = int(self.value(values, visits))
        match self.effect.operator:
            case "+=":
                result = values[self.index] + result
            case "-=":
                result = values[self.index] - result
            case "=":
                pass
        if not self.variable.low <= result <= self.variable.high:
            raise OutOfRange(self.variable, result, self.effect)
        return (*values[: self.index], result, *values[self.index + 1 :])


@dataclass(frozen=True, slots=True)
class _Option:
    choice: Choice
    key: str
    condition: Meaning | None
    changes: tuple[_Change, ...]


@dataclass(frozen=True, slots=True)
class _Stop:
    """A scene made ready."""

    scene: Scene
    counted: int
    """Where its visits are kept, or -1 where nobody asks."""
    changes: tuple[_Change, ...]
    options: tuple[_Option, ...]
    exits: tuple[str, ...]
    weights: tuple[int, ...]


class Rules:
    """A story made ready to play. It never changes; states and turns are handed in and out."""

    def __init__(self, story: Story) -> None:
        """Make a story ready. The story must have been read without errors."""
        self.story = story
        counted = dict.fromkeys(_counted(story))
        self.places = Places(
            {name: index for index, name in enumerate(story.variables)},
            {name: index for index, name in enumerate(counted)},
        )
        self._stops: dict[str, _Stop] = {}
        self._meanings: dict[Expression, Meaning] = {}
        self._readings: dict[int, Reading] = {}

    def start(
        self,
        seed: int = 0,
        *,
        scene: str | None = None,
        values: Mapping[str, int] | None = None,
    ) -> Turn:
        """Begin a play at the story's first scene, or at another one with other values."""
        return self._run(self._before(seed, values), scene or self.story.first, pick)

    def offers(self, state: State) -> tuple[Choice, ...]:
        """Give the open choices, in the order of the file."""
        return tuple(
            option.choice for option in self._stop(state.scene).options if _is_open(option, state)
        )

    def closed(self, state: State) -> tuple[Choice, ...]:
        """Give the choices that are not open."""
        return tuple(
            option.choice
            for option in self._stop(state.scene).options
            if not _is_open(option, state)
        )

    def choose(self, state: State, choice: str) -> Turn:
        """Take an open choice by its id and go on to the next rest.

        Raises ``NotOffered`` where the choice is not open here.
        """
        return self._take(state, self._option(state, choice), pick)

    def enter(self, state: State, scene: str) -> Turn:
        """Go straight to a scene with all that a state holds, whatever leads there: for writers."""
        return self._run(state, scene, pick)

    def outcomes(self, state: State, choice: str) -> tuple[tuple[Turn, tuple[int, ...]], ...]:
        """Take an open choice in every way that chance allows, with the exits each took."""
        option = self._option(state, choice)
        return tuple(_every_way(lambda picker: self._take(state, option, picker)))

    def outcomes_at_start(
        self, *, scene: str | None = None, values: Mapping[str, int] | None = None
    ) -> tuple[tuple[Turn, tuple[int, ...]], ...]:
        """Begin in every way that chance allows."""
        before = self._before(0, values)
        first = scene or self.story.first
        return tuple(_every_way(lambda picker: self._run(before, first, picker)))

    def beats(self, entered: Entered) -> Beats:
        """Give the text of a scene as it read when it was entered."""
        scene = self.story.scenes[entered.scene]
        prose = scene.again if entered.again and scene.again else scene.text
        return self.prose(prose, entered.state)

    def prose(self, prose: Prose, state: State) -> Beats:
        """Give any prose of the story as it reads in a state."""
        return self._reading(prose)(state.values, state.visits)

    def line(self, prose: Prose, state: State) -> Line:
        """Give prose of one paragraph, such as a choice's text, as it reads in a state."""
        beats = self.prose(prose, state)
        return beats[0][0] if beats else ()

    def holds(self, condition: Condition, state: State) -> bool:
        """Tell whether a condition holds in a state."""
        return bool(meaning(condition.test, self.places)(state.values, state.visits))

    def _before(self, seed: int, values: Mapping[str, int] | None) -> State:
        given = values or {}
        start = tuple(
            given.get(name, variable.start) for name, variable in self.story.variables.items()
        )
        return State("", start, (0,) * len(self.places.visits), frozenset(), (), seed, 0)

    def _option(self, state: State, choice: str) -> _Option:
        for option in self._stop(state.scene).options:
            if option.choice.choice == choice and _is_open(option, state):
                return option
        raise NotOffered(choice, state.scene)

    def _take(self, state: State, option: _Option, picker: Picker) -> Turn:
        choice = option.choice
        values = state.values
        for change in option.changes:
            values = change.apply(values, state.visits)
        state = State(
            state.scene,
            values,
            state.visits,
            state.taken | {option.key} if choice.once else state.taken,
            (*state.stack, state.scene) if choice.detour else state.stack,
            state.seed,
            state.draws,
        )
        return self._run(state, choice.target, picker)

    def _run(self, state: State, scene: str, picker: Picker) -> Turn:
        """Enter a scene, and those that follow by themselves, until the next rest."""
        entered: list[Entered] = []
        while len(entered) < MOST_BY_ITSELF:
            stop = self._stop(scene)
            arrival = self._enter(state, stop)
            entered.append(arrival)
            state = arrival.state
            found = stop.scene
            if found.returns:
                if not state.stack:
                    raise NowhereToReturn(scene)
                state = state._replace(scene=state.stack[-1], stack=state.stack[:-1])
                return Turn(state, tuple(entered))
            if found.then is not None:
                scene = found.then
            elif stop.exits:
                scene = stop.exits[picker(state.seed, state.draws, stop.weights)]
                state = state._replace(draws=state.draws + 1)
            else:
                return Turn(state, tuple(entered))
        raise EndlessScenes(scene)

    def _enter(self, state: State, stop: _Stop) -> Entered:
        visits = state.visits
        again = False
        if stop.counted >= 0:
            count = visits[stop.counted] + 1
            again = count > 1 and stop.scene.again is not None
            visits = (*visits[: stop.counted], count, *visits[stop.counted + 1 :])
        values = state.values
        for change in stop.changes:
            values = change.apply(values, visits)
        arrived = State(
            stop.scene.scene, values, visits, state.taken, state.stack, state.seed, state.draws
        )
        return Entered(stop.scene.scene, arrived, again)

    def _stop(self, name: str) -> _Stop:
        stop = self._stops.get(name)
        if stop is None:
            stop = self._stops[name] = self._made_ready(self.story.scenes[name])
        return stop

    def _made_ready(self, scene: Scene) -> _Stop:
        return _Stop(
            scene,
            self.places.visits.get(scene.scene, -1),
            self._changes(scene.effects),
            tuple(
                _Option(
                    choice,
                    f"{scene.scene}/{choice.choice}",
                    self._meant(choice.condition.test) if choice.condition else None,
                    self._changes(choice.effects),
                )
                for choice in scene.choices
            ),
            tuple(way.to for way in scene.chance),
            tuple(way.weight for way in scene.chance),
        )

    def _meant(self, expression: Expression) -> Meaning:
        # The same few conditions come again and again in a long story.
        found = self._meanings.get(expression)
        if found is None:
            found = self._meanings[expression] = meaning(expression, self.places)
        return found

    def _changes(self, effects: tuple[Effect, ...]) -> tuple[_Change, ...]:
        return tuple(
            _Change(
                effect,
                self.places.variables[effect.variable],
                self.story.variables[effect.variable],
                self._meant(effect.value),
            )
            for effect in effects
        )

    def _reading(self, prose: Prose) -> Reading:
        # Found by identity: hashing a whole text on each turn would cost more than reading it.
        found = self._readings.get(id(prose))
        if found is None:
            found = self._readings[id(prose)] = reading(prose, self.story.variables, self.places)
        return found


def _is_open(option: _Option, state: State) -> bool:
    if option.choice.once and option.key in state.taken:
        return False
    return option.condition is None or bool(option.condition(state.values, state.visits))


class _Script:
    """A picker that takes the exits it was told to, then the first of each, and remembers."""

    def __init__(self, told: tuple[int, ...]) -> None:
        self._told = told
        self.path: list[int] = []
        self._widths: list[int] = []

    def __call__(self, _seed: int, _number: int, weights: tuple[int, ...]) -> int:
        place = len(self.path)
        taken = self._told[place] if place < len(self._told) else 0
        self.path.append(taken)
        self._widths.append(len(weights))
        return taken

    def after(self) -> tuple[int, ...] | None:
        """Give what to tell the next picker, or ``None`` when every way was taken."""
        path = list(self.path)
        while path and path[-1] + 1 == self._widths[len(path) - 1]:
            path.pop()
        if not path:
            return None
        return (*path[:-1], path[-1] + 1)


def _every_way(run: Callable[[Picker], Turn]) -> Iterator[tuple[Turn, tuple[int, ...]]]:
    """Run once for each way the draws can fall, in the order of the exits."""
    told: tuple[int, ...] | None = ()
    while told is not None:
        script = _Script(told)
        yield run(script), tuple(script.path)
        told = script.after()


def _counted(story: Story) -> Iterator[str]:
    """Give the scenes whose visits matter: with a text for ``again``, or asked about somewhere."""
    yield from survey(story.scenes).counted
    for each in story.properties:
        yield from sorted(named_scenes(each.condition.test))
        if each.before:
            yield from sorted(named_scenes(each.before.test))
