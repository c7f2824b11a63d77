"""This is a play that waits while its reader looks at another way: a what if."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.replay import Play
from game.model.story import Story
from game.playing.heed import Heed


@dataclass(frozen=True, slots=True)
class Held:
    """The play that is kept, as it stood, and what its reader had passed over."""

    play: Play
    heed: Heed


def parted_at(story: Story, held: Play, walked: Play) -> str:
    """Give the title of the scene at which another way parts from a play, or may part from it."""
    same = 0
    for ours, theirs in zip(held.choices, walked.choices, strict=False):
        if ours != theirs:
            break
        same += 1
    scene = story.scenes[held.turns[same].state.scene]
    ending = scene.ending.title if scene.ending else ""
    return scene.title or ending or scene.scene
