"""This is what the preview is given to show: values, and the sentences that belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.rules import Rules
from game.engine.state import State
from game.exploring.way import BUDGET, Way
from game.model.prose import Line
from game.model.story import Story
from game.playing.page import Page
from game.playing.writing.closed import Closed
from game.position import Position
from game.problem import Problem


@dataclass(frozen=True, slots=True)
class Look:
    """What the folder said when it was looked at."""

    problems: tuple[Problem, ...]
    """What reading found, the faults of files first."""
    lines: tuple[str, ...]
    """The line of the file for each of them; of very many, for the first only."""
    rules: Rules | None
    """The story made ready; ``None`` while it cannot be played."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search for a closed choice came to; each ``None`` where nothing was found."""

    here: Way | None
    """From where the play stands."""
    never_here: bool
    """It was proved that no way on from here opens it."""
    start: Way | None
    """From the beginning; looked for only where there is none from here."""
    never: bool
    """It was proved that no play opens it."""


@dataclass(frozen=True, slots=True)
class Quest:
    """Closed choices for which a way is to be looked for."""

    rules: Rules
    state: State
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found out."""

    quest: Quest
    found: Mapping[str, Sought]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules of check find in a story."""

    rules: Rules
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Shut:
    """A closed choice as it is shown."""

    closed: Closed
    text: Line
    sought: Sought | None
    """``None`` while the search is under way."""


@dataclass(frozen=True, slots=True)
class Held:
    """A variable as it is shown."""

    variable: str
    value: str
    since: str
    """What gave it its value; empty where it is as it starts."""
    allowed: str
    """What it can be."""


@dataclass(frozen=True, slots=True)
class Place:
    """A scene as it is listed."""

    scene: str
    title: str
    text: str
    """Its words, to be searched."""
    position: Position


@dataclass(frozen=True, slots=True)
class Done:
    """A step as it is listed."""

    said: str
    text: Line
    """The words of a choice; nothing for other steps."""
    scene: str
    """Where it led."""


@dataclass(frozen=True, slots=True)
class View:
    """Everything to show of the play that is tried out."""

    scene: str
    position: Position
    page: Page | None
    """``None`` where the story stops with a fault of its own: ``trouble`` says which."""
    trouble: str
    shut: tuple[Shut, ...]
    held: tuple[Held, ...]
    advice: tuple[Problem, ...]
    """What the rules of check find in the scene that is shown."""


def sought_said(story: Story, sought: Sought | None) -> str:
    """Say which way opens a choice, or that none does, or that none was found."""
    if sought is None:
        return "Looking for the shortest way to open it."
    if sought.here is not None:
        return f"Open from here after {_way(story, sought.here)}."
    if sought.never:
        return "No play opens it."
    before = "No way on from here opens it. " if sought.never_here else ""
    if sought.start is not None:
        return f"{before}From the beginning it is open after {_way(story, sought.start)}."
    return f"{before}No way was found among {BUDGET:,} states."


def steps_away(sought: Sought | None) -> str:
    """Say in a few words how far off it is."""
    if sought is None:
        return ""
    if sought.here is not None:
        return f"open in {len(sought.here.choices)}"
    if sought.start is not None:
        count = len(sought.start.choices)
        return f"open in {count} from the beginning" if count else "open at the beginning"
    return "never open" if sought.never else "no way found"


def _way(story: Story, way: Way) -> str:
    if not way.choices and not way.exits:
        return "no choice at all"
    count = len(way.choices)
    said = f"{count} choice{'' if count == 1 else 's'}"
    if way.choices:
        said += f": {', '.join(way.choices)}"
    drawn = [f"'{scene}' to '{story.scenes[scene].chance[exit_].to}'" for scene, exit_ in way.exits]
    return f"{said}, if chance leads {', '.join(drawn)}" if drawn else said
