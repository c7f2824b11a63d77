"""This is what only all scenes together tell, noted once so that nobody has to look at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.model.scene import Scene
from game.model.walk import conditions, effects, named_scenes


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of some scenes."""

    counted: tuple[str, ...]
    """Scenes whose visits matter: with a text for ``again``, or asked about by one of these."""
    tags: tuple[str, ...]
    """Every tag for which some passage can be passed over, in order of letters."""


class Surveyed(Mapping[str, Scene]):
    """Scenes by id that were surveyed before, and may be slow to look at one by one."""

    survey: Survey


def survey(scenes: Mapping[str, Scene]) -> Survey:
    """Look at all scenes, unless somebody has."""
    if isinstance(scenes, Surveyed):
        return scenes.survey
    hard = (scene.skippable for scene in scenes.values())
    tags = {tag for each in hard if each is not None for tag in each.tags}
    counted = dict.fromkeys(name for scene in scenes.values() for name in _counted(scene))
    return Survey(tuple(counted), tuple(sorted(tags)))


def _counted(scene: Scene) -> Iterator[str]:
    if scene.again is not None:
        yield scene.scene
    for condition in conditions(scene):
        yield from sorted(named_scenes(condition.test))
    for effect in effects(scene):
        yield from sorted(named_scenes(effect.value))
