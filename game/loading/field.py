"""This is what a key may hold: kinds that read a node, and forms that are tables of keys.

A form is declared once, as a class whose attributes are keys. The reader takes values through it,
and whoever describes the format (a schema, a manual) walks the same ``keys``. A kind gives its
value, or ``None`` after it has reported what is wrong; nothing stops at the first fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any, ClassVar, Final, Generic, Protocol, TypeVar

from game.loading.name import Family, near, nearest
from game.loading.node import Items, Node, Scalar, Table, Void
from game.loading.source import STAND_IN, Source
from game.loading.syntax import QUOTES
from game.model.record import UNKNOWN, Descent
from game.model.scene import ClaimRef
from game.position import Position

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=Enum)

WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
MOST_DIGITS = 9
SHOWN = 40
"""How much of an author's text a message repeats."""


class Kind(Protocol[T_co]):
    """What a key may hold."""

    @property
    def words(self) -> str:
        """What is expected, after "expected": ``a list``."""
        ...

    def read(self, node: Node, source: Source) -> T_co | None:
        """Give the value, or ``None`` after reporting why there is none."""
        ...


class Key(Generic[T]):
    """A key of a form: its name, what it holds, and one line for a manual."""

    __slots__ = ("kind", "meaning", "name", "required")

    def __init__(
        self, kind: Kind[T], meaning: str, *, required: bool = False, name: str = ""
    ) -> None:
        self.kind = kind
        self.meaning = meaning
        self.required = required
        self.name = name

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the attribute's name; a last underscore keeps clear of Python's own words."""
        self.name = self.name or name.rstrip("_")


class Form:
    """A table of keys; each subclass is one kind of mapping in the files."""

    word: ClassVar[str]
    """What it is called in a sentence: ``a scene``."""
    keys: ClassVar[Mapping[str, Key[Any]]]
    required: ClassVar[frozenset[str]]

    def __init_subclass__(cls, *, word: str) -> None:
        """Gather the keys in the order in which they are written."""
        found = [each for each in vars(cls).values() if isinstance(each, Key)]
        cls.word = word
        cls.keys = MappingProxyType({key.name: key for key in found})
        cls.required = frozenset(key.name for key in found if key.required)


class Fields:
    """One mapping of a file, read through its form."""

    __slots__ = ("source", "table")

    def __init__(self, table: Table, source: Source) -> None:
        self.table = table
        self.source = source

    @property
    def position(self) -> Position:
        """Where the mapping begins."""
        return self.source.at(self.table)

    def get(self, key: Key[T]) -> T | None:
        """Give a key's value; ``None`` when it is absent or was refused."""
        entry = self.table.entries.get(key.name)
        return None if entry is None else key.kind.read(entry[1], self.source)

    def take(self, key: Key[T], default: T) -> T:
        """Give a key's value, or the default."""
        entry = self.table.entries.get(key.name)
        if entry is None:
            return default
        value = key.kind.read(entry[1], self.source)
        return default if value is None else value

    def has(self, key: Key[Any]) -> bool:
        """Say whether a key is written."""
        return key.name in self.table.entries

    def where(self, key: Key[Any]) -> Position:
        """Say where a key's value stands, or the mapping when it is absent."""
        entry = self.table.entries.get(key.name)
        return self.position if entry is None else self.source.at(entry[1])

    def report(self, code: str, where: Position, statement: str, hint: str = "") -> None:
        """Report a fault in this file."""
        self.source.report(code, where, statement, hint)


def open_form(form: type[Form], node: Node, source: Source) -> Fields | None:
    """Take a node for a mapping of a form; unknown and missing keys are reported."""
    if not isinstance(node, Table):
        refuse(node, source, f"keys of {form.word}, each with its value")
        return None
    written = node.entries.keys()
    guessed: frozenset[str] = frozenset()
    if not written <= form.keys.keys():
        guessed = _report_unknown(form, node, source)
    if not form.required <= written:
        _report_missing(form, node, source, guessed)
    return Fields(node, source)


