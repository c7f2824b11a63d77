"""This is what may still be read, at each scene: a backward fixpoint over the ways of a story.

A node is a scene with the detours it was reached by, so what is read after a return is known
exactly. A value is alive where some way on reads it before setting it; every effect that adds
reads, whether or not anybody reads the sum, because it might leave its range. This is the
analysis of live variables (Kildall, "A Unified Approach to Global Program Optimization", 1973).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from game.exploring.layout import Layout
from game.exploring.reading import texts
from game.model.expression import Effect
from game.model.scene import Choice, Scene
from game.model.story import Story

Node: TypeAlias = tuple[str, tuple[str, ...]]
"""A scene, and the scenes that detours come back to."""

DEEPEST = 4
"""How many detours may be under way at once."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """What is alive before something, from what is alive after it."""

    kill: int = 0
    gen: int = 0

    def before(self, alive: int) -> int:
        """Give the bits alive before."""
        return alive & ~self.kill | self.gen


@dataclass(frozen=True, slots=True)
class Relevance:
    """Which bits may still be read at each node."""

    nodes: tuple[Node, ...]
    index: Mapping[Node, int]
    rest: tuple[int, ...]
    """Alive once a node's text has been read."""
    arrival: tuple[int, ...]
    """Alive after a node's effects, before its text."""
    entry: tuple[int, ...]
    """Alive before a node is entered."""


def relevance(story: Story, layout: Layout, watched: int) -> Relevance:
    """Find what is alive at every node. ``watched`` is read wherever a scene is entered."""
    nodes = tuple(_nodes(story))
    index = {node: number for number, node in enumerate(nodes)}
    table = _Table(story, layout, watched)
    flows = [table.flow(node, index) for node in nodes]
    readers: list[list[int]] = [[] for _ in nodes]
    for number, flow in enumerate(flows):
        for after, _, _ in flow.ways:
            readers[after].append(number)
    rest, entry = [0] * len(nodes), [0] * len(nodes)
    waiting = list(range(len(nodes)))
    queued = set(waiting)
    while waiting:
        number = waiting.pop()
        queued.discard(number)
        flow = flows[number]
        alive = flow.own
        for after, transfer, at_rest in flow.ways:
            alive |= transfer.before(rest[after] if at_rest else entry[after])
        before = flow.entering.before(alive | flow.text)
        if alive != rest[number] or before != entry[number]:
            rest[number], entry[number] = alive, before
            changed = [each for each in readers[number] if each not in queued]
            waiting.extend(changed)
            queued.update(changed)
    arrival = (alive | flow.text for alive, flow in zip(rest, flows, strict=True))
    return Relevance(nodes, index, tuple(rest), tuple(arrival), tuple(entry))


def entered_by(choice: Choice, node: Node) -> Node:
    """Give the node that a choice enters."""
    scene, stack = node
    return (choice.target, (*stack, scene) if choice.detour else stack)


def follows(scene: Scene, stack: tuple[str, ...]) -> Iterator[Node]:
    """Give the nodes that a scene enters by itself."""
    if scene.then is not None:
        yield (scene.then, stack)
    for way in scene.chance:
        yield (way.to, stack)


def effects_transfer(effects: Iterable[Effect], layout: Layout) -> Transfer:
    """Give what a run of effects does to what is alive."""
    kill = gen = 0
    for effect in reversed(tuple(effects)):
        if effect.operator == "=":
            kill |= layout.variables[effect.variable].bits
            gen &= ~layout.variables[effect.variable].bits
        gen |= layout.effect_reads(effect)
    return Transfer(kill, gen)


@dataclass(frozen=True, slots=True)
class _Flow:
    own: int
    """Read at the rest itself."""
    text: int
    """Read by the scene's prose."""
    entering: Transfer
    ways: tuple[tuple[int, Transfer, bool], ...]
    """Node, what happens before it, and whether it is come back to rather than entered."""


class _Table:
    """What each scene reads and sets, worked out once."""

    def __init__(self, story: Story, layout: Layout, watched: int) -> None:
        self._story = story
        self._layout = layout
        self._watched = watched
        self._entering: dict[str, tuple[int, Transfer]] = {}

    def flow(self, node: Node, index: Mapping[Node, int]) -> _Flow:
        scene, stack = self._story.scenes[node[0]], node[1]
        text, entering = self._entry(scene)
        ways = [(index[after], Transfer(), False) for after in follows(scene, stack)]
        if scene.returns and stack:
            ways.append((index[(stack[-1], stack[:-1])], Transfer(), True))
        own = self._watched
        for choice in scene.choices:
            own |= self._offer_reads(scene, choice)
            after = index.get(entered_by(choice, node))
            transfer = effects_transfer(choice.effects, self._layout)
            own |= transfer.gen
            if after is not None:
                ways.append((after, transfer, False))
        return _Flow(own, text, entering, tuple(ways))

    def _entry(self, scene: Scene) -> tuple[int, Transfer]:
        known = self._entering.get(scene.scene)
        if known is None:
            text = 0
            for _, prose in texts(scene):
                text |= self._layout.prose_reads(prose)
            effects = effects_transfer(scene.effects, self._layout)
            known = self._entering[scene.scene] = (text, self._counting(scene, effects))
        return known

    def _counting(self, scene: Scene, effects: Transfer) -> Transfer:
        field = self._layout.visits.get(scene.scene)
        if field is None:
            return effects
        kill, gen = effects.kill, effects.gen
        if self._layout.ceilings[scene.scene] == 1:
            kill |= field.bits
            gen &= ~field.bits
        if scene.again is not None:
            gen |= field.bits
        return Transfer(kill, gen)

    def _offer_reads(self, scene: Scene, choice: Choice) -> int:
        reads = self._layout.prose_reads(choice.text)
        if choice.condition is not None:
            reads |= self._layout.reads(choice.condition.test)
        return reads | self._layout.once.get(f"{scene.scene}/{choice.choice}", 0)


def _nodes(story: Story) -> Iterator[Node]:
    """Give every node that some way leads to, conditions left aside."""
    first: Node = (story.first, ())
    found = {first}
    waiting = [first]
    for node in waiting:
        yield node
        scene = story.scenes[node[0]]
        after = [*follows(scene, node[1]), *(entered_by(each, node) for each in scene.choices)]
        for each in after:
            if each not in found and len(each[1]) <= DEEPEST:
                found.add(each)
                waiting.append(each)
