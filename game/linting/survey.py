"""This is what rules walk over: the choices, acts, claims, tellings and texts of a story.

What takes a pass over everything is found once and kept while the same story is being judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from re import Match, Pattern
from typing import Literal, NamedTuple, TypeAlias

from game.model import walk
from game.model.expression import Times, Visited
from game.model.gazetteer import Person
from game.model.measure import paragraphs
from game.model.prose import MarkKind, Prose, Words
from game.model.record import Claim, Question, Telling
from game.model.scene import Choice, Enacts, Entry, Infers, Invents, Reads, Scene
from game.model.story import Story

Kind: TypeAlias = Literal[
    "opening", "advisory", "text", "again", "easy", "summary", "brief", "choice", "entry"
]
"""What a text is: the story's own, one of a scene's, a choice's, or an entry to look up."""

_CALLED = {"opening": "The opening", "advisory": "The advisory", "choice": "The choice '{}'"}
_CALLED |= dict.fromkeys(("text", "again", "easy", "summary"), "The scene '{}'")
_CALLED |= {"brief": "A brief of '{}'", "entry": "The entry '{}'"}


class Text(NamedTuple):
    """Prose with what it is part of, and its words."""

    prose: Prose
    words: str
    """Marks stripped, a line for each paragraph, with every way a stretch can read."""
    kind: Kind
    name: str
    """The id of what it belongs to: a scene, ``scene/choice``, an entry, or the story."""

    @property
    def where(self) -> str:
        """What a message calls it."""
        return _CALLED[self.kind].format(self.name)


def choices(story: Story) -> Iterator[tuple[str, Scene, Choice]]:
    """Yield every choice with its scene, after the name that a message gives it."""
    for scene in story.scenes.values():
        for choice in scene.choices:
            yield f"{scene.scene}/{choice.choice}", scene, choice


def claims(story: Story) -> Iterator[tuple[str, Question, Claim]]:
    """Yield every claim with its question, after its name ``question/claim``."""
    for question in story.questions.values():
        for claim in question.claims.values():
            yield f"{question.question}/{claim.claim}", question, claim


def tellings(claim: Claim) -> tuple[Telling, ...]:
    """Give everybody who speaks on a claim, in any of the four voices."""
    return (*claim.told_by, *claim.reported_by, *claim.denied_by, *claim.doubted_by)


@lru_cache(maxsize=1)
def acts(story: Story) -> tuple[walk.Act, ...]:
    """Give every choice and every ending."""
    return tuple(walk.acts(story))


@lru_cache(maxsize=1)
def texts(story: Story) -> tuple[Text, ...]:
    """Give every text that a reader may be shown."""
    return tuple(
        Text(prose, _words(prose), kind, name)
        for prose, kind, name in chain(_of_story(story), _of_scenes(story))
    )


@lru_cache(maxsize=1)
def all_words(story: Story) -> str:
    """Give the words of all texts. Most signs stand in none, and asking here first is quick."""
    return "\n".join(text.words for text in texts(story))


def matches(story: Story, pattern: Pattern[str]) -> Iterator[tuple[Text, Match[str]]]:
    """Yield every place where a pattern occurs in a text."""
    if pattern.search(all_words(story)):
        for text in texts(story):
            for match in pattern.finditer(text.words):
                yield text, match


@lru_cache(maxsize=1)
def variables_read(story: Story) -> frozenset[str]:
    """Give the variables that something depends on."""
    return walk.variables_read(story)


@lru_cache(maxsize=1)
def variables_written(story: Story) -> frozenset[str]:
    """Give the variables that some effect gives a value."""
    return walk.variables_written(story)


@lru_cache(maxsize=1)
def scenes_counted(story: Story) -> frozenset[str]:
    """Give the scenes whose visits some condition asks about."""
    return frozenset(
        leaf.scene
        for scene in story.scenes.values()
        for condition in walk.conditions(scene)
        for leaf in walk.leaves(condition.test)
        if isinstance(leaf, Times | Visited)
    )


@lru_cache(maxsize=1)
def claims_met(story: Story) -> frozenset[str]:
    """Give the claims, ``question/claim``, that some prose is marked with or some act enacts."""
    enacted = (
        f"{entry.question}/{entry.claim}"
        for act in acts(story)
        for entry in act.record
        if isinstance(entry, Enacts) and entry.claim is not None
    )
    return walk.marked_claims(story) | frozenset(enacted)


@lru_cache(maxsize=1)
def questions_met(story: Story) -> frozenset[str]:
    """Give the questions that some act answers or some prose is marked with a claim of."""
    asked = (
        entry.question
        for act in acts(story)
        for entry in act.record
        if isinstance(entry, Enacts | Infers | Invents) and entry.question is not None
    )
    return frozenset(asked) | {claim.partition("/")[0] for claim in claims_met(story)}


def claims_beneath(scene: Scene) -> frozenset[str]:
    """Give the claims that a scene rests on: marked in its prose, or enacted or named in a record.

    Marks count in every text that a player may be shown, and in every way a stretch can read.
    """
    found = {
        mark.target
        for prose in walk.shown(scene)
        for mark in walk.marks(prose)
        if mark.kind is MarkKind.CLAIM
    }
    records = [choice.record for choice in scene.choices]
    records += [scene.ending.record] if scene.ending else []
    for entry in chain.from_iterable(records):
        if isinstance(entry, Enacts) and entry.claim is not None:
            found.add(f"{entry.question}/{entry.claim}")
        elif isinstance(entry, Infers):
            found.update(map(str, entry.premises))
    return frozenset(found)


def claims_of(person: Person) -> tuple[str, ...]:
    """Give what a person's entry rests on: its claims, and those its text is marked with."""
    marked = (mark.target for mark in walk.marks(person.text) if mark.kind is MarkKind.CLAIM)
    return (*map(str, person.claims), *marked)


def answer(choice: Choice) -> frozenset[object]:
    """Give what a choice says to the record. Two that say the same differ only in their notes."""
    return frozenset(_saying(entry) for entry in choice.record)


def _saying(entry: Entry) -> object:
    match entry:
        case Enacts():
            return (entry.question, entry.claim)
        case Infers():
            return (entry.question, entry.premises, entry.why)
        case Invents():
            return (entry.question, entry.why)
        case Reads():
            return "reading"


def _of_story(story: Story) -> Iterator[tuple[Prose, Kind, str]]:
    yield story.opening, "opening", story.story
    yield story.advisory, "advisory", story.story
    for person in story.people.values():
        yield person.text, "entry", person.person
    for place in story.places.values():
        yield place.text, "entry", place.place
    for word in story.words.values():
        yield word.text, "entry", word.word


def _of_scenes(story: Story) -> Iterator[tuple[Prose, Kind, str]]:
    for name, scene in story.scenes.items():
        yield scene.text, "text", name
        if scene.again is not None:
            yield scene.again, "again", name
        if scene.easy is not None:
            yield scene.easy, "easy", name
        if scene.skippable is not None:
            yield scene.skippable.summary, "summary", name
        for brief in scene.briefs:
            yield brief.text, "brief", name
        for choice in scene.choices:
            yield choice.text, "choice", f"{name}/{choice.choice}"


def _words(prose: Prose) -> str:
    """Give the words of prose; that of one plain stretch, as most choices are, at once."""
    if len(prose.beats) == 1 and len(prose.beats[0]) == 1:
        pieces = prose.beats[0][0].pieces
        if len(pieces) == 1 and isinstance(pieces[0], Words):
            return pieces[0].text
    return "\n".join(paragraphs(prose))
