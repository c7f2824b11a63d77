"""This is a state packed into one whole number, so that the search can hold millions.

From the lowest bit: one field for each variable, one for each count of visits that is ever read,
one bit for each once-only choice; above them all the number of the node, that is of the scene and
the detours it was reached by. A value that will not be read again is nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from game.engine.evaluate import Numbers
from game.engine.rules import Rules
from game.exploring.reading import ceilings, conditions, leaves, shown_values
from game.model.expression import Effect, Expression, Read, Times, Visited
from game.model.prose import Prose

UNCAPPED_BITS = 24
"""Room for a count that no ceiling stops: more visits than any search will make."""


@dataclass(frozen=True, slots=True)
class Field:
    """Where one number is kept."""

    shift: int
    mask: int
    """As many ones as it is wide."""
    low: int = 0
    """What is taken off before it is kept."""

    @property
    def bits(self) -> int:
        """The ones of this field where they stand."""
        return self.mask << self.shift


class Spots(NamedTuple):
    """Where the numbers lie that some bits belong to: index, shift, mask and what was taken off."""

    values: tuple[tuple[int, int, int, int], ...]
    visits: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which bits of a packed state mean what."""

    variables: Mapping[str, Field]
    """In the order of the engine's values."""
    visits: Mapping[str, Field]
    """In the order of the engine's visits."""
    ceilings: Mapping[str, int | None]
    """Above which count of visits nothing changes."""
    once: Mapping[str, int]
    """The bit of each once-only choice, by ``scene/choice``."""
    width: int
    """Where the number of the node begins."""
    _values: tuple[tuple[int, int, int], ...]
    _counts: tuple[tuple[int, int, int], ...]
    _spots: dict[int, Spots] = field(default_factory=dict)

    def spots(self, mask: int) -> Spots:
        """Give where the numbers lie that have a bit in a mask."""
        found = self._spots.get(mask)
        if found is None:
            found = Spots(_within(mask, self._values), _within(mask, self._counts))
            self._spots[mask] = found
        return found

    def view(self, packed: int, spots: Spots) -> tuple[Numbers, Numbers]:
        """Give values and visits as the engine's closures take them; nought beside the spots."""
        values = [0] * len(self._values)
        for index, shift, mask, low in spots.values:
            values[index] = (packed >> shift & mask) + low
        visits = [0] * len(self._counts)
        for index, shift, mask, _ in spots.visits:
            visits[index] = packed >> shift & mask
        return tuple(values), tuple(visits)

    def unpack(self, packed: int) -> tuple[Numbers, Numbers]:
        """Give the values and the visits as the engine's closures take them."""
        return (
            tuple([(packed >> shift & mask) + low for shift, mask, low in self._values]),
            tuple([packed >> shift & mask for shift, mask, _ in self._counts]),
        )

    def pack(self, values: Numbers, visits: Numbers) -> int:
        """Put values and visits where they belong; each must fit."""
        packed = 0
        for value, (shift, _, low) in zip(values, self._values, strict=True):
            packed |= (value - low) << shift
        for count, (shift, mask, _) in zip(visits, self._counts, strict=True):
            packed |= (count & mask) << shift
        return packed

    def taken(self, packed: int) -> int:
        """Give the bits of the once-only choices that were taken."""
        return sum(packed & bit for bit in self.once.values())

    def capped(self, scene: str, count: int) -> int:
        """Give a count of visits, or the ceiling when it is above."""
        ceiling = self.ceilings[scene]
        return count if ceiling is None else min(count, ceiling)

    def reads(self, expression: Expression) -> int:
        """Give the bits an expression reads."""
        found = 0
        for leaf in leaves(expression):
            match leaf:
                case Read(variable):
                    found |= self.variables[variable].bits
                case Times(scene) | Visited(scene):
                    found |= self.visits[scene].bits
                case _:
                    assert_never(leaf)
        return found

    def effect_reads(self, effect: Effect) -> int:
        """Give the bits an effect reads: its right side, and its variable when it only adds."""
        own = 0 if effect.operator == "=" else self.variables[effect.variable].bits
        return own | self.reads(effect.value)

    def condition_reads(self, prose: Prose) -> int:
        """Give the bits that decide which of its stretches prose shows."""
        return self._union(conditions(prose))

    def prose_reads(self, prose: Prose) -> int:
        """Give the bits on which any word of prose depends."""
        values = 0
        for variable in shown_values(prose):
            values |= self.variables[variable].bits
        return values | self.condition_reads(prose)

    def names(self, mask: int) -> Iterator[str]:
        """Give what the bits of a mask hold: variables, ``visits SCENE``, ``once CHOICE``."""
        yield from (name for name, field in self.variables.items() if mask & field.bits)
        yield from (f"visits {name}" for name, field in self.visits.items() if mask & field.bits)
        yield from (f"once {name}" for name, bit in self.once.items() if mask & bit)

    def _union(self, expressions: Iterable[Expression]) -> int:
        found = 0
        for expression in expressions:
            found |= self.reads(expression)
        return found


def layout(rules: Rules) -> Layout:
    """Give each thing a story may remember its bits."""
    story, known = rules.story, ceilings(rules.story)
    shift = 0
    variables: dict[str, Field] = {}
    for variable in story.variables.values():
        width = max(1, (variable.high - variable.low).bit_length())
        variables[variable.variable] = Field(shift, (1 << width) - 1, variable.low)
        shift += width
    visits: dict[str, Field] = {}
    for scene in rules.places.visits:
        ceiling = known.get(scene, 1)
        width = UNCAPPED_BITS if ceiling is None else ceiling.bit_length()
        visits[scene] = Field(shift, (1 << width) - 1)
        shift += width
    once: dict[str, int] = {}
    for each in story.scenes.values():
        for choice in each.choices:
            if choice.once:
                once[f"{each.scene}/{choice.choice}"] = 1 << shift
                shift += 1
    capped = {scene: known.get(scene, 1) for scene in visits}
    return Layout(variables, visits, capped, once, shift, _plain(variables), _plain(visits))


def _within(
    mask: int, fields: tuple[tuple[int, int, int], ...]
) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(
        (index, shift, ones, low)
        for index, (shift, ones, low) in enumerate(fields)
        if mask & ones << shift
    )


def _plain(fields: Mapping[str, Field]) -> tuple[tuple[int, int, int], ...]:
    return tuple((field.shift, field.mask, field.low) for field in fields.values())
