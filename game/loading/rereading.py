"""This is reading a folder again and again while it is being written: only what changed is parsed.

What is given is what reading the whole folder gives, fault for fault. A file is parsed anew when
its bytes changed, or when the names and kinds of the state did, by which conditions are read.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeAlias

from game.loading.cover import STORY
from game.loading.folder import Draft, Reading, read_story, uncollected
from game.loading.name import Names
from game.loading.shelf import Shelf
from game.loading.source import decode
from game.model.story import VariableKind

YOUNG: Final = 2_000_000_000
"""Nanoseconds in which a file may change twice and look the same: some disks count in twos."""

_State: TypeAlias = tuple[bool, tuple[tuple[str, VariableKind, tuple[str, ...]], ...]]
"""What the reading of conditions hangs on: whether the state is known whole, and its names."""
_Stamp: TypeAlias = tuple[int, int, int]


@dataclass(slots=True)
class _Leaf:
    """One file as it was last parsed."""

    stamp: _Stamp
    digest: bytes
    data: bytes
    state: _State
    draft: Draft


class Rereader:
    """Reads one folder as often as it is asked to."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self.folder = folder
        self._leaves: dict[str, _Leaf] = {}
        self._state: _State = (True, ())
        self._names = Names()

    def read(self) -> Reading:
        """Read the folder as it is now."""
        with uncollected():
            shelf = Shelf(self.folder)
            whole = Draft()
            files = shelf.files()
            self._leaves = {file: leaf for file, leaf in self._leaves.items() if file in files}
            for file in files:
                leaf = self._leaf(file, shelf)
                if leaf is not None and not whole.absorb(leaf.draft):
                    # Which of two declarations counts hangs on what was read between them.
                    return read_story(self.folder)
            whole.problems.extend(shelf.problems)
            whole.names.blind = whole.names.blind or shelf.blind
            return whole.finish()

    def line(self, file: str, number: int) -> str:
        """Give a line of a file as it was last read, counted from one; else nothing."""
        leaf = self._leaves.get(file)
        if leaf is None:
            return ""
        lines = decode(file, leaf.data, Names()).lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _leaf(self, file: str, shelf: Shelf) -> _Leaf | None:
        known = self._leaves.get(file)
        stamp = _stamp(self.folder / file)
        if known is None or known.stamp != stamp:
            known = self._read(file, shelf, stamp)
        elif not self._serves(known, file):
            known = self._parsed(file, known.data, stamp)
        if known is None:
            self._leaves.pop(file, None)
            return None
        self._leaves[file] = known
        if file == STORY:
            self._settle(known.draft.names)
        return known

    def _read(self, file: str, shelf: Shelf, stamp: _Stamp) -> _Leaf | None:
        data = shelf.read(file)
        if data is None:
            return None
        known = self._leaves.get(file)
        if known is not None and known.digest == _digest(data) and self._serves(known, file):
            known.stamp = stamp
            return known
        return self._parsed(file, data, stamp)

    def _parsed(self, file: str, data: bytes, stamp: _Stamp) -> _Leaf:
        draft = Draft(names=Names() if file == STORY else self._fresh_names())
        draft.take(file, data)
        return _Leaf(stamp, _digest(data), data, self._state, draft)

    def _fresh_names(self) -> Names:
        kept = self._names
        return Names(variables=kept.variables, whole=kept.whole, parsed=kept.parsed)

    def _serves(self, leaf: _Leaf, file: str) -> bool:
        """Tell whether a file reads now as it did when it was parsed."""
        if file == STORY or leaf.state == self._state:
            return True
        # Where the state cannot be read whole, less is asked of conditions than before.
        return not self._state[0] and leaf.state[0] and not leaf.draft.problems

    def _settle(self, names: Names) -> None:
        """Take the names of the state, by which all other files are read."""
        each = names.variables.values()
        state = (names.whole, tuple((one.variable, one.kind, one.values) for one in each))
        if state != self._state or not self._names.variables:
            self._state = state
            self._names = Names(variables=dict(names.variables), whole=names.whole)


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()


def _stamp(path: Path) -> _Stamp:
    """Give what tells a file's states apart without reading it; a young one never looks the same.

    A disk counts time in ticks, and a file may be written twice within one.
    """
    try:
        found = path.lstat()
    except OSError:
        return (0, 0, time.monotonic_ns())
    young = abs(time.time_ns() - found.st_mtime_ns) < YOUNG
    return (found.st_mtime_ns, found.st_size, time.monotonic_ns() if young else found.st_ino)
