"""This is a writer's bench: a story as it was last readable, tried out while its files change.

``look`` and ``seek`` take their time and are called from a thread; they change nothing that is
shown. What they give is taken over with ``adopt`` and ``learn``, in the thread that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from game.engine.rules import Rules
from game.exploring.way import Found, Ground, Stopped, Way, ways_to_open
from game.exploring.witness import seed_for
from game.linting.run import run
from game.loading.rereading import Rereader
from game.model.measure import paragraphs
from game.model.scene import Scene
from game.model.story import Story, Variable
from game.playing.composition import Composer
from game.playing.page import Page
from game.playing.writing.closed import Closed, closed_choices, since
from game.playing.writing.given import allowed, value_given, value_written
from game.playing.writing.snippet import primary_first
from game.playing.writing.tryout import Tryout, begun, taken_again, walked
from game.playing.writing.view import (
    Answer,
    Done,
    Held,
    Judged,
    Look,
    Place,
    Quest,
    Shut,
    Sought,
    View,
)
from game.position import Position
from game.problem import GameError, Problem

MOST_SHOWN = 100
"""How many faults are shown with their lines; whoever has more mends these first."""


class Bench:
    """One folder being written, and a play in it."""

    def __init__(self, folder: Path) -> None:
        """Look at nothing yet."""
        self.folder = folder
        self.last = Look((), (), None)
        """What the folder said when it was looked at last."""
        self.tried: Tryout | None = None
        """The play in the last story that could be read; ``None`` until there was one."""
        self.told: tuple[str, ...] = ()
        """What the writer must be told about the last act."""
        self.judged: tuple[Problem, ...] = ()
        """What the rules found in the story that is shown."""
        self._unjudged: Look | None = None
        self._rereader = Rereader(folder)
        self._sought: dict[str, Sought] = {}
        self._course: Ground | None = None
        self._composer: Composer | None = None

    # In a thread.

    def look(self) -> Look:
        """Read what changed since the last time."""
        reading = self._rereader.read()
        problems = primary_first(reading.problems)
        shown = problems[:MOST_SHOWN]
        lines = tuple(self._rereader.line(each.position.file, each.position.line) for each in shown)
        rules = Rules(reading.story) if reading.story is not None else None
        return Look(problems, lines, rules)

    def judge(self, look: Look, stopped: Callable[[], bool] = bool) -> Judged | None:
        """Ask every rule of check; ``None`` for what cannot be read, and where it was stopped."""
        if look.rules is None:
            return None
        problems = run(look.rules.story, stopped=stopped)
        return None if stopped() else Judged(look.rules, problems)

    def seek(self, quest: Quest, stopped: Callable[[], bool]) -> Answer:
        """Look for the shortest way to have closed choices open; nothing where it was stopped."""
        known = self._course
        try:
            course = known if known and known.rules is quest.rules else Ground(quest.rules, stopped)
        except Stopped:
            return Answer(quest, {})
        self._course = course
        wanted = set(quest.names)
        here = ways_to_open(course, wanted, quest.state, stopped=stopped)
        left = wanted - here.ways.keys()
        start = ways_to_open(course, left, stopped=stopped) if left else here
        if stopped():
            return Answer(quest, {})
        return Answer(quest, {name: _sought(name, here, start) for name in wanted})

    # In the thread that shows it.

    def adopt(self, look: Look) -> None:
        """Take over what a look found; the play goes on in the new story where there is one."""
        self.last = look
        if look.rules is None:
            return
        self.judged = ()
        self.told = ()
        self._unjudged = look
        try:
            if self.tried is None:
                self.tried = begun(look.rules)
            else:
                self.tried, self.told = taken_again(self.tried, look.rules)
        except GameError as fault:
            self.told = (str(fault),)
            return
        self._composer = Composer(look.rules)
        self._sought = {}

    def quest(self) -> Quest | None:
        """Give what to look for: the closed choices for which nothing was looked for yet."""
        tried = self.tried
        if tried is None:
            return None
        try:
            names = tuple(each.choice for each in self._closed())
        except GameError:
            return None
        left = tuple(name for name in names if name not in self._sought)
        return Quest(tried.rules, tried.state, left) if left else None

    def learn(self, answer: Answer) -> bool:
        """Take over what a search found, unless it is about something that is past."""
        tried, quest = self.tried, answer.quest
        if tried is None or tried.rules is not quest.rules or tried.state != quest.state:
            return False
        self._sought = {**self._sought, **answer.found}
        return True

    def hear(self, judged: Judged) -> bool:
        """Take over what the rules found, unless it is about a story that is past."""
        if self.tried is None or self.tried.rules is not judged.rules:
            return False
        self.judged = judged.problems
        self._unjudged = None
        return True

    @property
    def unjudged(self) -> Look | None:
        """The look whose story is shown, where its rules were not asked to the end."""
        return self._unjudged

    @property
    def is_old(self) -> bool:
        """Whether what is shown is an earlier story than the one in the files."""
        return self.last.rules is None and self.tried is not None

    @property
    def story(self) -> Story | None:
        """The story that is shown."""
        return None if self.tried is None else self.tried.rules.story

    def choose(self, choice: str) -> bool:
        """Take a choice by its id; ``False`` where it cannot be, with the reason in ``told``."""
        return self._do(lambda tried: tried.choose(choice))

    def leap(self, scene: str) -> bool:
        """Go to a scene with the state as it is."""
        return self._do(lambda tried: tried.leap(scene))

    def set(self, variable: str, value: int) -> bool:
        """Give a variable a value."""
        return self._do(lambda tried: tried.set(variable, value))

    def give(self, variable: str, written: str) -> bool:
        """Give a variable a value as the story writes it."""
        if self.story is None or variable not in self.story.variables:
            return False
        try:
            value = value_given(self.story.variables[variable], written)
        except GameError as fault:
            self.told = (str(fault),)
            return False
        return self.set(variable, value)

    def turn(self, variable: str, step: int) -> bool:
        """Give a variable the value so many further on; behind the last comes the first."""
        tried = self.tried
        if tried is None or variable not in tried.rules.story.variables:
            return False
        known = tried.rules.story.variables[variable]
        value = tried.state.values[tried.rules.places.variables[variable]]
        return self.set(variable, known.low + (value - known.low + step) % _size(known))

    def back_to(self, step: int) -> bool:
        """Go back to how it was after a step, counted from nought."""
        return self._do(lambda tried: tried.back_to(step))

    def undo(self) -> bool:
        """Take back the last step; ``False`` at the first."""
        if self.tried is None or len(self.tried.steps) == 1:
            return False
        return self.back_to(len(self.tried.steps) - 2)

    def restart(self) -> bool:
        """Begin anew."""
        return self._do(lambda tried: begun(tried.rules, tried.state.seed))

    def go(self, choice: str) -> bool:
        """Go to where a closed choice is open, by the way that was found."""
        sought = self._sought.get(choice)
        if sought is None or (sought.here is None and sought.start is None):
            self.told = ("No way there is known.",)
            return False
        if sought.here is not None:
            return self._go_on(sought.here)
        return self._go_from_start(sought.start or Way((), ()))

    def _go_on(self, way: Way) -> bool:
        def walk(tried: Tryout) -> Tryout:
            for each in way.choices:
                tried = tried.choose(each)
            return tried

        return self._do(walk)

    def _go_from_start(self, way: Way) -> bool:
        def walk(tried: Tryout) -> Tryout:
            seed = seed_for(tried.rules.story, way.exits)
            return walked(tried.rules, seed or 0, way.choices)

        return self._do(walk)

    def _do(self, act: Callable[[Tryout], Tryout]) -> bool:
        if self.tried is None:
            return False
        self.told = ()
        before = self.tried.state
        try:
            self.tried = act(self.tried)
        except GameError as fault:
            self.told = (str(fault),)
            return False
        if self.tried.state != before:
            self._sought = {}
        return True

    # What is shown.

    def view(self) -> View | None:
        """Give what to show of the play; ``None`` until a story could be read."""
        tried = self.tried
        if tried is None or self._composer is None:
            return None
        scene = tried.rules.story.scenes[tried.state.scene]
        page: Page | None = None
        trouble = ""
        shut: tuple[Shut, ...] = ()
        try:
            page = self._composer.page(tried.play)
            shut = tuple(self._shut(tried, each) for each in self._closed())
        except GameError as fault:
            trouble = str(fault)
        return View(
            scene.scene,
            scene.position,
            page,
            trouble,
            shut,
            self.held(),
            within(tried.rules.story, scene, self.judged),
        )

    def held(self) -> tuple[Held, ...]:
        """Give every variable with its value and what gave it that."""
        tried = self.tried
        if tried is None:
            return ()
        acts = tried.acts
        pairs = zip(tried.rules.story.variables.values(), tried.state.values, strict=True)
        return tuple(
            Held(
                variable.variable,
                value_written(variable, value),
                since(tried.rules, acts, variable.variable),
                allowed(variable),
            )
            for variable, value in pairs
        )

    @property
    def scene(self) -> str:
        """The scene where the play stands; nothing until a story could be read."""
        return "" if self.tried is None else self.tried.state.scene

    def scenes(self) -> tuple[Place, ...]:
        """Give every scene of the story that is shown."""
        found = () if self.story is None else self.story.scenes.values()
        return tuple(
            Place(each.scene, each.title, " ".join(paragraphs(each.text)), each.position)
            for each in found
        )

    def steps(self) -> tuple[Done, ...]:
        """Give all that was done, oldest first."""
        tried = self.tried
        numbers = range(0 if tried is None else len(tried.steps))
        return tuple(tried.done(number) for number in numbers if tried is not None)

    def _closed(self) -> tuple[Closed, ...]:
        tried = self.tried
        return () if tried is None else closed_choices(tried.rules, tried.acts)

    def _shut(self, tried: Tryout, closed: Closed) -> Shut:
        scene = tried.rules.story.scenes[tried.state.scene]
        choice = scene.choice(closed.choice.rpartition("/")[2])
        text = tried.rules.line(choice.text, tried.state) if choice else ()
        return Shut(closed, text, self._sought.get(closed.choice))


def _size(variable: Variable) -> int:
    return variable.high - variable.low + 1


def _sought(name: str, here: Found, start: Found) -> Sought:
    if name in here.ways:
        return Sought(here.ways[name], never_here=False, start=None, never=False)
    way = start.ways.get(name)
    return Sought(None, here.complete, way, start.complete and way is None)


def within(story: Story, scene: Scene, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the problems that stand within a scene of a file."""
    here = scene.position
    ends = (each.position for each in story.scenes.values() if each.position.file == here.file)
    last = min((end for end in ends if end > here), default=Position(here.file, 1 << 30, 1))
    return tuple(each for each in problems if here <= each.position < last)
