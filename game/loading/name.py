"""This is the book of names: what the files declare, and what they ask for by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from typing import Final

from game.loading.fault import MOST_PROBLEMS, too_many
from game.model.story import Variable
from game.position import Position
from game.problem import Problem, Severity

MOST_COMPARED: Final = 200_000
"""The most names compared in one reading to find near misses: it is slow where names are many."""

MOST_NEAR: Final = 2_000
"""The most names among which a near miss is looked for whatever else was looked for."""

_GLIMPSE = re.compile(
    r"\b(?:scene|account|question|claim|person|place|word|choice):[ ]*[\"']?([a-z0-9.-]+)"
)


class Family(Enum):
    """What a name names."""

    SCENE = "scene"
    PART = "part"
    CHOICE = "choice"
    ACCOUNT = "account"
    STATE = "state"
    QUESTION = "question"
    CLAIM = "claim"
    ANSWER = "answer"
    """A claim named beside its question, which is asked for on its own."""
    PERSON = "person"
    PLACE = "place"
    WORD = "word"
    ROLE = "role"
    VARIABLE = "variable"
    LINE = "line"
    LESSON = "lesson"
    ANY = "id"


_CODES = {
    Family.SCENE: "N001",
    Family.PART: "N002",
    Family.QUESTION: "N003",
    Family.CLAIM: "N004",
    Family.ACCOUNT: "N005",
    Family.STATE: "N006",
    Family.PERSON: "N007",
    Family.PLACE: "N008",
    Family.WORD: "N009",
    Family.VARIABLE: "N010",
    Family.ROLE: "N011",
    Family.LINE: "N012",
}


@dataclass(slots=True, eq=False)
class Names:
    """What has been declared and asked for so far, over all files."""

    variables: dict[str, Variable] = field(default_factory=dict)
    whole: bool = True
    """Whether the state was read without a fault: else names in conditions are not judged."""
    blind: bool = False
    """Whether a file could not be looked into at all: then nobody is called a stranger."""
    parsed: dict[tuple[str, str], object] = field(default_factory=dict)
    """Conditions and effects read before, by their kind and words."""
    _declared: dict[Family, dict[str, Position]] = field(
        default_factory=lambda: {family: {} for family in Family}
    )
    _asked: list[tuple[Family, str, Position]] = field(default_factory=list)
    _glimpsed: set[str] = field(default_factory=set)
    _compared: int = 0

    def declare(self, family: Family, name: str, where: Position) -> Position | None:
        """Enter a name; a name that was there already gives the place where it was."""
        known = self._declared[family]
        if name in known:
            return known[name]
        known[name] = where
        if family is Family.CLAIM:
            self._declared[Family.ANSWER][name] = where
        return None

    def ask(self, family: Family, name: str, where: Position) -> None:
        """Note that a name was used; it is looked up when everything has been read."""
        self._asked.append((family, name, where))

    def absorb(self, other: Names) -> bool:
        """Take over what another book holds; ``False`` where both declare one name."""
        for family, declared in other._declared.items():
            known = self._declared[family]
            if known and not known.keys().isdisjoint(declared):
                return False
            known.update(declared)
        self.variables.update(other.variables)
        self.blind = self.blind or other.blind
        self._asked.extend(other._asked)
        self._glimpsed.update(other._glimpsed)
        return True

    def knows(self, family: Family, name: str) -> bool:
        """Say whether a name was declared, as far as the files have been read."""
        return name in self._declared[family]

    def glimpse(self, text: str) -> None:
        """Note the names that a file declares which could not be read to its end.

        Without this one missing quotation mark would make strangers of half the story.
        """
        self._glimpsed.update(_GLIMPSE.findall(text))

    def strangers(self) -> Iterator[Problem]:
        """Give a problem for every use of a name that nothing declares."""
        if self.blind:
            return
        self._gather()
        hints: dict[tuple[Family, str], str] = {}
        listed: Counter[str] = Counter()
        for family, name, where in self._asked:
            if self._is_known(family, name) or listed[where.file] > MOST_PROBLEMS:
                continue
            listed[where.file] += 1
            if listed[where.file] > MOST_PROBLEMS:
                yield too_many(where)
            else:
                yield self._stranger(family, name, where, hints)

    def _gather(self) -> None:
        every = self._declared[Family.ANY]
        for family in Family:
            if family is not Family.ANY:
                every.update(self._declared[family])

    def _is_known(self, family: Family, name: str) -> bool:
        if name in self._declared[family]:
            return True
        outer = name.partition("/")[0]
        if family is Family.STATE and not self.knows(Family.ACCOUNT, outer):
            return True
        if family is Family.ANSWER and not self.knows(Family.QUESTION, outer):
            return True
        return bool(self._glimpsed) and all(
            part in self._glimpsed or part in self._declared[Family.ANY] for part in name.split("/")
        )

    def _stranger(
        self, wanted: Family, name: str, where: Position, hints: dict[tuple[Family, str], str]
    ) -> Problem:
        family = Family.CLAIM if wanted is Family.ANSWER else wanted
        key = (family, name)
        if key not in hints:
            hints[key] = self._hint(family, name)
        code, statement = self._statement(family, name)
        hint = hints[key] or "Is it not written yet? Declare it, or name one that is declared."
        return Problem(where, code, Severity.ERROR, statement, hint)

    def _statement(self, family: Family, name: str) -> tuple[str, str]:
        outer, slash, inner = name.partition("/")
        code = _CODES.get(family, "N013")
        if slash and family is Family.CLAIM:
            if self.knows(Family.QUESTION, outer):
                return code, f"The question '{outer}' has no claim '{inner}'."
            return _CODES[Family.QUESTION], f"There is no question '{outer}'."
        if slash and family is Family.STATE:
            return code, f"The account '{outer}' has no state '{inner}'."
        if family is Family.ANY:
            return code, f"Nothing in the story has the id '{name}'."
        return code, f"There is no {family.value} '{name}'."

    def _hint(self, family: Family, name: str) -> str:
        outer, slash, inner = name.partition("/")
        if slash and family in {Family.CLAIM, Family.STATE}:
            if family is Family.CLAIM and not self.knows(Family.QUESTION, outer):
                return self._hint(Family.QUESTION, outer)
            known = [each for each in self._declared[family] if each.startswith(f"{outer}/")]
            return near(inner, [each.partition("/")[2] for each in known])
        self._compared += len(self._declared[family])
        if self._compared > MOST_COMPARED:
            return ""
        return near(name, self._declared[family], most=MOST_COMPARED)


def near(name: str, known: Collection[str], *, most: int = MOST_NEAR) -> str:
    """Ask whether one of the known names was meant; empty when none is near, or too many known."""
    found = nearest(name, known) if len(known) <= most else []
    return f"Did you mean '{found[0]}'?" if found else ""


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Give the known name that is nearest to a name, or nothing when none is near."""
    return get_close_matches(name[:80], known, n=1, cutoff=0.6)


def rings(steps: Mapping[str, str]) -> Iterator[str]:
    """Give one name of each ring that is made by steps from name to name."""
    ended: set[str] = set()
    for start in steps:
        way: dict[str, None] = {}
        name = start
        while name in steps and name not in ended and name not in way:
            way[name] = None
            name = steps[name]
        if name in way:
            yield name
        ended.update(way)
