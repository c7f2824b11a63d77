"""This is the course of play over packed states: from one to every next, as fast as it will go.

What a choice does depends only on the bits it reads. So for each choice two tables are kept: from
the bits its condition reads to whether it is open, and from the bits it and the scenes after it
read to its outcomes, each a mask of what stays and the bits that are put. A state is stepped from
with look-ups alone; the tables are filled by the slow way, with the engine's own meanings. What is
met on the way is noted when a table is filled, which is the first time it can be met.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.evaluate import DividedByNought, Numbers, meaning
from game.engine.rules import Rules
from game.exploring.coverage import Met, covered, enacted
from game.exploring.edge import PLAIN, Clue, Edge, Move, Outcomes, Quick, Way
from game.exploring.layout import Layout, layout
from game.exploring.note import Broken, Notes, TroubleAt
from game.exploring.relevance import (
    Node,
    Relevance,
    effects_transfer,
    entered_by,
    follows,
    relevance,
)
from game.exploring.run import NONE, Going, Looking, Rest, Runner
from game.exploring.stop import Stops
from game.model.scene import Choice
from game.model.story import Story


class Course:
    """A story made ready to be searched, and what was met while searching it."""

    def __init__(self, rules: Rules, watch: Looking | None = None) -> None:
        """Make ready. ``rules`` are those that witnesses will be played by.

        ``watch`` is shown every scene as it is entered, once for all that it can tell apart.
        """
        watched = 0 if watch is None else watch.reads
        self.rules = rules
        self.story: Story = rules.story
        self.layout: Layout = layout(rules)
        self.relevance: Relevance = relevance(self.story, self.layout, watched)
        self.notes = Notes()
        self.stops = Stops(rules, self.layout, watched)
        self.runner = Runner(self.layout, self.relevance, self.stops, self.notes, watch)
        self._closures: dict[int, int] = {}
        self._shared: dict[tuple[Node, bool], Outcomes] = {}
        nodes = self.relevance.nodes
        self.scenes = tuple(self.story.scenes[name] for name, _ in nodes)
        self.ends = tuple(scene.ending is not None for scene in self.scenes)
        self.edges: tuple[tuple[Quick, ...], ...] = tuple(
            tuple(self._edge(number, choice) for choice in self.scenes[number].choices)
            for number in range(len(nodes))
        )

    def start(self) -> tuple[tuple[int, Way], ...]:
        """Give the states a play can begin in."""
        begun, _ = self.runner.run(self.beginning(), Clue(None, None, ()))
        puts = [self.runner.move(rest)[1] for rest in begun]
        return tuple(zip(puts, _ways(begun), strict=True))

    def beginning(self) -> Going:
        """Give a play before its first scene is entered."""
        values = tuple(variable.start for variable in self.story.variables.values())
        visits = (0,) * len(self.layout.visits)
        everything = (1 << self.layout.width) - 1
        put = self.layout.pack(values, visits)
        return Going(self.story.first, values, visits, (), everything, put, None, NONE, ())

    def judge(self, edge: Edge, state: int) -> bool:
        """Tell whether a choice is open in a state, and note it."""
        is_open = not state & edge.once
        if is_open and (edge.test is not None or edge.text.shows):
            values, visits = self.layout.view(state, edge.asked)
            is_open = self._is_open(edge, state, values, visits)
            if is_open and edge.text.shows:
                clue = Clue(state, None, ())
                trouble = TroubleAt(self.notes, self.scenes[edge.node].scene, clue)
                self.notes.meet(edge.text.met(values, visits, trouble), clue)
        if is_open:
            self.notes.meet(edge.met, Clue(state, edge, None))
        edge.opens[state & edge.asks] = is_open
        return is_open

    def play(self, edge: Edge, state: int) -> tuple[Move, ...]:
        """Take an open choice in a state in every way that chance allows, and note it."""
        clue, outcomes, key = Clue(state, edge, ()), edge.outcomes, state & edge.reads
        going = self.taking(edge, state, clue)
        rests, crossings = ((), ()) if going is None else self.runner.run(going, clue)
        moves = outcomes.moves[key] = tuple(self.runner.move(rest) for rest in rests)
        outcomes.ways[key] = _ways(rests)
        if crossings:
            outcomes.crossings[key] = crossings
        return moves

    def taking(self, edge: Edge, state: int, clue: Clue) -> Going | None:
        """Give the play as an open choice has been taken, before the scene it leads to is entered.

        ``None`` where that breaks a rule.
        """
        values, visits = self.layout.view(state, edge.read)
        target, stack = edge.enters
        written, put = edge.once, edge.once
        if edge.changes:
            scene = self.scenes[edge.node].scene
            changed = self.runner.changed(values, visits, edge.changes, scene, clue)
            if changed is None:
                return None
            values, more, new = changed
            written, put = written | more, put | new
        if not edge.leads:
            self.notes.cut = True
            return None
        return Going(target, values, visits, stack, written, put, edge.part, NONE, ())

    def entering(self, edge: Edge, state: int) -> int | None:
        """Give what of a state may still be read as an open choice enters the scene it leads to.

        That is after its effects and before the scene's own, and before its text. ``None`` where
        it breaks a rule.
        """
        going = self.taking(edge, state, Clue(state, edge, ()))
        if going is None:
            return None
        after = self.relevance.index[edge.enters]
        return (state & ~going.written | going.put) & self.relevance.entry[after]

    def exits(self, clue: Clue) -> tuple[tuple[str, int], ...]:
        """Give what chance drew on the way to where something happened."""
        if clue.exits is not None:
            return clue.exits
        assert clue.choice is not None  # noqa: S101 - only a choice leaves its exits open
        assert clue.state is not None  # noqa: S101 - and it was taken in a state
        ways = clue.choice.outcomes.ways.get(clue.state & clue.choice.reads, ())
        return ways[0].exits if ways else ()

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
                for way, (keep, put) in zip(edge.outcomes.ways[key], found, strict=True):
                    yield edge, way, state & keep | put

    def scene(self, state: int) -> str:
        """Give the scene a state rests at."""
        return self.scenes[state >> self.layout.width].scene

    def _edge(self, number: int, choice: Choice) -> Quick:
        scene, node = self.scenes[number], self.relevance.nodes[number]
        name = f"{scene.scene}/{choice.choice}"
        layout, places = self.layout, self.rules.places
        once = layout.once.get(name, 0)
        asks = once | layout.condition_reads(choice.text)
        test = None
        if choice.condition is not None:
            asks |= layout.reads(choice.condition.test)
            test = meaning(choice.condition.test, places)
        enters = entered_by(choice, node)
        after = self.relevance.index.get(enters)
        reads = effects_transfer(choice.effects, layout).gen
        reads |= 0 if after is None else self._closure(after)
        part = None if node[1] else scene.part
        edge = Edge(
            number,
            choice,
            name,
            once,
            asks,
            layout.spots(asks),
            reads,
            layout.spots(reads),
            test,
            covered(choice.text, f"{name}/text", places, claims=True),
            self.stops.changes(choice.effects),
            enters,
            after is not None,
            part,
            (Met("choice", name), *enacted(choice.record)),
            Outcomes() if once or choice.effects else self._shared_by(enters, part),
        )
        return (asks, edge.opens, reads, edge.outcomes.moves, edge)

    def _shared_by(self, enters: Node, part: str | None) -> Outcomes:
        """Give the outcomes that choices share which only enter the same node.

        Whether that crosses a border makes the one difference between them.
        """
        crosses = part is not None and part != self.story.scenes[enters[0]].part
        return self._shared.setdefault((enters, crosses), Outcomes())

    def _closure(self, first: int) -> int:
        """Give what is read from entering a node to the rest after it, on any way there."""
        known = self._closures.get(first)
        if known is not None:
            return known
        found, waiting, reads = {first}, [first], 0
        for number in waiting:
            name, stack = self.relevance.nodes[number]
            reads |= self.stops.of(name).reads
            for node in follows(self.story.scenes[name], stack):
                after = self.relevance.index[node]
                if after not in found:
                    found.add(after)
                    waiting.append(after)
        self._closures[first] = reads
        return reads

    def _is_open(self, edge: Edge, state: int, values: Numbers, visits: Numbers) -> bool:
        if edge.test is None:
            return True
        try:
            return bool(edge.test(values, visits))
        except DividedByNought:
            broken = Broken("nought", self.scene(state), edge.choice.condition)
            self.notes.refuse(broken, Clue(state, None, ()))
            return False


def _ways(rests: tuple[Rest, ...]) -> tuple[Way, ...]:
    if len(rests) == 1 and not rests[0].going.exits and not rests[0].going.touched:
        return PLAIN
    return tuple(Way(rest.going.exits, rest.going.touched) for rest in rests)
