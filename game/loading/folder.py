"""This is the reader of a story's folder: every file in, one story and all faults out."""

from __future__ import annotations

import gc
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

from game.loading.cover import STORY
from game.loading.field import Nested
from game.loading.gazetteer import PEOPLE, PLACES, WORDS
from game.loading.name import Names, near
from game.loading.node import Node, read_nodes
from game.loading.record import ACCOUNTS, QUESTIONS, descent_loops
from game.loading.scene import SCENES
from game.loading.source import Source, decode
from game.loading.story import StoryForm, build_story, misplaced_briefs
from game.model.gazetteer import Person, Place, Word
from game.model.record import Account, Question
from game.model.scene import Scene
from game.model.story import Story
from game.position import Position
from game.problem import Problem, Severity, in_order

LARGEST: Final = 8 * 1024 * 1024
"""The most bytes of a file that are read."""

DEEPEST: Final = 8
"""How deep folders may lie in one another."""

ACCOUNTS_FILE: Final = "record/accounts.yaml"
_TOP: Final = (STORY, "people.yaml", "places.yaml", "glossary.yaml")
_FOLDERS: Final = ("scenes", "record")
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9._/-]+")
_STORY_KIND: Final = Nested(StoryForm, build_story)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder says: the story, unless an error keeps it from being played, and all faults."""

    story: Story | None
    problems: tuple[Problem, ...]


def read_story(folder: Path) -> Reading:
    """Read a story's folder.

    Every fault of every file is found in one run and given in order. Nothing is raised for what
    an author can mend; memory and time are bounded by the size of the files.
    """
    with uncollected():
        shelf = Shelf(folder)
        draft = Draft()
        for file in shelf.files():
            data = shelf.read(file)
            if data is not None:
                draft.take(file, data)
        draft.problems.extend(shelf.problems)
        draft.names.blind = draft.names.blind or shelf.blind
        return draft.finish()


def read_files(files: Mapping[str, bytes]) -> Reading:
    """Read a story from the bytes of its files, as if they lay in a folder by these paths."""
    with uncollected():
        draft = Draft()
        for file in in_turn(files):
            draft.take(file, files[file])
        return draft.finish()


def in_turn(files: Iterable[str]) -> list[str]:
    """Give files in the order in which they are read: ``story.yaml`` first, then by name."""
    return sorted(files, key=lambda file: (file != STORY, file))


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector away: reading makes a great many values and no rings for it to find."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@dataclass(slots=True)
class Draft:
    """What has been read so far, of one file or of many."""

    names: Names = field(default_factory=Names)
    problems: list[Problem] = field(default_factory=list)
    story: Story | None = None
    scenes: dict[str, Scene] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    digests: dict[str, bytes] = field(default_factory=dict)

    def take(self, file: str, data: bytes) -> None:
        """Read one file's bytes into the draft."""
        source = decode(file, data, self.names)
        self.digests[file] = sha256(source.text.encode()).digest()
        node = read_nodes(source)
        if node is not None:
            self._build(file, node, source)
        else:
            self._without(file, source)
        self.problems.extend(source.problems)

    def _without(self, file: str, source: Source) -> None:
        if not source.problems:
            source.report(
                "Y016",
                Position(file, 1, 1),
                "This file is empty.",
                "Write something into it, or delete it.",
            )
        self.names.blind = self.names.blind or not source.text
        self.names.glimpse(source.text)
        if file == STORY:
            self.names.whole = False

    def _build(self, file: str, node: Node, source: Source) -> None:
        match file:
            case "story.yaml":
                self.names.whole = False
                self.story = _STORY_KIND.read(node, source)
            case "people.yaml":
                self.people = {each.person: each for each in PEOPLE.read(node, source) or ()}
            case "places.yaml":
                self.places = {each.place: each for each in PLACES.read(node, source) or ()}
            case "glossary.yaml":
                self.words = {each.word: each for each in WORDS.read(node, source) or ()}
            case "record/accounts.yaml":
                self.accounts = {each.account: each for each in ACCOUNTS.read(node, source) or ()}
            case _ if file.startswith("record/"):
                found = QUESTIONS.read(node, source) or ()
                self.questions.update((each.question, each) for each in found)
            case _:
                self.scenes.update((each.scene, each) for each in SCENES.read(node, source) or ())

    def absorb(self, other: Draft) -> bool:
        """Take over what was read from another file; ``False`` where both declare one name."""
        if not self.names.absorb(other.names):
            return False
        self.problems.extend(other.problems)
        self.story = other.story or self.story
        self.scenes.update(other.scenes)
        self.accounts.update(other.accounts)
        self.questions.update(other.questions)
        self.people.update(other.people)
        self.places.update(other.places)
        self.words.update(other.words)
        self.digests.update(other.digests)
        return True

    def finish(self) -> Reading:
        """Look at everything together and give the result."""
        found = in_order(
            [
                *self.problems,
                *self.names.strangers(),
                *descent_loops(self.accounts, self.questions),
                *misplaced_briefs(self.scenes.values(), self.story.roles if self.story else {}),
            ]
        )
        broken = any(problem.severity is Severity.ERROR for problem in found)
        if self.story is None or broken:
            return Reading(None, found)
        story = replace(
            self.story,
            scenes=MappingProxyType(self.scenes),
            accounts=MappingProxyType(self.accounts),
            questions=MappingProxyType(self.questions),
            people=MappingProxyType(self.people),
            places=MappingProxyType(self.places),
            words=MappingProxyType(self.words),
            fingerprint=_fingerprint(self.digests),
        )
        return Reading(story, found)


def _fingerprint(digests: Mapping[str, bytes]) -> str:
    """Tell stories apart; a checkout with the line ends of Windows is the same story."""
    whole = sha256()
    for file in sorted(digests):
        whole.update(file.encode() + b"\0" + digests[file])
    return whole.hexdigest()


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