def _report_missing(
    form: type[Form], table: Table, source: Source, guessed: frozenset[str]
) -> None:
    for name, key in form.keys.items():
        if key.required and name not in table.entries and name not in guessed:
            source.report(
                "F002",
                source.at(table),
                f"The key '{name}' of {form.word} is missing.",
                f"Write `{name}:` with {key.kind.words}.",
            )


def _report_unknown(form: type[Form], table: Table, source: Source) -> frozenset[str]:
    """Report keys that a form has not, and give those that were perhaps meant."""
    unused = [each for each in form.keys if each not in table.entries]
    guessed: set[str] = set()
    for name, (key, value) in table.entries.items():
        if name in form.keys:
            continue
        if STAND_IN in name and source.problems:
            guessed.update(unused)
            continue
        meant = nearest(name, unused)
        guessed.update(meant)
        bare = isinstance(value, Scalar) and not value.text and not value.style
        hint = f"Its keys are: {', '.join(form.keys)}."
        if bare and " " in name:
            hint = "Is it part of a text with a comma? Put quotation marks round that text."
        elif meant:
            hint = f"Did you mean '{meant[0]}'?"
        source.report("F001", source.at(key), f"'{short(name)}' is not a key of {form.word}.", hint)
    return frozenset(guessed)


def refuse(node: Node, source: Source, expected: str) -> None:
    """Report that a node is of another kind than expected; what was refused before is passed."""
    if isinstance(node, Void) or _is_damaged(node, source):
        return
    if isinstance(node, Scalar) and not node.text and not node.style:
        source.report("F011", source.at(node), "Nothing stands here.", f"Write {expected}.")
        return
    hint = f"Write {expected}."
    if not isinstance(node, Scalar) and "text" in expected:
        hint = f"Does a text begin with a bracket or hold a colon? {QUOTES}"
    elif "list" in expected:
        hint = "Write `[one, two]`, or each entry on a line that begins with `- `."
    statement = f"Expected {expected}, found {_found(node)}."
    source.report("F003", source.at(node), statement, hint)


def _is_damaged(node: Node, source: Source) -> bool:
    # What hides in it was named already, and what follows from that is not.
    return isinstance(node, Scalar) and STAND_IN in node.text and bool(source.problems)


def _found(node: Scalar | Items | Table) -> str:
    match node:
        case Scalar():
            return f"the text '{short(node.text)}'"
        case Items():
            return "a list"
        case Table():
            return "keys with values"


def short(text: str) -> str:
    """Give the beginning of an author's text, on one line."""
    flat = " ".join(text[:200].split())
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN - 1]}…"


def scalar(node: Node, source: Source, expected: str) -> Scalar | None:
    """Take a node for a text that is not empty."""
    if type(node) is Scalar and node.text and not node.text.isspace():
        return node
    if isinstance(node, Scalar) and (node.style or node.text):
        source.report("F011", source.at(node), "This text is empty.", f"Write {expected}.")
    else:
        refuse(node, source, expected)
    return None


