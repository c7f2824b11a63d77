"""This is the saves in a folder: which slots there are, and whether a file is whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from game.engine.rules import Rules
from game.model.story import Story
from game.saving import form, store
from game.saving.fault import BadSlot, Damaged, OtherStory, SaveFault
from game.saving.form import Kept
from game.saving.mending import Mending, fit
from game.saving.save import slot_name

_FILE = re.compile(r"([a-z0-9][a-z0-9-]*)\.json(?:\.bak|\.ring-[0-9])?\Z")


@dataclass(frozen=True, slots=True)
class Shelved:
    """A slot as its own file says it is."""

    slot: str
    path: Path
    kept: Kept | None
    fault: SaveFault | None
    """Why its own file could not be read; the slot may still open from a backup."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A whole save, and what else there is to say about it."""

    path: Path
    kept: Kept
    remarks: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Say that all is well."""
        turns = "1 choice" if self.kept.save.turn == 1 else f"{self.kept.save.turn} choices"
        return f"'{self.path.name}' is whole: {turns} of '{self.kept.save.story}'."


def shelf(folder: Path) -> tuple[Shelved, ...]:
    """Give the slots of a folder by name; those of which only backups are left too."""
    slots = {found[1] for name in store.names(folder) if (found := _FILE.match(name))}
    return tuple(_shelved(folder, slot) for slot in sorted(slots) if _is_slot(slot))


def verify(path: Path, story: Story | None = None) -> Verdict:
    """Say that a file is a whole save, of this story if one is given.

    Raises ``NoSave``, ``Damaged``, ``Newer`` or ``OtherStory``, each with its exit code.
    """
    kept = form.read(store.read(path), path.name)
    if story is None:
        return Verdict(path, kept)
    if kept.save.story != story.story:
        raise OtherStory(path.name, kept.save.story, story.story)
    fitted = fit(Rules(story), kept.save)
    if kept.save.fingerprint == story.fingerprint:
        if isinstance(fitted, Mending):
            raise Damaged(path.name, "its choices do not fit its own story")
        return Verdict(path, kept)
    if isinstance(fitted, Mending):
        return Verdict(path, kept, (fitted.sentence,))
    return Verdict(path, kept, ("The story was edited since; the play still fits.",))


def _shelved(folder: Path, slot: str) -> Shelved:
    path = folder / f"{slot}.json"
    try:
        return Shelved(slot, path, form.read(store.read(path), path.name), None)
    except SaveFault as fault:
        return Shelved(slot, path, None, fault)


def _is_slot(name: str) -> bool:
    try:
        return slot_name(name) == name
    except BadSlot:
        return False
