"""This is how a reader wants hard passages told: in full, in two lines, or asked about first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.engine.state import Entered
from game.model.scene import Skippable
from game.model.story import Story
from game.model.survey import survey
from game.reporting.phrase import listing

_SAID = {"child-loss": "the loss of a child"}


@dataclass(frozen=True, slots=True)
class Heed:
    """What a reader said about hard passages, and what became of those they met."""

    skip: frozenset[str] = frozenset()
    """Tags of passages that give way to their summaries without being asked about."""
    show: frozenset[str] = frozenset()
    """Tags of passages that are read without being asked about; ``skip`` is stronger."""
    passed: frozenset[str] = frozenset()
    """Scenes whose summaries were read in the place of their texts."""
    read: frozenset[str] = frozenset()
    """Scenes whose texts were read when they were asked about."""

    def met(self, story: Story, entered: Iterable[Entered]) -> Heed:
        """Give what it is after some scenes were entered: some are passed over by themselves."""
        hard = dict(_hard(story, entered))
        passed = {scene for scene, found in hard.items() if self.skip.intersection(found.tags)}
        return replace(self, passed=self.passed | passed, read=self.read - passed)

    def undecided(self, story: Story, entered: Iterable[Entered]) -> tuple[str, ...]:
        """Give the tags for which a reader of these scenes is to be asked first."""
        found = {
            tag: None
            for scene, hard in _hard(story, entered)
            if scene not in self.passed | self.read and not self.show.issuperset(hard.tags)
            for tag in hard.tags
        }
        return tuple(found)

    def decide(self, story: Story, entered: Iterable[Entered], *, passes: bool) -> Heed:
        """Give what it is once the texts of some scenes were chosen, or their summaries."""
        scenes = {scene for scene, _ in _hard(story, entered)}
        if passes:
            return replace(self, passed=self.passed | scenes, read=self.read - scenes)
        return replace(self, passed=self.passed - scenes, read=self.read | scenes)


def tags_of(story: Story) -> tuple[str, ...]:
    """Give every tag for which some passage of a story can be passed over, in order of letters."""
    return survey(story.scenes).tags


def in_words(tags: Iterable[str]) -> str:
    """Say tags in a sentence: ``torture and the loss of a child``."""
    return listing(_SAID.get(tag, tag.replace("-", " ")) for tag in tags)


def heed_of(kept: Iterable[str]) -> Heed:
    """Read what a save keeps: tags, and scenes, which have a dot in their names."""
    names = frozenset(kept)
    scenes = frozenset(name for name in names if "." in name)
    return Heed(skip=names - scenes, passed=scenes)


def _hard(story: Story, entered: Iterable[Entered]) -> list[tuple[str, Skippable]]:
    """Give the scenes that can be passed over, with what they can be passed over for."""
    found = ((each.scene, story.scenes[each.scene].skippable) for each in entered)
    return [(scene, hard) for scene, hard in found if hard is not None]
