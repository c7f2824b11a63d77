"""This is names for other programs' languages: allowed there, and no two the same."""

from __future__ import annotations

import re
from collections.abc import Container

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_]")


class Names:
    """Gives each thing a name once, and the same again when it is asked again."""

    def __init__(self, reserved: Container[str]) -> None:
        """Leave out what a language keeps for itself."""
        self._reserved = reserved
        self._given: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()

    def give(self, kind: str, wanted: str) -> str:
        """Give the name of a thing of some kind: what is wanted, as far as it can be had."""
        key = (kind, wanted)
        if key not in self._given:
            self._given[key] = self._free(_plain(wanted))
            self._taken.add(self._given[key])
        return self._given[key]

    def _free(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self._taken or name in self._reserved:
            name = f"{wanted}_{number}"
            number += 1
        return name


def _plain(wanted: str) -> str:
    name = _NOT_PLAIN.sub("_", wanted.replace(".", "__"))
    return name if name[:1].isalpha() else f"n_{name}"
