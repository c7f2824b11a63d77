"""This is a slot while somebody plays: it holds the lock and writes the saves.

slot1.json              the save
slot1.json.bak          the one before
slot1.json.ring-0..2    the three before that
slot1.json.v1.bak       the last one of an older form
slot1.json.damaged-1    something that could not be read, set aside
slot1.lock              held while somebody plays
"""

from __future__ import annotations

import contextlib
import dataclasses
from dataclasses import dataclass
from pathlib import Path

from game.saving import form, lock, store
from game.saving.fault import Damaged, NoSave, OtherStory, Overtaken, ReadOnly, SaveFault
from game.saving.form import Kept
from game.saving.migration import SCHEMA
from game.saving.save import Save, slot_name


@dataclass(frozen=True, slots=True)
class Receipt:
    """A save that is on disk for good."""

    slot: str
    turn: int
    """How many choices had been taken."""
    seq: int
    when: str


def main_file(folder: Path, slot: str) -> Path:
    """Give where a slot's save lies."""
    return folder / f"{slot_name(slot)}.json"


def backups(folder: Path, slot: str) -> tuple[Path, ...]:
    """Give where a slot's older states lie: the backup, then the ring."""
    name = main_file(folder, slot).name
    ring = (folder / f"{name}.ring-{number}" for number in range(store.RING))
    return (folder / f"{name}.bak", *ring)


class Keeper:
    """A slot held for writing, or for reading only where somebody else holds it."""

    def __init__(self, folder: Path, slot: str, app: str) -> None:
        """Take the slot's lock if it can be had, and remove strays from the folder."""
        self.slot = slot_name(slot)
        self.folder = folder
        self.read_only = ""
        """Why nothing will be written; empty where all is well."""
        self._app = app
        self._seq = 0
        self._known: set[str] = set()
        self._lock = self._taken()
        if not self.read_only:
            store.sweep(folder)

    @property
    def path(self) -> Path:
        """Where the save lies."""
        return main_file(self.folder, self.slot)

    def opened(self, check: str) -> None:
        """Hear the checksum of what was read, so that the next save knows it again."""
        self._seq = self._highest()
        self._known = {check}

    def expect(self, story: str) -> None:
        """Look at what lies in the slot before a new play is put over it.

        A damaged save is set aside by the first write. Raises ``Newer`` and ``OtherStory``.
        """
        found = self._found()
        if found is not None and found.save.story != story:
            raise OtherStory(self.path.name, found.save.story, story)
        self.opened(found.check if found is not None else "")

    def keep_copy(self, suffix: str) -> None:
        """Keep what lies in the slot under a further name, unless that name is taken."""
        store.keep_copy(self.path, self.path.with_name(f"{self.path.name}.{suffix}"))

    def keep(self, save: Save) -> Receipt:
        """Write a save and come back once the disk has it.

        Raises ``SaveFault``: ``ReadOnly`` where another game holds the slot, ``Overtaken`` where
        another game wrote to it all the same.
        """
        if self.read_only:
            raise ReadOnly(self.path.name, self.read_only)
        found = self._found(aside=True)
        if found is not None:
            self._recognise(found)
        save = dataclasses.replace(save, when=store.now())
        seq = self._seq + 1
        data = form.write(save, seq, self._app)
        check = form.read(data, self.path.name).check
        # known before it is written: a fault may leave the old one or this one
        self._known.add(check)
        backup, *ring = backups(self.folder, self.slot)
        store.write(self.path, data, older=backup, oldest=ring[seq % store.RING])
        self._seq, self._known = seq, {check}
        return Receipt(self.slot, save.turn, seq, save.when)

    def close(self) -> None:
        """Let go of the slot; nothing can be written afterwards."""
        if self._lock is not None:
            lock.let_go(self._lock)
            self._lock = None
        self.read_only = self.read_only or "this game has let go of it"

    def _taken(self) -> int | None:
        path = self.folder / f"{self.slot}.lock"
        try:
            taken = lock.take(path)
        except OSError as fault:
            self.read_only = f"the folder cannot be written to ({fault.strerror})"
            return None
        if taken is None:
            self.read_only = "another game has it open"
        return taken

    def _found(self, *, aside: bool = False) -> Kept | None:
        try:
            return _whole(self.path)
        except NoSave:
            return None
        except Damaged:
            if aside:
                store.set_aside(self.path)
            return None

    def _highest(self) -> int:
        """Give the highest number in the slot: a new save must be newer than everything there."""
        highest = 0
        for path in (self.path, *backups(self.folder, self.slot)):
            with contextlib.suppress(SaveFault):
                highest = max(highest, _whole(path).seq)
        return highest

    def _recognise(self, found: Kept) -> None:
        if found.check not in self._known:
            raise Overtaken(self.path.name)
        if found.schema < SCHEMA:
            self.keep_copy(f"v{found.schema}.bak")


def _whole(path: Path) -> Kept:
    return form.read(store.read(path), path.name)
