"""This is where scenes stand in a picture: a row for each part, a column for each step.

A scene's column is how many steps lie between it and its part's first scene, so that a play runs
from left to right and from part to part downwards. In a column a scene stands near those that
lead to it, endings below the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.exporting.graph import Cluster, Graph
from game.model.story import Story


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a scene stands: its part's row, its column in it, its line in the column."""

    row: int
    column: int
    line: int


@dataclass(frozen=True, slots=True)
class Layout:
    """All scenes in their places, and how large each row is."""

    spots: Mapping[str, Spot]
    heights: tuple[int, ...]
    """For each row, how many lines its fullest column has."""
    columns: int
    """How many columns the longest row has."""


def layout(story: Story, graph: Graph) -> Layout:
    """Put every scene of a story in its place."""
    leading: dict[str, list[str]] = {}
    for edge in graph.edges:
        leading.setdefault(edge.target, []).append(edge.source)
    endings = {node.scene for node in graph.nodes if node.ending}
    spots: dict[str, Spot] = {}
    heights: list[int] = []
    for row, cluster in enumerate(graph.clusters):
        columns = _columns(cluster, graph, story.parts[cluster.part].first)
        for column, names in enumerate(columns):
            ordered = sorted(
                names, key=lambda name: (name in endings, _nearness(name, leading, spots))
            )
            for line, name in enumerate(ordered):
                spots[name] = Spot(row, column, line)
        heights.append(max((len(names) for names in columns), default=0))
    widest = max((spot.column + 1 for spot in spots.values()), default=0)
    return Layout(spots, tuple(heights), widest)


def _columns(cluster: Cluster, graph: Graph, first: str) -> list[list[str]]:
    """Give the scenes of a part by steps from its first; what no step reaches stands first."""
    inside = [node.scene for node in cluster.nodes]
    steps = _steps(graph, frozenset(inside), first)
    columns: list[list[str]] = [[] for _ in range(max(steps.values(), default=0) + 1)]
    for name in inside:
        columns[steps.get(name, 0)].append(name)
    return columns


def _steps(graph: Graph, inside: frozenset[str], first: str) -> dict[str, int]:
    onward: dict[str, list[str]] = {}
    for edge in graph.edges:
        if edge.source in inside and edge.target in inside:
            onward.setdefault(edge.source, []).append(edge.target)
    steps = {first: 0} if first in inside else {}
    line = list(steps)
    for scene in line:
        for target in onward.get(scene, ()):
            if target not in steps:
                steps[target] = steps[scene] + 1
                line.append(target)
    return steps


def _nearness(name: str, leading: dict[str, list[str]], spots: dict[str, Spot]) -> float:
    """Give the middle line of the scenes already placed that lead to one."""
    lines = [spots[source].line for source in leading.get(name, ()) if source in spots]
    return sum(lines) / len(lines) if lines else 0.0
