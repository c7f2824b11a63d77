"""This is every place in a story's files where a name stands: declared, asked for, or in a mark.

The forms that the reader reads by are walked here too, so a key that is added to them is found. Two
things are not in the forms: the marks of prose, and the names inside conditions and effects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from game.loading.catalogue import file_of
from game.loading.expression import ConditionKind, EffectKind
from game.loading.field import (
    DescentKind,
    Form,
    Key,
    Kind,
    Known,
    KnownClaim,
    ListOf,
    Nested,
    New,
    OneOrMore,
)
from game.loading.markup import LONGEST_CONDITION, ProseKind
from game.loading.name import Family
from game.loading.node import Items, Node, Scalar, Table, read_nodes
from game.loading.record import AccountForm, ClaimForm, QuestionForm, TellingForm
from game.loading.scene import BriefsKind, ChoiceForm, EntryForm, SceneForm
from game.loading.source import Source
from game.loading.story import ClauseKind, RenamesKind, StateKind
from game.renaming.spelling import Sheet, Spelling

_EXPRESSION = re.compile(r"'([^'\\]*)'|\"([^\"\\]*)\"|([A-Za-z_][A-Za-z0-9_]*)")
_PROSE = re.compile(
    r"\\."
    r"|\]\((?P<kind>claim|person|place|word):(?P<target>[^()\s]*)\)"
    r"|(?:\{ *if|\|[ \n]*elif)(?![a-z0-9_])(?P<test>)"
    r"|\{ *(?P<value>[a-z][a-z0-9_]*) *\}",
    re.DOTALL,
)
_COLON = re.compile(r":(?=[ \n])|[{}|]")
_MARKS: Final = {
    "claim": Family.CLAIM,
    "person": Family.PERSON,
    "place": Family.PLACE,
    "word": Family.WORD,
}


class Use(Enum):
    """What a name does where it stands."""

    DECLARED = "declared"
    ASKED = "asked"
    FORMER = "former"
    """It is a key of ``renames:``, which names what is no longer there."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in a file."""

    family: Family
    name: str
    """In full: ``scene/choice``, ``question/claim``, ``account/state``."""
    file: str
    start: int | None
    """Where it begins in the file's text; ``None`` where it is spelt with escapes."""
    written: str
    """What stands there: the name, or the last part of it."""
    line: int
    use: Use = Use.ASKED


_OUTER: Final[Mapping[type[Form], Key[Any]]] = {
    SceneForm: SceneForm.scene,
    QuestionForm: QuestionForm.question,
    AccountForm: AccountForm.account,
    TellingForm: TellingForm.account,
    EntryForm: EntryForm.question,
}
"""Where a form names what the ids inside it belong to."""
_INNER: Final[Mapping[Key[Any], tuple[Family, Use]]] = {
    ChoiceForm.choice: (Family.CHOICE, Use.DECLARED),
    ClaimForm.claim: (Family.CLAIM, Use.DECLARED),
    ClaimForm.within: (Family.CLAIM, Use.ASKED),
    EntryForm.claim: (Family.CLAIM, Use.ASKED),
    TellingForm.state: (Family.STATE, Use.ASKED),
}
"""Ids that are written without what they belong to."""


def mentions(source: Source) -> tuple[Mention, ...] | None:
    """Give the names in a file, in the order of its forms; ``None`` where it is no whole YAML."""
    node = read_nodes(source)
    if node is None:
        return None
    return tuple(_Walk(source).kind(file_of(source.file).holds, node, ""))


