"""This is what is kept of a play: enough to play it again, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.saving.fault import BadSlot

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,31}\Z")
_TAKEN_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")


@dataclass(frozen=True, slots=True)
class Save:
    """A play as its story, its seed and its choices."""

    story: str
    """The story's id."""
    fingerprint: str
    """The story's fingerprint when this was kept."""
    seed: int
    log: tuple[str, ...]
    """The choices taken, each ``scene/choice``."""
    trail: tuple[str, ...]
    """Where the play rested: the scene at the start, then one after each choice."""
    label: str = ""
    """A line for lists of saves: where the play stands."""
    when: str = ""
    """When it was kept, in ISO form and universal time."""
    led: int = 0
    """How many choices at the front a line took, not the player."""
    marks: str = "story"
    """When the record is shown to this player."""
    skip: tuple[str, ...] = ()
    """Tags that this player never wants to see, and scenes that were passed over in this play."""

    @property
    def turn(self) -> int:
        """How many choices have been taken."""
        return len(self.log)


def slot_name(given: str) -> str:
    """Give a slot's safe file name: a number ``1`` is ``slot1``, a name is itself.

    Raises ``BadSlot`` for anything that could be no file, or another file, somewhere.
    """
    name = f"slot{int(given)}" if given.isascii() and given.isdigit() else given
    if not _NAME.match(name) or _TAKEN_BY_WINDOWS.match(name):
        raise BadSlot(given)
    return name
