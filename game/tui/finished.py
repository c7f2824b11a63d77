"""This is a kept play that has come to its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from game.model.story import Story
from game.playing.composition import heading
from game.playing.opening import Slip


class Finished(Slip):
    """A slip whose play stands at an ending."""

    __slots__ = ()


def told_apart(story: Story, slips: Iterable[Slip]) -> tuple[Slip, ...]:
    """Give slips with those finished that stand where only an ending stands, by part and title."""
    ends: dict[tuple[str, str], bool] = {}
    for scene in story.scenes.values():
        place = heading(story, scene)
        key = (place.part, place.scene)
        ends[key] = scene.ending is not None and ends.get(key, True)
    return tuple(
        _finished(slip) if slip.opens and ends.get((slip.part, slip.scene)) else slip
        for slip in slips
    )


def _finished(slip: Slip) -> Finished:
    return Finished(**{each.name: getattr(slip, each.name) for each in fields(slip)})
