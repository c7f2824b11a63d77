"""This is the reader of a story's folder: every file in, one story and all faults out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

from game.loading.cover import STORY
from game.loading.field import Nested
from game.loading.gazetteer import PEOPLE, PLACES, WORDS
from game.loading.name import Names
from game.loading.node import Node, read_nodes
from game.loading.record import ACCOUNTS, QUESTIONS, descent_loops
from game.loading.scene import SCENES
from game.loading.shelf import Shelf, in_turn
from game.loading.source import Source, decode
from game.loading.story import StoryForm, build_story, misplaced_briefs
from game.model.gazetteer import Person, Place, Word
from game.model.record import Account, Question
from game.model.scene import Scene
from game.model.story import Story
from game.position import Position
from game.problem import Problem, Severity, StoryFaults, in_order

ACCOUNTS_FILE: Final = "record/accounts.yaml"
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


def playable(reading: Reading) -> Story:
    """Give the story that was read. Raises ``StoryFaults`` where it cannot be played."""
    if reading.story is None:
        raise StoryFaults(reading.problems)
    return reading.story


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
