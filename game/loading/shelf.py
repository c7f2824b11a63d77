"""This is the shelf: the files of a story's folder, looked through but not yet read as YAML."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.loading.cover import STORY
from game.position import Position
from game.problem import Problem, Severity

LARGEST: Final = 8 * 1024 * 1024
"""The most bytes of a file that are read."""

DEEPEST: Final = 8
"""How deep folders may lie in one another."""

_TOP: Final = (STORY, "people.yaml", "places.yaml", "glossary.yaml")
_FOLDERS: Final = ("scenes", "record")
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9._/-]+")


def in_turn(files: Iterable[str]) -> list[str]:
    """Give files in the order in which they are read: ``story.yaml`` first, then by name."""
    return sorted(files, key=lambda file: (file != STORY, file))


class Shelf:
    """The files of a folder, looked through without following anything out of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.found: list[str] = []
        self.blind = False
        """Whether something that may hold names was refused."""

    def files(self) -> list[str]:
        """Give the files to read, ``story.yaml`` first; none when there is no story here."""
        if not self._look(self.folder / STORY):
            self._report(
                "Y020",
                STORY,
                "There is no story in this folder: it has no story.yaml.",
                "Is it the right folder?",
            )
            return []
        for name, mode in self._entries(""):
            self._top(name, mode)
        return in_turn(self.found)

    def read(self, file: str) -> bytes | None:
        """Give a file's bytes; one that is too large or cannot be read is reported."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        try:
            with os.fdopen(
                os.open(self.folder / file, flags | getattr(os, "O_BINARY", 0)), "rb"
            ) as stream:
                data = stream.read(LARGEST + 1)
        except OSError as error:
            self._unreadable(file, error)
            return None
        if len(data) <= LARGEST:
            return data
        self.blind = True
        self._report(
            "Y009",
            file,
            f"This file is larger than {LARGEST // 1024 // 1024} MiB, and was not read.",
            "Split it into several files.",
        )
        return None

    def _look(self, path: Path) -> bool:
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            self._unreadable(STORY, error)
        return True

    def _entries(self, folder: str) -> list[tuple[str, int]]:
        """Give the relative paths in a folder with their modes; names with a dot are skipped."""
        try:
            with os.scandir(self.folder / folder) as entries:
                return sorted(
                    (
                        f"{folder}/{entry.name}".lstrip("/"),
                        entry.stat(follow_symlinks=False).st_mode,
                    )
                    for entry in entries
                    if not entry.name.startswith(".")
                )
        except OSError as error:
            self._unreadable(folder or STORY, error)
            return []

    def _top(self, name: str, mode: int) -> None:
        if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            self._irregular(name)
        elif name in _FOLDERS:
            if stat.S_ISDIR(mode):
                self._walk(name, 1)
        elif name in _TOP:
            if stat.S_ISREG(mode):
                self.found.append(name)
            else:
                self._irregular(name)
        elif stat.S_ISREG(mode) and _is_yaml(name):
            from game.loading.name import near  # noqa: PLC0415 - a start has no such fault

            hint = near(name, _TOP) or f"Stories are read from {', '.join(_TOP)}, scenes/, record/."
            self._report("Y019", name, "Nobody reads this file.", hint)

    def _walk(self, folder: str, depth: int) -> None:
        for name, mode in self._entries(folder):
            if stat.S_ISDIR(mode) and depth < DEEPEST:
                self._walk(name, depth + 1)
            elif not stat.S_ISREG(mode):
                self._irregular(name)
            elif _is_yaml(name):
                self._accept(name)

    def _accept(self, file: str) -> None:
        if not _FILE_NAME.fullmatch(file):
            self.blind = True
            self._report(
                "Y022",
                file,
                "This file's name has signs that some systems do not know.",
                "Use letters, digits, hyphens, underscores and points.",
            )
        elif not file.endswith(".yaml"):
            self._report("Y019", file, "Nobody reads this file.", "Its name must end in `.yaml`.")
        else:
            self.found.append(file)

    def _irregular(self, file: str) -> None:
        self.blind = True
        self._report(
            "Y014",
            file,
            "This is not a regular file, and was not opened.",
            "Put a copy of the file here; links are not followed.",
        )

    def _unreadable(self, file: str, error: OSError) -> None:
        self.blind = True
        self._report(
            "Y001",
            file,
            f"This cannot be read: {(error.strerror or 'no reason given').lower()}.",
            "Does it belong to somebody else?",
        )

    def _report(self, code: str, file: str, statement: str, hint: str) -> None:
        shown = file if _FILE_NAME.fullmatch(file) else ascii(file)[1:-1]
        position = Position(shown, 1, 1)
        self.problems.append(Problem(position, code, Severity.ERROR, statement, hint))


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml"))
