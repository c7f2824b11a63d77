"""This is a class's way through a lesson: it decides, and a line goes on between its decisions.

Where the class stands follows from what it decided so far and from nothing else, so it can be asked
for again at any time: ``Course.stop(("line.order/half",))``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.line import LineWalk, Rank, follow, follow_on, preferred, rank
from game.engine.replay import Play, begin, choice_at, take
from game.engine.rules import Rules
from game.engine.state import Entered, State
from game.model.prose import Beats, plain
from game.model.record import Account
from game.model.scene import Ask, Enacts, Infers, Invents, Scene
from game.model.story import Lesson, Story
from game.playing.composition import Composer, is_first_person
from game.playing.matter import Front, closing, front
from game.playing.page import Closing, Offer, Page, Passage
from game.playing.wayin import teller
from game.problem import GameError
from game.record.voice import speakers

FEWEST = 2
"""With fewer open choices there is nothing to vote on."""
USUAL = "45"
"""The lesson that is played when none is asked for."""


class NoLesson(GameError):
    """A lesson was asked for that the story does not have."""

    exit_code = 2

    def __init__(self, name: str, there: tuple[str, ...]) -> None:
        """Name the lesson asked for and those there are."""
        asked = f"There is no lesson '{name}' in this story." if name else "Which lesson?"
        known = f"There is: {', '.join(there)}." if there else "It has none: see `lessons:`."
        super().__init__(f"{asked} {known}")


@dataclass(frozen=True, slots=True)
class Leg:
    """A scene on the way to a decision."""

    passage: Passage
    taken: str = ""
    """The words of the choice that the line took there; empty where it went on by itself."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a class comes to rest: at a decision, or where its lesson ends."""

    decision: str
    """The scene that is decided on; empty where the lesson ends."""
    page: Page
    legs: tuple[Leg, ...]
    """What is read on the way here, oldest first, without the scene of the decision."""
    passage: Passage
    """The scene of the decision; at the end, the last that was come to."""
    easy: Beats
    """The same in easier words; empty where the story has none."""
    summary: Beats
    """What stands for the scene when it is hidden; empty where the story has nothing."""
    options: tuple[Offer, ...]
    asks: tuple[Ask, ...]
    briefs: tuple[tuple[str, Beats], ...]
    """The private cards, by reader role."""
    by_line: str
    """The choice that the line would take here, ``scene/choice``."""
    his: bool
    """It is a scene of the person whom the story is about, so what is decided is his act."""
    broken_off: str = ""
    """How the class's own way ended before this, where the line was taken up instead."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an account's way takes at a decision."""

    choice: str
    words: str
    speaks: bool
    """The account itself says so; else the way only goes on there."""


@dataclass(frozen=True, slots=True)
class Way:
    """An account's own way, at the decisions of a lesson."""

    line: str
    teller: str
    taken: tuple[Taken | None, ...]
    """One for each decision that was asked about; ``None`` where the way does not come there."""


@dataclass(frozen=True, slots=True)
class _Here:
    """A stop, with the play that led to it and the decisions that are still ahead."""

    stop: Stop
    play: Play
    ahead: tuple[str, ...]


def lesson(story: Story, name: str = "") -> Lesson:
    """Find a lesson by its id or its minutes; without a name the usual one, or else the first.

    Raises ``NoLesson``.
    """
    wanted = name or USUAL
    for each in story.lessons.values():
        if wanted in {each.lesson, str(each.minutes)}:
            return each
    if name or not story.lessons:
        raise NoLesson(name, tuple(story.lessons))
    return next(iter(story.lessons.values()))


def course(story: Story, name: str = "", seed: int = 0) -> Course:
    """Make a lesson ready to be taught. Raises ``NoLesson``."""
    return Course(Rules(story), lesson(story, name), seed)


