"""This is the course of play over packed states: from one to every next, as fast as it will go.

What a choice does depends only on the bits it reads. So for each choice two tables are kept: from
the bits its condition reads to whether it is open, and from the bits it and the scenes after it
read to its outcomes, each a mask of what stays and the bits that are put. A state is stepped from
with look-ups alone; the tables are filled by the slow way, with the engine's own meanings. What is
met on the way is noted when a table is filled, which is the first time it can be met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from game.engine.evaluate import DividedByNought, Meaning, Numbers, meaning
from game.engine.rules import Rules
from game.exploring.coverage import Covered, Met, covered, enacted
from game.exploring.layout import Layout, layout
from game.exploring.reading import texts
from game.exploring.relevance import (
    Node,
    Relevance,
    effects_transfer,
    entered_by,
    follows,
    relevance,
)
from game.model.expression import Condition, Effect
from game.model.scene import Choice, Scene
from game.model.story import Story, Variable

MOST_BY_THEMSELVES = 20_000
"""How many scenes may be entered after one choice, all chances taken, before giving up."""

_NONE: frozenset[str] = frozenset()

Exits: TypeAlias = tuple[tuple[str, int], ...]
"""The draws of chance on a way: the scene that drew, and the exit taken."""
Move: TypeAlias = tuple[int, int]
"""What stays of a state, and what is put."""


class Clue(NamedTuple):
    """How something first happened: a state, perhaps a choice taken in it, and chance's exits."""

    state: int | None
    """``None`` before the start."""
    choice: Edge | None
    exits: Exits


class Way(NamedTuple):
    """One outcome of a choice, or of the start."""

    exits: Exits
    touched: frozenset[str]
    """Which of the scenes that rejoin the record were entered."""


class Crossing(NamedTuple):
    """A part's border being crossed."""

    part: str
    node: int
    keep: int
    put: int


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


class _Going(NamedTuple):
    """A play between two rests."""

    scene: str
    values: Numbers
    visits: Numbers
    stack: tuple[str, ...]
    written: int
    once: int
    part: str | None
    """The part come from, unless inside a detour."""
    touched: frozenset[str]
    exits: Exits


class _Rest(NamedTuple):
    node: Node
    going: _Going


@dataclass(frozen=True, slots=True)
class _Change:
    effect: Effect
    index: int
    variable: Variable
    value: Meaning
    bits: int

    def result(self, values: Numbers, visits: Numbers) -> int:
        given = int(self.value(values, visits))
        if self.effect.operator == "=":
            return given
        return values[self.index] + (given if self.effect.operator == "+=" else -given)


@dataclass(frozen=True, slots=True)
class _Stop:
    """A scene made ready."""

    scene: Scene
    part: str
    counted: int
    bits: int
    changes: tuple[_Change, ...]
    first: tuple[Covered, ...]
    later: tuple[Covered, ...]
    met: tuple[Met, ...]
    reads: int


@dataclass(eq=False, slots=True)
class Edge:
    """A choice at a node, with its tables."""

    node: int
    choice: Choice
    name: str
    once: int
    asks: int
    """The bits that decide whether it is open and how it reads."""
    reads: int
    """The bits that decide where it leads."""
    test: Meaning | None
    text: Covered
    changes: tuple[_Change, ...]
    opens: dict[int, bool] = field(default_factory=dict)
    moves: dict[int, tuple[Move, ...]] = field(default_factory=dict)
    ways: dict[int, tuple[Way, ...]] = field(default_factory=dict)
    crossings: dict[int, tuple[Crossing, ...]] = field(default_factory=dict)


Quick: TypeAlias = tuple[int, dict[int, bool], int, dict[int, tuple[Move, ...]], Edge]
"""An edge as the inner loop takes it apart."""


