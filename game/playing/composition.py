"""This is making pages: a play in, values for the faces out.

What the record has about a choice never changes while a story is open, so it is worked out once.
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.replay import OffRecord, Play, choice_at, off_record, read_at
from game.engine.rules import Rules
from game.engine.state import Entered
from game.model.prose import plain
from game.model.scene import Choice, Reads, Scene
from game.model.story import RoleKind, Story
from game.playing.date import in_words
from game.playing.page import Finish, Heading, Offer, Page, Passage, Taken
from game.record.finding import Finding, findings


class Composer:
    """Makes the pages of one story; it remembers what the record has about each choice."""

    def __init__(self, rules: Rules) -> None:
        """Make pages of this story."""
        self._rules = rules
        self._story = rules.story
        self._found: dict[str, tuple[Finding, ...]] = {}

    def page(self, play: Play, *, led: int = 0, passed: frozenset[str] = frozenset()) -> Page:
        """Give what to show now.

        ``led`` choices were a line's and not the reader's; the scenes that were ``passed`` over
        give way to their summaries.
        """
        state = play.state
        scene = self._story.scenes[state.scene]
        last = len(play.choices)
        standing = off_record(self._story, play)
        return Page(
            turn=last,
            heading=heading(self._story, scene),
            passages=self.passages(play, last, led=led, passed=passed),
            offers=tuple(
                self._offer(play, scene, number, choice)
                for number, choice in enumerate(self._rules.offers(state), start=1)
            ),
            last=self.taken(play, last) if last > led else None,
            off_record=self._words(play, standing),
            finish=self._finish(play, scene, standing),
            led=led,
        )

    def taken(self, play: Play, turn: int) -> Taken:
        """Give a choice of a play, counted from one, and what the record has about it."""
        name, choice = choice_at(self._story, play, turn - 1)
        return Taken(
            turn=turn,
            scene=name,
            scene_title=self._story.scenes[name].title,
            choice=f"{name}/{choice.choice}",
            text=self._rules.line(choice.text, play.turns[turn - 1].state),
            findings=self._findings(name, choice),
            reading=_is_reading(choice),
            leaves=choice.leaves is not None,
            off_record=self._words(play, off_record(self._story, play.before(turn - 1))),
            his=is_first_person(self._story, self._story.scenes[name]),
        )

    def passages(
        self, play: Play, turn: int, *, led: int = 0, passed: frozenset[str] = frozenset()
    ) -> tuple[Passage, ...]:
        """Give what was read after so many choices."""
        read = read_at(self._story, play, turn, led)
        return tuple(self._passage(entered, passed) for entered in read)

    def _passage(self, entered: Entered, passed: frozenset[str]) -> Passage:
        scene = self._story.scenes[entered.scene]
        passage = Passage(scene.scene, scene.title, (), entered.again, tags=scene.tags)
        skippable = scene.skippable
        if skippable is not None and entered.scene in passed:
            beats = self._rules.prose(skippable.summary, entered.state)
            return replace(passage, beats=beats, summarised=True)
        return replace(passage, beats=self._rules.beats(entered))

    def _offer(self, play: Play, scene: Scene, number: int, choice: Choice) -> Offer:
        return Offer(
            number=number,
            choice=f"{scene.scene}/{choice.choice}",
            text=self._rules.line(choice.text, play.state),
            findings=self._findings(scene.scene, choice),
            reading=_is_reading(choice),
            leaves=choice.leaves is not None,
        )

    def _finish(self, play: Play, scene: Scene, standing: OffRecord | None) -> Finish | None:
        if scene.ending is None:
            return None
        return Finish(
            scene=scene.scene,
            title=scene.ending.title,
            findings=findings(self._story, scene.ending.record),
            left_at=None if standing is None else self.taken(play, standing.index + 1),
        )

    def _findings(self, scene: str, choice: Choice) -> tuple[Finding, ...]:
        key = f"{scene}/{choice.choice}"
        if key not in self._found:
            self._found[key] = findings(self._story, choice.record)
        return self._found[key]

    def _words(self, play: Play, standing: OffRecord | None) -> str:
        if standing is None:
            return ""
        before = play.turns[standing.index].state
        return plain(self._rules.line(standing.choice.text, before))


def heading(story: Story, scene: Scene) -> Heading:
    """Give where a scene stands, in words."""
    place = story.places.get(scene.place or "")
    part = story.parts.get(scene.part)
    # a part is sometimes named for its only place
    named_for_it = place is not None and part is not None and part.title == place.name
    return Heading(
        story=story.title,
        part=part_title(story, scene.part),
        scene=scene.title,
        when=in_words(scene.date),
        where="" if place is None or named_for_it else place.name,
        role=_role(story, scene),
    )


def part_title(story: Story, name: str) -> str:
    """Give a part's number and title, ``7 The line``; nothing where the story has no such part.

    The first part is the way in and stands without a number.
    """
    for number, part in enumerate(story.parts.values()):
        if part.part == name:
            return f"{number} {part.title}" if number else part.title
    return ""


def is_first_person(story: Story, scene: Scene) -> bool:
    """Tell whether a scene is that of the person whom the story is about: its first role."""
    people = [role.role for role in story.roles.values() if role.kind is RoleKind.PERSON]
    return scene.role is None or scene.role in people[:1]


def _role(story: Story, scene: Scene) -> str:
    if is_first_person(story, scene) or scene.role not in story.roles:
        return ""
    return story.roles[scene.role or ""].label


def _is_reading(choice: Choice) -> bool:
    return all(isinstance(entry, Reads) for entry in choice.record)
