"""This is a story as a graph: parts as clusters, scenes as nodes, ways on as edges.

Ways from one scene to another are one edge; it is conditional where each of them has a condition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from game.exporting.wording import in_words
from game.model.scene import Choice, Scene
from game.model.story import Story


class Kind(Enum):
    """How one comes from a scene to the next."""

    CHOICE = "choice"
    DETOUR = "detour"
    THEN = "goes on by itself"
    CHANCE = "chance"


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a scene to another."""

    kind: Kind
    words: str
    """The choice's text, with every way that a stretch of it can read; empty for the rest."""
    condition: str = ""
    """What opens it, as the author wrote it; ``once`` where it can be taken once only."""


@dataclass(frozen=True, slots=True)
class Edge:
    """All ways from one scene to another."""

    source: str
    target: str
    ways: tuple[Way, ...]

    @property
    def conditional(self) -> bool:
        """Whether nothing leads there without a condition."""
        return all(way.condition for way in self.ways)

    @property
    def kind(self) -> Kind:
        """How one comes there; a choice where there are several kinds."""
        kinds = {way.kind for way in self.ways}
        return kinds.pop() if len(kinds) == 1 else Kind.CHOICE

    @property
    def condition(self) -> str:
        """What opens it, in words; empty for an edge that is open without a condition."""
        if self.kind is Kind.CHANCE or self.conditional:
            return " or ".join(dict.fromkeys(way.condition for way in self.ways))
        return ""


@dataclass(frozen=True, slots=True)
class Node:
    """One scene."""

    scene: str
    title: str
    ending: bool
    returns: bool
    """It is the end of a detour: from here one comes back to where it began."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One part with its scenes, in the order of the files."""

    part: str
    title: str
    """With its number; the first part is the way in and has none."""
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole story."""

    title: str
    language: str
    clusters: tuple[Cluster, ...]
    edges: tuple[Edge, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Every scene, part after part."""
        return tuple(node for cluster in self.clusters for node in cluster.nodes)


def graph(story: Story) -> Graph:
    """Give a story's graph; scenes of no part stand in none, and are left out."""
    clusters = tuple(
        Cluster(part.part, f"{number} {part.title}" if number else part.title, _nodes(story, name))
        for number, (name, part) in enumerate(story.parts.items())
    )
    edges = tuple(edge for scene in story.scenes.values() for edge in _edges(scene))
    return Graph(story.title, story.language, clusters, edges)


def title(scene: Scene) -> str:
    """Give what a reader would call a scene: its title, its ending's, or its id."""
    return scene.title or (scene.ending.title if scene.ending else scene.scene)


def _nodes(story: Story, part: str) -> tuple[Node, ...]:
    return tuple(
        Node(scene.scene, title(scene), scene.ending is not None, scene.returns)
        for scene in story.scenes.values()
        if scene.part == part
    )


def _edges(scene: Scene) -> Iterator[Edge]:
    ways: dict[str, list[Way]] = {}
    for target, way in _ways(scene):
        ways.setdefault(target, []).append(way)
    for target, found in ways.items():
        yield Edge(scene.scene, target, tuple(found))


def _ways(scene: Scene) -> Iterator[tuple[str, Way]]:
    for choice in scene.choices:
        kind = Kind.DETOUR if choice.detour else Kind.CHOICE
        yield choice.target, Way(kind, in_words(choice.text), _opened_by(choice))
    if scene.then is not None:
        yield scene.then, Way(Kind.THEN, "")
    total = sum(way.weight for way in scene.chance)
    for way in scene.chance:
        yield way.to, Way(Kind.CHANCE, "", f"{way.weight} in {total}")


def _opened_by(choice: Choice) -> str:
    once = "once" if choice.once else ""
    asked = f"if {choice.condition.source}" if choice.condition else ""
    return ", ".join(each for each in (once, asked) if each)