class Course:
    """A story made ready to be searched, and what was met while searching it."""

    def __init__(self, rules: Rules) -> None:
        """Make ready. ``rules`` are those that witnesses will be played by."""
        self.rules = rules
        self.story: Story = rules.story
        self.layout: Layout = layout(rules)
        self.watched = self._watched()
        self.relevance: Relevance = relevance(self.story, self.layout, self.watched)
        self.met: dict[Met, Clue] = {}
        self.broken: dict[tuple[str, str, int], tuple[Broken, Clue]] = {}
        self.cut = False
        """Some way was not followed to its end: detours too deep, or scenes without end."""
        self._rejoins = self._scenes_that_rejoin()
        self._stops: dict[str, _Stop] = {}
        self._closures: dict[int, int] = {}
        nodes = self.relevance.nodes
        self.scenes = tuple(self.story.scenes[name] for name, _ in nodes)
        self.ends = tuple(scene.ending is not None for scene in self.scenes)
        self.edges: tuple[tuple[Quick, ...], ...] = tuple(
            tuple(self._edge(number, choice) for choice in self.scenes[number].choices)
            for number in range(len(nodes))
        )

    def start(self) -> tuple[tuple[int, Way], ...]:
        """Give the states a play can begin in."""
        values = tuple(variable.start for variable in self.story.variables.values())
        visits = (0,) * len(self.layout.visits)
        everything = (1 << self.layout.width) - 1
        going = _Going(self.story.first, values, visits, (), everything, 0, None, _NONE, ())
        clue = Clue(None, None, ())
        begun, _ = self._run(going, clue)
        return tuple(
            (put, Way(rest.going.exits, rest.going.touched))
            for rest, (_, put) in ((rest, self._move(rest)) for rest in begun)
        )

    def judge(self, edge: Edge, state: int) -> bool:
        """Tell whether a choice is open in a state, and note it."""
        values, visits = self.layout.unpack(state)
        is_open = not state & edge.once and self._is_open(edge, state, values, visits)
        if is_open:
            clue = Clue(state, None, ())
            trouble = _TroubleAt(self, self.scenes[edge.node].scene, clue)
            self._note(edge.text.met(values, visits, trouble), clue)
        edge.opens[state & edge.asks] = is_open
        return is_open

    def play(self, edge: Edge, state: int) -> tuple[Move, ...]:
        """Take an open choice in a state in every way that chance allows, and note it."""
        values, visits = self.layout.unpack(state)
        clue = Clue(state, edge, ())
        node = self.relevance.nodes[edge.node]
        changed = self._changed(values, visits, edge.changes, node[0], clue)
        target, stack = entered_by(edge.choice, node)
        rests: tuple[_Rest, ...] = ()
        crossings: tuple[Crossing, ...] = ()
        if changed is not None and (target, stack) not in self.relevance.index:
            self.cut = True
        elif changed is not None:
            values, written = changed
            written |= edge.once
            part = None if node[1] else self.scenes[edge.node].part
            going = _Going(target, values, visits, stack, written, edge.once, part, _NONE, ())
            rests, crossings = self._run(going, clue)
        exits = rests[0].going.exits if rests else ()
        met = (Met("choice", edge.name), *enacted(edge.choice.record))
        self._note(met, Clue(state, edge, exits))
        key = state & edge.reads
        edge.ways[key] = tuple(Way(rest.going.exits, rest.going.touched) for rest in rests)
        edge.crossings[key] = crossings
        moves = edge.moves[key] = tuple(self._move(rest) for rest in rests)
        return moves

    def entering(self, edge: Edge, state: int) -> int | None:
        """Give what of a state may still be read as an open choice enters the scene it leads to.

        That is after its effects and before the scene's own, and before its text. ``None`` where
        it breaks a rule.
        """
        values, visits = self.layout.unpack(state)
        node = self.relevance.nodes[edge.node]
        after = self.relevance.index.get(entered_by(edge.choice, node))
        changed = self._changed(values, visits, edge.changes, node[0], Clue(state, edge, ()))
        if changed is None or after is None:
            return None
        packed = self.layout.pack(changed[0], visits) | self.layout.taken(state) | edge.once
        return packed & self.relevance.entry[after]

    def onward(self, state: int) -> Iterator[tuple[Edge, Way, int]]:
        """Give each open choice, each way it can go and the state it leads to."""
        for asks, opens, reads, moves, edge in self.edges[state >> self.layout.width]:
            is_open = opens.get(state & asks)
            if is_open is None:
                is_open = self.judge(edge, state)
            if is_open:
                key = state & reads
                found = moves.get(key)
                if found is None:
                    found = self.play(edge, state)
                for way, (keep, put) in zip(edge.ways[key], found, strict=True):
                    yield edge, way, state & keep | put

    def holds(self, test: Meaning, condition: Condition, state: int) -> bool:
        """Tell whether a condition, made ready by ``meaning``, holds in a state."""
        values, visits = self.layout.unpack(state)
        try:
            return bool(test(values, visits))
        except DividedByNought:
            clue = Clue(state, None, ())
            self._break(Broken("nought", self.scene(state), condition), clue)
            return False

    def scene(self, state: int) -> str:
        """Give the scene a state rests at."""
        return self.scenes[state >> self.layout.width].scene

    def ready(self, condition: Condition) -> Meaning:
        """Make a condition ready for ``holds``."""
        return meaning(condition.test, self.rules.places)

    def _watched(self) -> int:
        found = 0
        for each in self.story.properties:
            found |= self.layout.reads(each.condition.test)
            if each.before is not None:
                found |= self.layout.reads(each.before.test)
        return found

    def _scenes_that_rejoin(self) -> frozenset[str]:
        return frozenset(
            choice.leaves.rejoins
            for scene in self.story.scenes.values()
            for choice in scene.choices
            if choice.leaves is not None and choice.leaves.rejoins is not None
        )

    def _edge(self, number: int, choice: Choice) -> Quick:
        scene = self.scenes[number].scene
        name = f"{scene}/{choice.choice}"
        once = self.layout.once.get(name, 0)
        asks = once | self.layout.condition_reads(choice.text)
        if choice.condition is not None:
            asks |= self.layout.reads(choice.condition.test)
        node = entered_by(choice, self.relevance.nodes[number])
        reads = effects_transfer(choice.effects, self.layout).gen
        after = self.relevance.index.get(node)
        reads |= 0 if after is None else self._closure(after)
        edge = Edge(
            number,
            choice,
            name,
            once,
            asks,
            reads,
            None if choice.condition is None else self.ready(choice.condition),
            covered(choice.text, f"{name}/text", self.rules.places, claims=True),
            self._changes(choice.effects),
        )
        return (asks, edge.opens, reads, edge.moves, edge)

    def _closure(self, first: int) -> int:
        """Give what is read from entering a node to the rest after it, on any way there."""
        known = self._closures.get(first)
        if known is not None:
            return known
        found, waiting, reads = {first}, [first], 0
        for number in waiting:
            name, stack = self.relevance.nodes[number]
            reads |= self._stop(name).reads
            for node in follows(self.story.scenes[name], stack):
                after = self.relevance.index[node]
                if after not in found:
                    found.add(after)
                    waiting.append(after)
        self._closures[first] = reads
        return reads

    def _stop(self, name: str) -> _Stop:
        stop = self._stops.get(name)
        if stop is None:
            stop = self._stops[name] = self._made_ready(self.story.scenes[name])
        return stop

    def _made_ready(self, scene: Scene) -> _Stop:
        places = self.rules.places
        visits = self.layout.visits.get(scene.scene)
        reads = effects_transfer(scene.effects, self.layout).gen
        ready: dict[str, Covered] = {}
        for key, prose in texts(scene):
            reads |= self.layout.condition_reads(prose)
            shown = key in {"text", "again"}
            ready[key] = covered(prose, f"{scene.scene}/{key}", places, claims=shown)
        aside = tuple(ready[key] for key in ("easy", "summary") if key in ready)
        bits = visits.bits if visits else 0
        simple = scene.again is None and self.layout.ceilings.get(scene.scene) == 1
        record = scene.ending.record if scene.ending else ()
        return _Stop(
            scene,
            scene.part,
            places.visits.get(scene.scene, -1),
            bits,
            self._changes(scene.effects),
            (ready["text"], *aside),
            (ready.get("again", ready["text"]), *aside),
            (Met("scene", scene.scene), *enacted(record)),
            reads & ~bits if simple else reads | bits,
        )

    def _changes(self, effects: tuple[Effect, ...]) -> tuple[_Change, ...]:
        places = self.rules.places
        return tuple(
            _Change(
                effect,
                places.variables[effect.variable],
                self.story.variables[effect.variable],
                meaning(effect.value, places),
                self.layout.variables[effect.variable].bits,
            )
            for effect in effects
        )

    def _is_open(self, edge: Edge, state: int, values: Numbers, visits: Numbers) -> bool:
        if edge.test is None:
            return True
        try:
            return bool(edge.test(values, visits))
        except DividedByNought:
            broken = Broken("nought", self.scene(state), edge.choice.condition)
            self._break(broken, Clue(state, None, ()))
            return False

    def _run(self, going: _Going, clue: Clue) -> tuple[tuple[_Rest, ...], tuple[Crossing, ...]]:
        """Enter a scene and those that follow by themselves, in every way, up to the rests.

        Two ways that come to the same go on as one, so a chance that leads back to itself ends.
        """
        waiting = [going]
        known: set[_Going] = set()
        rests: list[_Rest] = []
        crossings: list[Crossing] = []
        is_endless = True
        for each in waiting:
            entered = self._enter(each, clue, crossings)
            after = None if entered is None else self._after(entered, clue)
            if not isinstance(after, list):
                is_endless = False
                rests.extend([after] if after else [])
                continue
            for onward in after:
                same = onward._replace(exits=())
                if same not in known:
                    known.add(same)
                    waiting.append(onward)
            if len(waiting) > MOST_BY_THEMSELVES:
                self.cut = True
                return tuple(rests), tuple(crossings)
        if is_endless:
            self._break(Broken("endless", going.scene, None), clue)
        return tuple(rests), tuple(crossings)

    def _enter(self, going: _Going, clue: Clue, crossings: list[Crossing]) -> _Going | None:
        stop = self._stop(going.scene)
        here = Clue(clue.state, clue.choice, going.exits) if going.exits else clue
        visits, covers = going.visits, stop.first
        if stop.counted >= 0:
            if visits[stop.counted]:
                covers = stop.later
            count = self.layout.capped(going.scene, visits[stop.counted] + 1)
            visits = (*visits[: stop.counted], count, *visits[stop.counted + 1 :])
        changed = self._changed(going.values, visits, stop.changes, going.scene, here)
        if changed is None:
            return None
        values, written = changed
        for cover in covers:
            met = cover.met(values, visits, _TroubleAt(self, going.scene, here))
            self._note(met, here)
        self._note(stop.met, here)
        entered = _Going(
            going.scene,
            values,
            visits,
            going.stack,
            going.written | stop.bits | written,
            going.once,
            None if going.stack else stop.part,
            going.touched | {going.scene} if going.scene in self._rejoins else going.touched,
            going.exits,
        )
        if going.part is not None and entered.part is not None and going.part != entered.part:
            crossings.append(self._crossing(entered, entered.part))
        return entered

    def _crossing(self, going: _Going, part: str) -> Crossing:
        node = self.relevance.index[(going.scene, ())]
        keep = self.relevance.arrival[node] & ~going.written
        return Crossing(part, node, keep, self._put(going, self.relevance.arrival[node]))

    def _after(self, going: _Going, clue: Clue) -> _Rest | list[_Going] | None:
        scene, stack = self._stop(going.scene).scene, going.stack
        if scene.returns:
            if not stack:
                here = clue._replace(exits=going.exits)
                self._break(Broken("return", scene.scene, None), here)
                return None
            return _Rest((stack[-1], stack[:-1]), going)
        if scene.then is not None:
            return [going._replace(scene=scene.then)]
        if scene.chance:
            return [
                going._replace(scene=way.to, exits=(*going.exits, (scene.scene, number)))
                for number, way in enumerate(scene.chance)
            ]
        return _Rest((scene.scene, stack), going)

    def _changed(
        self,
        values: Numbers,
        visits: Numbers,
        changes: tuple[_Change, ...],
        scene: str,
        clue: Clue,
    ) -> tuple[Numbers, int] | None:
        """Give the values after effects and the bits set; note and stop where one may not be."""
        written = 0
        for change in changes:
            try:
                result = change.result(values, visits)
            except DividedByNought:
                self._break(Broken("nought", scene, change.effect), clue)
                return None
            if not change.variable.low <= result <= change.variable.high:
                self._break(Broken("range", scene, change.effect, result), clue)
                return None
            values = (*values[: change.index], result, *values[change.index + 1 :])
            written |= change.bits
        return values, written

    def _move(self, rest: _Rest) -> Move:
        node = self.relevance.index[rest.node]
        alive = self.relevance.rest[node]
        put = self._put(rest.going, alive) | node << self.layout.width
        return alive & ~rest.going.written, put

    def _put(self, going: _Going, alive: int) -> int:
        packed = self.layout.pack(going.values, going.visits) | going.once
        return packed & going.written & alive

    def _note(self, met: Iterable[Met], clue: Clue) -> None:
        for each in met:
            self.met.setdefault(each, clue)

    def _break(self, broken: Broken, clue: Clue) -> None:
        self.broken.setdefault(broken.key, (broken, clue))


@dataclass(frozen=True, slots=True)
class _TroubleAt:
    course: Course
    scene: str
    clue: Clue

    def __call__(self, condition: Condition) -> None:
        self.course._break(Broken("nought", self.scene, condition), self.clue)  # noqa: SLF001 - its own