class Course:
    """One lesson of one story. It remembers what it worked out, and what it gives never changes."""

    def __init__(self, rules: Rules, lesson: Lesson, seed: int = 0) -> None:
        """Teach this lesson; chance after a class's own choices falls by the seed."""
        self._rules = rules
        self._composer = Composer(rules)
        self._line: LineWalk | None = None
        self._here: dict[tuple[str, ...], _Here] = {}
        self.lesson = lesson
        self.seed = seed

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same lesson of the same words, with the same chances."""
        return isinstance(other, Course) and self.key == other.key

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.key)

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What tells one course from another: story, its words, the lesson, the seed."""
        return (self.story.story, self.story.fingerprint, self.lesson.lesson, self.seed)

    @property
    def story(self) -> Story:
        """The story that is taught."""
        return self._rules.story

    def front(self) -> Front:
        """Give the opening and the advisory, to be read before anything begins."""
        return front(self._rules, self._standing(()).turns[0].state)

    def closing(self) -> Closing:
        """Give names and numbers of those he harmed, and the credits."""
        return closing(self._rules, self._standing(()).turns[0].state)

    def stop(self, taken: tuple[str, ...] = ()) -> Stop:
        """Give where a class stands that decided so, each as ``scene/choice``.

        Raises ``NotOffered`` where one of the decisions was not open.
        """
        return self._at(taken).stop

    def accounts(self) -> tuple[Account, ...]:
        """Give the accounts that say anything on what the lesson's decisions ask."""
        asked = {
            entry.question
            for name in self.lesson.decisions
            for choice in self.story.scenes[name].choices
            for entry in choice.record
            if isinstance(entry, Enacts | Infers | Invents) and entry.question is not None
        }
        speaking = {name for each in asked for name in speakers(self.story.questions[each])}
        return tuple(each for each in self.story.accounts.values() if each.account in speaking)

    def ways(self, decisions: tuple[str, ...]) -> tuple[Way, ...]:
        """Give what each account's own way takes at some decisions."""
        found = []
        for line in self.story.lines:
            play = follow(self._rules, line).play
            taken = tuple(self._taken(line, play, scene) for scene in decisions)
            found.append(Way(line, teller(self.story, line), taken))
        return tuple(found)

    def _at(self, taken: tuple[str, ...]) -> _Here:
        found = self._here.get(taken)
        if found is None:
            found = self._here[taken] = self._after(taken) if taken else self._start()
        return found

    def _standing(self, taken: tuple[str, ...]) -> Play:
        return self._at(taken).play

    def _start(self) -> _Here:
        first = self.lesson.first
        play = self._led_to(first) or begin(self._rules, self.seed, scene=first)
        ahead = self.lesson.decisions
        stop = self._come(play, len(play.choices), ahead)
        names = [leg.passage.scene for leg in stop.stop.legs]
        if first not in names:
            return stop
        # the line came through scenes before the first on the same turn; nobody reads those
        return self._here_at(stop.play, stop.ahead, stop.stop.legs[names.index(first) :])

    def _after(self, taken: tuple[str, ...]) -> _Here:
        before = self._at(taken[:-1])
        turn = len(before.play.choices) + 1
        play = take(self._rules, before.play, taken[-1])
        if not before.ahead:
            return self._here_at(play, (), tuple(self._legs(play, turn)), ends=True)
        return self._come(play, turn, before.ahead)

    def _come(self, play: Play, turn: int, ahead: tuple[str, ...]) -> _Here:
        """Go on by the line to the next decision; where the way there ends, take the line up."""
        walk = follow_on(self._rules, self.lesson.line, play, frozenset(ahead))
        here = walk.play.state.scene
        legs = tuple(self._legs(walk.play, turn))
        if here not in ahead:
            return self._taken_up(walk, legs, ahead)
        left = ahead[ahead.index(here) + 1 :]
        if len(_options(self._composer.page(walk.play))) >= FEWEST:
            return self._here_at(walk.play, left, legs)
        if not left:
            return self._here_at(walk.play, (), legs, ends=True)
        return self._come(walk.play, turn, left)

    def _taken_up(self, walk: LineWalk, legs: tuple[Leg, ...], ahead: tuple[str, ...]) -> _Here:
        last = self.story.scenes[walk.play.state.scene]
        ended = last.ending.title if last.ending else last.title or last.scene
        if not ahead:
            return self._here_at(walk.play, (), legs, ends=True)
        play = self._led_to(ahead[0]) or begin(self._rules, self.seed, scene=ahead[0])
        if play.state.scene != ahead[0] or len(self._rules.offers(play.state)) < FEWEST:
            return self._taken_up(walk, legs, ahead[1:])
        return self._here_at(play, ahead[1:], legs, broken_off=ended)

    def _led_to(self, scene: str) -> Play | None:
        """Play the line up to where it comes to a scene; ``None`` where it does not."""
        if self._line is None:
            self._line = follow(self._rules, self.lesson.line)
        play = self._line.play
        for turn, each in enumerate(play.turns):
            if any(entered.scene == scene for entered in each.entered):
                rests = each._replace(state=each.state._replace(seed=self.seed))
                return Play(self.seed, (*play.turns[:turn], rests), play.choices[:turn])
        return None

    def _here_at(
        self,
        play: Play,
        ahead: tuple[str, ...],
        legs: tuple[Leg, ...],
        *,
        ends: bool = False,
        broken_off: str = "",
    ) -> _Here:
        scene = self.story.scenes[play.state.scene]
        page = self._composer.page(play)
        own = [number for number, leg in enumerate(legs) if leg.passage.scene == scene.scene]
        last = own[-1] if own else len(legs)
        stop = Stop(
            decision="" if ends else scene.scene,
            page=page,
            legs=legs[:last] + legs[last + 1 :],
            passage=legs[last].passage if own else self._passage(play, scene),
            easy=self._rules.prose(scene.easy, play.state) if scene.easy else (),
            summary=self._summary(scene, play.state),
            options=() if ends else _options(page),
            asks=scene.asks,
            briefs=tuple(
                (brief.role, self._rules.prose(brief.text, play.state)) for brief in scene.briefs
            ),
            by_line=self._by_line(play.state, _options(page)),
            his=is_first_person(self.story, scene),
            broken_off=broken_off,
        )
        return _Here(stop, play, ahead)

    def _legs(self, play: Play, turn: int) -> Iterator[Leg]:
        """Give what is read from a turn on, with what was chosen at the end of each turn."""
        for number in range(turn, len(play.turns)):
            *before, last = self._composer.passages(play, number)
            yield from map(Leg, before)
            yield Leg(last, self._words(play, number) if number < len(play.choices) else "")

    def _words(self, play: Play, index: int) -> str:
        _, choice = choice_at(self.story, play, index)
        return plain(self._rules.line(choice.text, play.turns[index].state))

    def _passage(self, play: Play, scene: Scene) -> Passage:
        """Give a scene that was come to before, as after a detour from it."""
        entered = next(
            (
                each
                for turn in reversed(play.turns)
                for each in turn.entered
                if each.scene == scene.scene
            ),
            Entered(scene.scene, play.state, again=False),
        )
        return Passage(scene.scene, scene.title, self._rules.beats(entered), tags=scene.tags)

    def _summary(self, scene: Scene, state: State) -> Beats:
        return self._rules.prose(scene.skippable.summary, state) if scene.skippable else ()

    def _by_line(self, state: State, options: tuple[Offer, ...]) -> str:
        offered = {each.choice for each in options}
        choices = [
            each
            for each in self._rules.offers(state)
            if not offered or f"{state.scene}/{each.choice}" in offered
        ]
        best = preferred(self.story, self.lesson.line, choices) or next(iter(choices), None)
        return f"{state.scene}/{best.choice}" if best else ""

    def _taken(self, line: str, play: Play, scene: str) -> Taken | None:
        for index, name in enumerate(play.choices):
            where, choice = choice_at(self.story, play, index)
            if where == scene and choice.detour is None:
                follows = self.story.lines[line].follows
                speaks = rank(self.story, follows, choice)[0] <= Rank.REPORTED
                return Taken(name, self._words(play, index), speaks)
        return None


def _options(page: Page) -> tuple[Offer, ...]:
    """Give what a class votes on: what only turns a page is left out where two others remain."""
    acts = tuple(each for each in page.offers if not each.reading)
    return acts if len(acts) >= FEWEST else page.offers