@dataclass(frozen=True, slots=True)
class Text:
    """A text; line breaks in it are spaces."""

    words: str = "a text"

    def read(self, node: Node, source: Source) -> str | None:
        """Give the text."""
        found = scalar(node, source, self.words)
        if found is None:
            return None
        return " ".join(found.text.split("\n")).strip(" ") if "\n" in found.text else found.text


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a fixed shape, such as an id."""

    pattern: re.Pattern[str]
    words: str
    hint: str = "Write small letters, digits and hyphens."

    def read(self, node: Node, source: Source) -> str | None:
        """Give the text."""
        found = scalar(node, source, self.words)
        if found is None:
            return None
        text = found.text.strip("\n ")
        if self.pattern.fullmatch(text):
            return text
        source.report("F005", source.at(node), f"'{short(text)}' is not {self.words}.", self.hint)
        return None


ID = Pattern(re.compile("[a-z0-9-]+"), "an id")
SCENE_ID = Pattern(
    re.compile(r"[a-z0-9-]+\.[a-z0-9-]+"), "a scene's id", "Write its part, a dot and its own name."
)
CLAIM_ID = Pattern(
    re.compile("[a-z0-9-]+/[a-z0-9-]+"),
    "a claim with its question",
    "Write the question, a slash and the claim's own id.",
)


@dataclass(frozen=True, slots=True)
class New:
    """An id that is declared here."""

    family: Family
    shape: Pattern = ID

    @property
    def words(self) -> str:
        """What is expected."""
        return self.shape.words

    def read(self, node: Node, source: Source) -> str | None:
        """Give the id and enter it among the names; a second declaration is reported."""
        name = self.shape.read(node, source)
        if name is None:
            return None
        return name if declare(self.family, name, source.at(node), source) else None


def declare(family: Family, name: str, where: Position, source: Source) -> bool:
    """Enter a name; one that was entered before is reported with the place where it was."""
    first = source.names.declare(family, name, where)
    if first is None:
        return True
    shown = name.rpartition("/")[2]
    source.report(
        "F006",
        where,
        f"The {family.value} '{shown}' is declared here and at {first.file}:{first.line}.",
        "Give one of the two another id.",
    )
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """An id that is declared somewhere in the story."""

    family: Family
    shape: Pattern = ID

    @property
    def words(self) -> str:
        """What is expected."""
        return self.shape.words

    def read(self, node: Node, source: Source) -> str | None:
        """Give the id; whether it exists is seen when all files have been read."""
        name = self.shape.read(node, source)
        if name is not None:
            source.names.ask(self.family, name, source.at(node))
        return name


SCENE = Known(Family.SCENE, SCENE_ID)


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim as ``question/claim``."""

    words: str = CLAIM_ID.words

    def read(self, node: Node, source: Source) -> ClaimRef | None:
        """Give the claim; whether it exists is seen when all files have been read."""
        name = CLAIM_ID.read(node, source)
        if name is None:
            return None
        source.names.ask(Family.CLAIM, name, source.at(node))
        question, _, claim = name.partition("/")
        return ClaimRef(question, claim)


@dataclass(frozen=True, slots=True)
class Whole:
    """A plain whole number between two others."""

    low: int
    high: int

    @property
    def words(self) -> str:
        """What is expected."""
        return f"a whole number from {self.low} to {self.high}"

    def read(self, node: Node, source: Source) -> int | None:
        """Give the number."""
        number = whole_number(node, source)
        if number is None or self.low <= number <= self.high:
            return number
        hint = f"Write a number from {self.low} to {self.high}."
        source.report("F007", source.at(node), f"{number} is out of range here.", hint)
        return None


def whole_number(node: Node, source: Source) -> int | None:
    """Take a node for a plain whole number."""
    if not isinstance(node, Scalar) or not node.text:
        refuse(node, source, "a whole number")
        return None
    if node.style or not WHOLE_NUMBER.fullmatch(node.text):
        hint = "Write it without quotation marks, leading noughts, points or underscores."
        source.report(
            "F003", source.at(node), f"Expected a whole number, found '{short(node.text)}'.", hint
        )
        return None
    if len(node.text) > MOST_DIGITS:
        statement = f"A number has at most {MOST_DIGITS} digits."
        source.report("F007", source.at(node), statement, "Write a smaller one.")
        return None
    return int(node.text)


@dataclass(frozen=True, slots=True)
class Truth:
    """``true`` or ``false``, without quotation marks."""

    words: str = "true or false"

    def read(self, node: Node, source: Source) -> bool | None:
        """Give the truth."""
        if isinstance(node, Scalar) and not node.style and node.text in {"true", "false"}:
            return node.text == "true"
        refuse(node, source, self.words)
        return None


@dataclass(frozen=True, slots=True)
class Only:
    """A key that may only say ``true``: to leave it out is to say no."""

    words: str = "true"

    def read(self, node: Node, source: Source) -> bool | None:
        """Give ``True``."""
        truth = Truth().read(node, source)
        if truth is False:
            source.report("F004", source.at(node), "Expected true.", "Leave the key out instead.")
            return None
        return truth


