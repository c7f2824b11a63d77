"""This is a scene made ready for the search: what entering it counts, changes, shows and reads."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.evaluate import Meaning, Numbers, meaning
from game.engine.rules import Rules
from game.exploring.coverage import Covered, Met, covered, enacted
from game.exploring.layout import Layout
from game.exploring.reading import texts
from game.exploring.relevance import effects_transfer
from game.model.expression import Effect
from game.model.scene import Scene
from game.model.story import Variable


@dataclass(frozen=True, slots=True)
class Change:
    """An effect made ready."""

    effect: Effect
    index: int
    variable: Variable
    value: Meaning
    shift: int
    bits: int

    def result(self, values: Numbers, visits: Numbers) -> int:
        """Give what the variable would become, in range or not."""
        given = int(self.value(values, visits))
        if self.effect.operator == "=":
            return given
        return values[self.index] + (given if self.effect.operator == "+=" else -given)


@dataclass(frozen=True, slots=True)
class Stop:
    """A scene made ready."""

    scene: Scene
    is_rest: bool
    """It has choices, or is an ending."""
    part: str
    counted: int
    """Where its visits are kept, or -1 where nobody asks."""
    shift: int
    bits: int
    """Of its count of visits."""
    changes: tuple[Change, ...]
    first: tuple[Covered, ...]
    """What the first visit shows."""
    later: tuple[Covered, ...]
    met: tuple[Met, ...]
    reads: int
    """The bits that decide what entering it does and shows."""


class Stops:
    """The scenes of a story, each made ready when it is first asked for."""

    def __init__(self, rules: Rules, layout: Layout, watched: int) -> None:
        """Take a story; ``watched`` is read wherever a scene is entered."""
        self.story = rules.story
        self._rules = rules
        self._layout = layout
        self._watched = watched
        self._stops: dict[str, Stop] = {}

    def of(self, name: str) -> Stop:
        """Give a scene made ready."""
        stop = self._stops.get(name)
        if stop is None:
            stop = self._stops[name] = self._made_ready(self.story.scenes[name])
        return stop

    def changes(self, effects: tuple[Effect, ...]) -> tuple[Change, ...]:
        """Make effects ready."""
        places, variables = self._rules.places, self._layout.variables
        return tuple(
            Change(
                effect,
                places.variables[effect.variable],
                self.story.variables[effect.variable],
                meaning(effect.value, places),
                variables[effect.variable].shift,
                variables[effect.variable].bits,
            )
            for effect in effects
        )

    def _made_ready(self, scene: Scene) -> Stop:
        places, layout = self._rules.places, self._layout
        visits = layout.visits.get(scene.scene)
        reads = effects_transfer(scene.effects, layout).gen | self._watched
        ready: dict[str, Covered] = {}
        for key, prose in texts(scene):
            reads |= layout.condition_reads(prose)
            shown = key in {"text", "again"}
            found = covered(prose, f"{scene.scene}/{key}", places, claims=shown)
            if found.shows:
                ready[key] = found
        again = ready.get("again") if scene.again is not None else ready.get("text")
        aside = tuple(ready[key] for key in ("easy", "summary") if key in ready)
        bits = visits.bits if visits else 0
        simple = scene.again is None and layout.ceilings.get(scene.scene) == 1
        record = scene.ending.record if scene.ending else ()
        return Stop(
            scene,
            not (scene.returns or scene.then is not None or scene.chance),
            scene.part,
            places.visits.get(scene.scene, -1),
            visits.shift if visits else 0,
            bits,
            self.changes(scene.effects),
            (*_one(ready.get("text")), *aside),
            (*_one(again), *aside),
            (Met("scene", scene.scene), *enacted(record)),
            reads & ~bits if simple else reads | bits,
        )


def _one(covered: Covered | None) -> tuple[Covered, ...]:
    return () if covered is None else (covered,)
