"""This is opening a slot, whatever is left of it, and saying what was done.

The save comes first, then its backup, then the ring from its newest, then the choices that can
still be made out in what was damaged. Nothing is deleted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from game.saving import form, store
from game.saving.fault import Damaged, NoSave
from game.saving.form import Kept
from game.saving.keeper import backups, main_file
from game.saving.save import Save

_LOG = re.compile(rb'"log"\s*:\s*\[([^\]]*)')
_STEP = re.compile(rb'"([a-z0-9][a-z0-9.-]{0,99}/[a-z0-9-]{1,99})"')
_SEED = re.compile(rb'"seed"\s*:\s*(-?[0-9]{1,19})\b')
_STORY = re.compile(rb'"id"\s*:\s*"([a-z0-9][a-z0-9.-]{0,99})"')


@dataclass(frozen=True, slots=True)
class Opened:
    """What a slot gave."""

    save: Save
    seq: int
    check: str
    """The checksum of what lies in the slot's own file; empty where that was lost."""
    told: tuple[str, ...] = ()
    """What the player must hear; nothing where all was well."""
    pieced: bool = False
    """Only choices could be made out; they are to be played as far as they go."""


@dataclass(frozen=True, slots=True)
class _Loss:
    data: bytes
    sentence: str


def open_slot(folder: Path, slot: str, *, aside: bool = True) -> Opened:
    """Open a slot. ``aside`` says whether damaged files may be renamed: only by the lock's holder.

    Raises ``NoSave`` where there never was one, ``Newer``, and ``Damaged`` where nothing at all can
    be made out.
    """
    main = main_file(folder, slot)
    losses: list[_Loss] = []
    whole = _whole(main, losses, aside=aside)
    if whole is not None:
        return Opened(whole.save, whole.seq, whole.check)
    older = _older(folder, slot, losses, aside=aside)
    told = tuple(loss.sentence for loss in losses)
    if older is not None:
        what = f"A backup of '{main.name}' was opened instead, at turn {older.save.turn}."
        return Opened(older.save, older.seq, "", (*told, what))
    if not losses:
        raise NoSave(main.stem)
    return _pieced(main.name, losses, told)


def _older(folder: Path, slot: str, losses: list[_Loss], *, aside: bool) -> Kept | None:
    backup, *ring = backups(folder, slot)
    found = _whole(backup, losses, aside=aside)
    if found is not None:
        return found
    kept = [each for path in ring if (each := _whole(path, losses, aside=aside))]
    return max(kept, key=lambda each: each.seq, default=None)


def _whole(path: Path, losses: list[_Loss], *, aside: bool) -> Kept | None:
    try:
        data = store.read(path)
    except NoSave:
        return None
    except Damaged as fault:
        losses.append(_Loss(b"", f"'{path.name}' could not be read: {fault.why}."))
        return None
    try:
        return form.read(data, path.name)
    except Damaged as fault:
        moved = store.set_aside(path) if aside else None
        where = f" It is kept as '{moved.name}'." if moved else " It was left as it is."
        losses.append(_Loss(data, f"'{path.name}' was damaged: {fault.why}.{where}"))
        return None


def _pieced(file: str, losses: list[_Loss], told: tuple[str, ...]) -> Opened:
    best = max(
        (piece for loss in losses if (piece := _piece(loss.data))), key=_length, default=None
    )
    if best is None:
        raise Damaged(file, "nothing of it or of its backups can be read")
    what = "No backup was left; the choices that could still be made out were played again."
    return Opened(best, 0, "", (*told, what), pieced=True)


def _length(save: Save) -> int:
    return len(save.log)


def _piece(data: bytes) -> Save | None:
    """Make out a story, a seed and the choices up to the first that cannot be read."""
    story, seed, log = _STORY.search(data), _SEED.search(data), _LOG.search(data)
    if story is None or seed is None or log is None:
        return None
    steps = takewhile(bool, (_STEP.fullmatch(each.strip()) for each in log[1].split(b",")))
    names = tuple(step[1].decode() for step in steps if step)
    return Save(story[1].decode(), "", int(seed[1]), names, ())
