"""This is where a play may begin: the parts of the story, and the lines that lead to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from game.engine.line import follow
from game.engine.replay import Play, choice_at
from game.engine.rules import Rules
from game.model.prose import plain
from game.model.story import Story
from game.playing.composition import heading
from game.record.finding import findings

LATEST = 3
"""So many of the decisions that a line took are told to whom it led."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that leads to a part."""

    line: str
    teller: str
    """Whose accounts it follows: ``Mozokhin, then Petrov and Jansen``."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """A part that a play may begin at."""

    part: str
    number: int
    """As pages show it; the part that every play begins with has nought."""
    title: str
    when: str
    """When its first scene is, in words; empty where the story does not say."""
    guides: tuple[Guide, ...]
    """The lines that pass its first scene; none for the part that every play begins with."""


def ways_in(rules: Rules) -> tuple[WayIn, ...]:
    """Give the parts in order, without those that no line passes."""
    story = rules.story
    passed = {line: set(follow(rules, line).play.trail) for line in story.lines}
    found = []
    for number, part in enumerate(story.parts.values()):
        lines = [line for line, trail in passed.items() if number and part.first in trail]
        if lines or not number:
            when = heading(story, story.scenes[part.first]).when
            guides = tuple(Guide(line, teller(story, line)) for line in lines)
            found.append(WayIn(part.part, number, part.title, when, guides))
    return tuple(found)


def led(rules: Rules, line: str, part: str) -> Play | None:
    """Play a line up to a part's first scene; ``None`` where the line does not pass it."""
    first = rules.story.parts[part].first
    walked = follow(rules, line).play
    for turn, each in enumerate(walked.turns):
        if any(entered.scene == first for entered in each.entered):
            return walked.before(turn)
    return None


def passed_parts(rules: Rules, lines: Iterable[str]) -> tuple[str, ...]:
    """Give the parts that at least one of some lines leads to."""
    trail = {scene for line in lines for scene in follow(rules, line).play.trail}
    return tuple(part.part for part in rules.story.parts.values() if part.first in trail)


def teller(story: Story, line: str) -> str:
    """Name the accounts that a line follows, in its order."""
    return ", then ".join(story.accounts[name].label for name in story.lines[line].follows)


def told_to_the_led(rules: Rules, play: Play, line: str) -> tuple[str, ...]:
    """Say to whom a line led where they begin, on whose way, and what was decided for them."""
    story = rules.story
    place = heading(story, story.scenes[play.state.scene])
    count = len(play.choices)
    taken = "Choice 1 was" if count == 1 else f"Choices 1 to {count} were"
    begun = (
        f"You begin at {place.part}, on the way of: {teller(story, line)}. "
        f"{taken} taken for you; yours begin with {count + 1}."
    )
    decided = list(islice(_decisions(rules, play), LATEST))
    if not decided:
        return (begun,)
    return begun, f"Decided on that way, last of all: {' '.join(reversed(decided))}"


def _decisions(rules: Rules, play: Play) -> Iterator[str]:
    """Give the words of the choices that have a status, the newest first."""
    story = rules.story
    for index in reversed(range(len(play.choices))):
        _, choice = choice_at(story, play, index)
        if any(each.status for each in findings(story, choice.record)):
            yield plain(rules.line(choice.text, play.turns[index].state))
