"""This is play between two rests: scenes that follow one another by themselves, in every way.

Effects and conditions have the engine's own meanings. Two ways that come to the same go on as one,
so a chance that leads back to itself ends.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from game.engine.evaluate import DividedByNought, Numbers
from game.exploring.coverage import Covered
from game.exploring.edge import Clue, Crossing, Exits, Move
from game.exploring.layout import Layout
from game.exploring.note import Broken, Notes, TroubleAt
from game.exploring.relevance import Node, Relevance
from game.exploring.stop import Change, Stop, Stops
from game.model.story import Story

MOST_BY_THEMSELVES = 20_000
"""How many scenes may be entered after one choice, all chances taken, before giving up."""

NONE: frozenset[str] = frozenset()


class Going(NamedTuple):
    """A play between two rests."""

    scene: str
    values: Numbers
    visits: Numbers
    stack: tuple[str, ...]
    written: int
    """The bits set since the last rest."""
    put: int
    """What they were set to."""
    part: str | None
    """The part come from, unless inside a detour."""
    touched: frozenset[str]
    exits: Exits


class Rest(NamedTuple):
    """A play that has come to choices or to an ending."""

    node: Node
    going: Going


class Looking(Protocol):
    """Whoever wants to see each scene as it is entered."""

    @property
    def reads(self) -> int:
        """The bits it looks at."""
        ...

    def look(self, scene: str, values: Numbers, visits: Numbers, clue: Clue) -> bool:
        """See a scene entered; tell whether the play is to be followed further."""
        ...


class Runner:
    """Takes plays from one rest to the next."""

    def __init__(
        self,
        layout: Layout,
        relevance: Relevance,
        stops: Stops,
        notes: Notes,
        watch: Looking | None = None,
    ) -> None:
        """Take what was made ready of a story."""
        self.layout = layout
        self.relevance = relevance
        self.stops = stops
        self.notes = notes
        self._watch = watch
        self._met: set[str] = set()
        self._rejoins = _rejoining(stops.story)

    def run(self, going: Going, clue: Clue) -> tuple[tuple[Rest, ...], tuple[Crossing, ...]]:
        """Enter a scene and those that follow by themselves, in every way, up to the rests."""
        crossings: list[Crossing] = []
        if self.stops.of(going.scene).is_rest:
            entered = self.enter(going, clue, crossings)
            here = () if entered is None else (Rest((going.scene, going.stack), entered),)
            return here, tuple(crossings)
        rests = self._spread(going, clue, crossings)
        return tuple(rests), tuple(crossings)

    def _spread(self, going: Going, clue: Clue, crossings: list[Crossing]) -> list[Rest]:
        """Follow chance and whatever follows by itself."""
        waiting = [going]
        known: set[Going] = set()
        rests: list[Rest] = []
        is_endless = True
        for each in waiting:
            entered = self.enter(each, clue, crossings)
            after = None if entered is None else self.after(entered, clue)
            if not isinstance(after, list):
                is_endless = False
                rests.extend([after] if after else [])
                continue
            for onward in after:
                same = onward._replace(exits=())
                if same not in known:
                    known.add(same)
                    waiting.append(onward)
            if len(waiting) > MOST_BY_THEMSELVES:
                self.notes.cut = True
                return rests
        if is_endless:
            self.notes.refuse(Broken("endless", going.scene, None), clue)
        return rests

    def enter(self, going: Going, clue: Clue, crossings: list[Crossing]) -> Going | None:
        """Count the visit and apply the effects; ``None`` where a rule is broken."""
        scene, values, visits, stack, written, put, part, touched, exits = going
        stop = self.stops.of(scene)
        here = Clue(clue.state, clue.choice, exits) if exits else clue
        covers = stop.first
        if stop.counted >= 0:
            covers = stop.later if visits[stop.counted] else covers
            visits, count = self._counted(stop, visits)
            written |= stop.bits
            put = put & ~stop.bits | count
        if stop.changes:
            changed = self.changed(values, visits, stop.changes, scene, here)
            if changed is None:
                return None
            values, more, new = changed
            written |= more
            put = put & ~more | new
        self._note(stop, covers, here, (values, visits))
        if self._watch is not None and not self._watch.look(scene, values, visits, here):
            return None
        if scene in self._rejoins:
            touched |= {scene}
        now = None if stack else stop.part
        entered = Going(scene, values, visits, stack, written, put, now, touched, exits)
        if part != now and part is not None and now is not None:
            crossings.append(self._crossing(entered, stop))
        return entered

    def after(self, going: Going, clue: Clue) -> Rest | list[Going] | None:
        """Give the rest that an entered scene is, or where it goes on to by itself."""
        scene, stack = self.stops.of(going.scene).scene, going.stack
        if scene.returns:
            if not stack:
                here = clue._replace(exits=going.exits)
                self.notes.refuse(Broken("return", scene.scene, None), here)
                return None
            return Rest((stack[-1], stack[:-1]), going)
        if scene.then is not None:
            return [going._replace(scene=scene.then)]
        if scene.chance:
            return [
                going._replace(scene=way.to, exits=(*going.exits, (scene.scene, number)))
                for number, way in enumerate(scene.chance)
            ]
        return Rest((scene.scene, stack), going)

    def changed(
        self,
        values: Numbers,
        visits: Numbers,
        changes: tuple[Change, ...],
        scene: str,
        clue: Clue,
    ) -> tuple[Numbers, int, int] | None:
        """Give the values after effects, the bits set and what they were set to.

        Notes and gives up where a value may not be.
        """
        written = put = 0
        for change in changes:
            try:
                result = change.result(values, visits)
            except DividedByNought:
                self.notes.refuse(Broken("nought", scene, change.effect), clue)
                return None
            low = change.variable.low
            if not low <= result <= change.variable.high:
                self.notes.refuse(Broken("range", scene, change.effect, result), clue)
                return None
            values = (*values[: change.index], result, *values[change.index + 1 :])
            written |= change.bits
            put = put & ~change.bits | (result - low) << change.shift
        return values, written, put

    def move(self, rest: Rest) -> Move:
        """Give what a run does to a state: what stays of it, and what is put."""
        node = self.relevance.index[rest.node]
        alive = self.relevance.rest[node]
        put = rest.going.put & alive | node << self.layout.width
        return alive & ~rest.going.written, put

    def _note(
        self,
        stop: Stop,
        covers: tuple[Covered, ...],
        clue: Clue,
        numbers: tuple[Numbers, Numbers],
    ) -> None:
        name = stop.scene.scene
        for cover in covers:
            self.notes.meet(cover.met(*numbers, TroubleAt(self.notes, name, clue)), clue)
        if name not in self._met:
            self._met.add(name)
            self.notes.meet(stop.met, clue)

    def _counted(self, stop: Stop, visits: Numbers) -> tuple[Numbers, int]:
        count = self.layout.capped(stop.scene.scene, visits[stop.counted] + 1)
        counted = (*visits[: stop.counted], count, *visits[stop.counted + 1 :])
        return counted, count << stop.shift & stop.bits

    def _crossing(self, going: Going, stop: Stop) -> Crossing:
        node = self.relevance.index[(going.scene, ())]
        alive = self.relevance.arrival[node]
        return Crossing(stop.part, node, alive & ~going.written, going.put & alive)


def _rejoining(story: Story) -> frozenset[str]:
    return frozenset(
        choice.leaves.rejoins
        for scene in story.scenes.values()
        for choice in scene.choices
        if choice.leaves is not None and choice.leaves.rejoins is not None
    )
