"""This is the endings of a story: those that a reader met, by title, and how many there are."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from game.model.story import Story
from game.playing.composition import part_title
from game.record.finding import findings
from game.record.status import Status


@dataclass(frozen=True, slots=True)
class EndingMet:
    """One ending that was met."""

    scene: str
    title: str
    statuses: tuple[Status, ...]
    """How well what it tells is known; empty where nobody asks, or the record is kept back."""


@dataclass(frozen=True, slots=True)
class PartEndings:
    """The endings of one part; those that were not met have no names here."""

    title: str
    """The part's number and title."""
    met: tuple[EndingMet, ...]
    unmet: int


@dataclass(frozen=True, slots=True)
class Endings:
    """All parts that a play may end in, in their order."""

    parts: tuple[PartEndings, ...]

    @property
    def met(self) -> int:
        """How many were met."""
        return sum(len(part.met) for part in self.parts)

    @property
    def there(self) -> int:
        """How many there are."""
        return sum(len(part.met) + part.unmet for part in self.parts)

    @property
    def tally(self) -> str:
        """Say how many of how many."""
        return f"{self.met} of {self.there}"


def endings(story: Story, seen: Container[str], *, bare: bool = False) -> Endings:
    """Give the endings for a reader who has met those scenes; ``bare`` keeps the record back."""
    return Endings(tuple(_parts(story, seen, bare=bare)))


def _parts(story: Story, seen: Container[str], *, bare: bool) -> Iterator[PartEndings]:
    # a scene whose part is not in the story's list stands behind all others
    ends = [scene for scene in story.scenes.values() if scene.ending is not None]
    for part in dict.fromkeys((*story.parts, *(scene.part for scene in ends))):
        here = [scene for scene in ends if scene.part == part]
        met = tuple(
            EndingMet(
                scene.scene,
                scene.ending.title,
                () if bare else _statuses(story, scene.scene),
            )
            for scene in here
            if scene.ending is not None and scene.scene in seen
        )
        if here:
            yield PartEndings(part_title(story, part), met, len(here) - len(met))


def _statuses(story: Story, name: str) -> tuple[Status, ...]:
    ending = story.scenes[name].ending
    found = findings(story, ending.record) if ending is not None else ()
    return tuple(dict.fromkeys(each.status for each in found if each.status is not None))