class _Walk:
    """One file being walked. ``outer`` is what ids belong to that are written without it."""

    def __init__(self, source: Source) -> None:
        self.file = source.file
        self.sheet = Sheet(source)

    def kind(self, kind: Kind[Any], node: Node, outer: str) -> Iterator[Mention]:
        match kind, node:
            case ((ListOf(kind=inner) | OneOrMore(kind=inner)), Items(nodes=nodes)):
                for each in nodes:
                    yield from self.kind(inner, each, outer)
            case OneOrMore(kind=inner), _:
                yield from self.kind(inner, node, outer)
            case Nested(form=form), Table():
                yield from self._form(form, node, outer)
            case DescentKind(), Items(nodes=nodes):
                yield from (self._whole(Family.ACCOUNT, n) for n in nodes if isinstance(n, Scalar))
            case _, Table():
                yield from self._named(kind, node)
            case _, Scalar():
                yield from self._leaf(kind, node)
            case _:
                return

    def _leaf(self, kind: Kind[Any], node: Scalar) -> Iterator[Mention]:
        match kind:
            case New(family=family):
                yield self._whole(family, node, Use.DECLARED)
            case Known(family=family):
                yield self._whole(family, node)
            case KnownClaim():
                yield self._whole(Family.CLAIM, node)
            case ProseKind():
                yield from self._prose(node)
            case ConditionKind() | EffectKind() | ClauseKind():
                yield from self._expression(node, Spelling(self.sheet, node), 0, len(node.text))
            case _:
                return

    def _form(self, form: type[Form], table: Table, outer: str) -> Iterator[Mention]:
        names = _OUTER.get(form)
        if names is not None and names.name in table.entries:
            named = table.entries[names.name][1]
            outer = _bare(named) if isinstance(named, Scalar) else ""
        for key in form.keys.values():
            entry = table.entries.get(key.name)
            if entry is None:
                continue
            value = entry[1]
            if key in _INNER:
                yield from self._inner(key, value, outer)
            elif key is AccountForm.states and isinstance(value, Table):
                for state, _ in value.entries.values():
                    yield self._within(Family.STATE, outer, state, Use.DECLARED)
            else:
                yield from self.kind(key.kind, value, outer)

    def _named(self, kind: Kind[Any], table: Table) -> Iterator[Mention]:
        """Give the names that are keys of a table, or stand in it as values."""
        for key, value in table.entries.values():
            match kind:
                case StateKind():
                    yield self._whole(Family.VARIABLE, key, Use.DECLARED)
                case BriefsKind():
                    yield self._whole(Family.ROLE, key)
                    yield from self.kind(kind.kind, value, "")
                case RenamesKind():
                    yield self._whole(_renamed(key), key, Use.FORMER)
                    if isinstance(value, Scalar):
                        yield self._whole(_renamed(value), value)
                case _:
                    return

    def _inner(self, key: Key[Any], node: Node, outer: str) -> Iterator[Mention]:
        family, use = _INNER[key]
        if isinstance(node, Scalar) and not (key is EntryForm.claim and _bare(node) == "none"):
            yield self._within(family, outer, node, use)

    def _within(self, family: Family, outer: str, node: Scalar, use: Use) -> Mention:
        return replace(self._whole(family, node, use), name=f"{outer}/{_bare(node)}")

    def _whole(self, family: Family, node: Scalar, use: Use = Use.ASKED) -> Mention:
        name = _bare(node)
        begin = node.text.find(name)
        start = Spelling(self.sheet, node).start(begin, begin + len(name))
        return Mention(family, name, self.file, start, name, node.start.line + 1, use)

    def _prose(self, node: Scalar) -> Iterator[Mention]:
        spelling = Spelling(self.sheet, node)
        for match in _PROSE.finditer(node.text):
            if match["kind"]:
                family = _MARKS[match["kind"]]
                yield self._spot(family, match["target"], spelling, match.start("target"))
            elif match["value"]:
                begin = match.start("value")
                yield self._spot(Family.VARIABLE, match["value"], spelling, begin)
            elif match["test"] is not None:
                most = match.end() + LONGEST_CONDITION
                colon = _COLON.search(node.text, match.end(), most)
                end = colon.start() if colon else match.end()
                yield from self._expression(node, spelling, match.end(), end)

    def _expression(
        self, node: Scalar, spelling: Spelling, begin: int, end: int
    ) -> Iterator[Mention]:
        for match in _EXPRESSION.finditer(node.text, begin, end):
            number = match.lastindex or 0
            family = Family.VARIABLE if number == 3 else Family.SCENE  # noqa: PLR2004 - the third
            yield self._spot(family, match[number], spelling, match.start(number))

    def _spot(self, family: Family, name: str, spelling: Spelling, begin: int) -> Mention:
        start = spelling.start(begin, begin + len(name))
        return Mention(family, name, self.file, start, name, spelling.line(begin))


def _bare(node: Scalar) -> str:
    return node.text.strip("\n ")


def _renamed(node: Scalar) -> Family:
    return Family.CHOICE if "/" in node.text else Family.SCENE