@dataclass(frozen=True, slots=True)
class OneOf(Generic[T]):
    """One of a few words."""

    choices: Mapping[str, T]

    @property
    def words(self) -> str:
        """What is expected."""
        return " or ".join(f"`{each}`" for each in self.choices)

    def read(self, node: Node, source: Source) -> T | None:
        """Give what the word stands for."""
        found = scalar(node, source, self.words)
        if found is None:
            return None
        if found.text in self.choices:
            return self.choices[found.text]
        source.report(
            "F004",
            source.at(node),
            f"Expected {self.words}, found '{short(found.text)}'.",
            near(found.text, self.choices) or f"Write {self.words}.",
        )
        return None


def one_of(values: type[E]) -> OneOf[E]:
    """Give the kind whose words are an enumeration's values."""
    return OneOf({each.value: each for each in values})


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list, of at least so many."""

    kind: Kind[T]
    least: int = 0

    @property
    def words(self) -> str:
        """What is expected."""
        return f"a list, each entry {self.kind.words}"

    def read(self, node: Node, source: Source) -> tuple[T, ...] | None:
        """Give the entries that could be read."""
        if not isinstance(node, Items):
            refuse(node, source, "a list")
            return None
        if len(node.nodes) < self.least:
            hint = f"Write at least {self.least}, each {self.kind.words}."
            source.report("F011", source.at(node), "This list is too short.", hint)
        read = self.kind.read
        found: list[T] = []
        for each in node.nodes:
            value = read(each, source)
            if value is not None:
                found.append(value)
            elif source.full:
                break
        return tuple(found)


@dataclass(frozen=True, slots=True)
class OneOrMore(Generic[T]):
    """One, or a list of at least one."""

    kind: Kind[T]

    @property
    def words(self) -> str:
        """What is expected."""
        return f"{self.kind.words}, or a list of them"

    def read(self, node: Node, source: Source) -> tuple[T, ...] | None:
        """Give the one or the several."""
        if isinstance(node, Items):
            return ListOf(self.kind, least=1).read(node, source)
        one = self.kind.read(node, source)
        return None if one is None else (one,)


@dataclass(frozen=True, slots=True)
class MapOf(Generic[T]):
    """Keys that the author names, each with a value of one kind."""

    key: Kind[str]
    kind: Kind[T]
    words: str = "keys with values"

    def read(self, node: Node, source: Source) -> Mapping[str, T] | None:
        """Give what could be read, in the order written."""
        if not isinstance(node, Table):
            refuse(node, source, self.words)
            return None
        found: dict[str, T] = {}
        for key, value in node.entries.values():
            name = self.key.read(key, source)
            read = self.kind.read(value, source)
            if name is not None and read is not None:
                found[name] = read
        return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class Nested(Generic[T]):
    """A mapping of a form, built into a value."""

    form: type[Form]
    build: Callable[[Fields], T | None]
    needs: tuple[Key[Any], ...] = ()
    """Keys that are required here though not of the form; ``build`` says so in its own words."""

    @property
    def words(self) -> str:
        """What is expected."""
        return f"the keys of {self.form.word}"

    def read(self, node: Node, source: Source) -> T | None:
        """Give the value."""
        fields = open_form(self.form, node, source)
        return None if fields is None else self.build(fields)


@dataclass(frozen=True, slots=True)
class DescentKind:
    """Where something is taken from: a list of accounts, or ``unknown``."""

    words: str = "a list of accounts, or `unknown`"

    def read(self, node: Node, source: Source) -> Descent | None:
        """Give the accounts or ``UNKNOWN``."""
        if isinstance(node, Scalar):
            if node.text == "unknown":
                return UNKNOWN
            refuse(node, source, self.words)
            return None
        return ListOf(Known(Family.ACCOUNT)).read(node, source)


DESCENT: Final[Kind[Descent]] = DescentKind()
