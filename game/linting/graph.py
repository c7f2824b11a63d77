"""This is which scene leads to which, conditions left aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from game.model.scene import Scene
from game.model.story import Story

Ways: TypeAlias = Callable[[Scene], Iterable[str]]


def automatic(scene: Scene) -> tuple[str, ...]:
    """Give the scenes that one goes on to by itself."""
    exits = tuple(exit_.to for exit_ in scene.chance)
    return (scene.then, *exits) if scene.then else exits


def onward(scene: Scene) -> tuple[str, ...]:
    """Give the scenes that one leads to for good, detours left out."""
    return (*automatic(scene), *(choice.to for choice in scene.choices if choice.to))


def detours(scene: Scene) -> tuple[str, ...]:
    """Give the scenes that one leads to as a detour."""
    return tuple(choice.detour for choice in scene.choices if choice.detour)


def everywhere(scene: Scene) -> tuple[str, ...]:
    """Give every scene that one leads to, for good or as a detour."""
    return (*onward(scene), *detours(scene))


def reached(story: Story, first: Iterable[str], ways: Ways) -> frozenset[str]:
    """Give the scenes that can be reached, the first ones among them."""
    found = {name for name in first if name in story.scenes}
    waiting = sorted(found)
    while waiting:
        for name in ways(story.scenes[waiting.pop()]):
            if name in story.scenes and name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)


@lru_cache(maxsize=1)
def reachable(story: Story) -> frozenset[str]:
    """Give the scenes that some way from the first one leads to."""
    return reached(story, (story.first,), everywhere)


def visits(story: Story) -> Mapping[str, frozenset[str]]:
    """Give, for each scene that a detour leads to, the scenes of that detour."""
    entries = {name for scene in story.scenes.values() for name in detours(scene)}
    return {entry: reached(story, (entry,), onward) for entry in sorted(entries)}


def homes(story: Story) -> Mapping[str, tuple[str, ...]]:
    """Give, for each scene that returns, the scenes a detour was taken from to get there."""
    found: dict[str, list[str]] = {}
    regions = visits(story)
    for scene in story.scenes.values():
        for entry in detours(scene):
            for name in regions[entry]:
                if story.scenes[name].returns:
                    found.setdefault(name, []).append(scene.scene)
    return {name: tuple(scenes) for name, scenes in found.items()}


def loops(story: Story, ways: Ways) -> tuple[str, ...]:
    """Give the scenes that lead back to themselves, in the story's order."""
    return tuple(
        name for name, scene in story.scenes.items() if name in reached(story, ways(scene), ways)
    )
