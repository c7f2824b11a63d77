"""This is the story map: parts as rows, scenes as nodes, what was not met in fog.

A part's scenes are laid out by how many choices lie between them and the part's first scene. What
was not met has no name here, so that the map never spoils a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from game.model.scene import Scene
from game.model.story import Story


class Sight(Enum):
    """What a reader knows of a scene."""

    HERE = "here"
    MET = "met"
    OPEN = "a way not taken"
    """A choice that was on offer led there."""
    FOG = "not met"


@dataclass(frozen=True, slots=True)
class Node:
    """One scene on the map."""

    scene: str
    sight: Sight
    ending: bool
    title: str
    """Empty where it was not met."""
    turn: int
    """After how many choices it was met last; -1 where it was not."""
    on_the_way: bool = False
    """It was met in this play."""

    @property
    def met(self) -> bool:
        """Whether it was met, in this play or another."""
        return self.sight in (Sight.HERE, Sight.MET)


@dataclass(frozen=True, slots=True)
class PartMap:
    """One part: columns of scenes, from its first scene on."""

    number: int
    title: str
    columns: tuple[tuple[Node, ...], ...]
    met: int
    scenes: int


@dataclass(frozen=True, slots=True)
class StoryMap:
    """All parts, and how much of them was met."""

    parts: tuple[PartMap, ...]
    endings_met: int
    endings: int


def story_map(story: Story, trail: Iterable[tuple[int, str]], seen: Iterable[str] = ()) -> StoryMap:
    """Lay out a story for a reader who came by this trail and has seen those scenes in other plays.

    ``trail`` gives the scenes entered, each after how many choices; the reader is at the last.
    """
    way = list(trail)
    last = {scene: turn for turn, scene in way}
    here = way[-1][1] if way else ""
    met = {*last, *(scene for scene in seen if scene in story.scenes)}
    offered = {target for scene in met for target in _targets(story.scenes[scene])}

    def node(scene: Scene) -> Node:
        sight = _sight(scene.scene, here, met, offered)
        known = sight in (Sight.HERE, Sight.MET)
        return Node(
            scene=scene.scene,
            sight=sight,
            ending=scene.ending is not None,
            title=_title(scene) if known else "",
            turn=last.get(scene.scene, -1),
            on_the_way=scene.scene in last,
        )

    parts = tuple(
        _part(story, number, part, last, [node(scene) for scene in _scenes(story, part)])
        for number, part in enumerate(story.parts)
    )
    endings = [scene for scene in story.scenes.values() if scene.ending is not None]
    return StoryMap(parts, sum(scene.scene in met for scene in endings), len(endings))


def _title(scene: Scene) -> str:
    return scene.title or (scene.ending.title if scene.ending else scene.scene)


def _sight(scene: str, here: str, met: set[str], offered: set[str]) -> Sight:
    if scene == here:
        return Sight.HERE
    if scene in met:
        return Sight.MET
    return Sight.OPEN if scene in offered else Sight.FOG


def _targets(scene: Scene) -> Iterator[str]:
    for choice in scene.choices:
        yield from (target for target in (choice.to, choice.detour) if target)
    yield from (scene.then,) if scene.then else ()
    yield from (way.to for way in scene.chance)


def _scenes(story: Story, part: str) -> list[Scene]:
    return [scene for scene in story.scenes.values() if scene.part == part]


def _part(story: Story, number: int, part: str, last: dict[str, int], nodes: list[Node]) -> PartMap:
    depth = _depths(story, part)
    columns: dict[int, list[Node]] = {}
    for node in nodes:
        columns.setdefault(depth.get(node.scene, 0), []).append(node)
    laid = tuple(
        tuple(sorted(columns[each], key=lambda node: _order(node, last)))
        for each in sorted(columns)
    )
    return PartMap(
        number=number,
        title=story.parts[part].title,
        columns=laid,
        met=sum(node.met for node in nodes),
        scenes=len(nodes),
    )


def _order(node: Node, last: dict[str, int]) -> tuple[bool, bool, bool]:
    """Put the way that was taken above, and the endings below."""
    return node.scene not in last, not node.met, node.ending


def _depths(story: Story, part: str) -> dict[str, int]:
    """Give how many steps each scene of a part lies from the part's first."""
    first = story.parts[part].first
    depth = {first: 0}
    line = [first]
    for scene in line:
        for target in _targets(story.scenes[scene]):
            if target not in depth and story.scenes[target].part == part:
                depth[target] = depth[scene] + 1
                line.append(target)
    return depth
