"""This is a file's YAML as nodes that know where they stand, read from libyaml's events."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import yaml
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from game.loading.source import HIDDEN, Mark, Source, hidden_name
from game.loading.syntax import QUOTES, restate

DEEPEST = 32

_COMMENT = re.compile(r"\S +#")
_BEHIND = re.compile(" +#")

# A PyYAML built without libyaml reads the same, only slower.
_Parser = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(slots=True, eq=False)
class Scalar:
    """A text, as YAML reads it; ``style`` is empty for plain, else the sign it began with."""

    text: str
    start: Mark
    end: Mark
    style: str


@dataclass(slots=True, eq=False)
class Items:
    """A list."""

    nodes: list[Node]
    start: Mark


@dataclass(slots=True, eq=False)
class Table:
    """Keys with their values, in the order written."""

    entries: dict[str, tuple[Scalar, Node]]
    start: Mark


@dataclass(slots=True, eq=False)
class Void:
    """What stood here was refused, and reported; readers pass over it."""

    start: Mark


Node: TypeAlias = Scalar | Items | Table | Void


def read_nodes(source: Source) -> Node | None:
    """Read a source's one document; ``None`` when it has none or could not be read to its end."""
    tree = _Tree(source)
    try:
        parser = _Parser(source.text)
        whole = tree.grow(parser)
    except YAMLError as error:
        restate(source, error)
        return None
    if not whole:
        return None
    return tree.root()


class _Tree:
    """The nodes so far; ``items`` is the collection now open, ``above`` those around it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.items: list[Node] = []
        self.above: list[tuple[list[Node], Mark]] = []
        self.documents = 0
        self.comments = _comment_lines(source)
        self.careful = bool(self.comments) or "\\" in source.text

    def grow(self, parser: yaml.CSafeLoader | yaml.SafeLoader) -> bool:
        """Take every event; ``False`` when the file was left before its end."""
        get_event: Callable[[], Any] = parser.get_event
        careful = self.careful
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                node = Scalar(event.value, event.start_mark, event.end_mark, event.style or "")
                self.items.append(node)
                if careful:
                    self._look(node)
                if event.anchor or event.tag:
                    self._refuse(event)
            elif not self._structure(event):
                return False
        return True

    def root(self) -> Node | None:
        return self.items[0] if self.items else None

    def _structure(self, event: Event) -> bool:
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            return self._open(cast("CollectionStartEvent", event))
        if kind is MappingEndEvent:
            nodes, start = self._close()
            self.items.append(Table(self._entries(nodes), start))
        elif kind is SequenceEndEvent:
            nodes, start = self._close()
            self.items.append(Items(nodes, start))
        elif isinstance(event, AliasEvent):
            self._refuse(event)
            self.items.append(Void(_start(event)))
        elif isinstance(event, DocumentStartEvent):
            return self._begin(event)
        return True

    def _open(self, event: CollectionStartEvent) -> bool:
        if event.anchor or event.tag:
            self._refuse(event)
        if len(self.above) >= DEEPEST:
            self._report(
                "Y013",
                _start(event),
                f"Lists and keys are nested deeper than {DEEPEST} here.",
                "Is a bracket, a dash or an indent repeated by mistake?",
            )
            return False
        self.above.append((self.items, _start(event)))
        self.items = []
        return True

    def _close(self) -> tuple[list[Node], Mark]:
        nodes = self.items
        self.items, start = self.above.pop()
        return nodes, start

    def _entries(self, nodes: list[Node]) -> dict[str, tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        each = iter(nodes)
        for key, value in zip(each, each, strict=True):
            if type(key) is Scalar and (text := key.text) not in entries and text != "<<":
                entries[text] = (key, value)
            else:
                self._refuse_key(key, entries)
        return entries

    def _refuse_key(self, key: Node, entries: dict[str, tuple[Scalar, Node]]) -> None:
        if self.source.full:
            return
        if not isinstance(key, Scalar):
            if not isinstance(key, Void):
                self._report("Y017", key.start, "A key must be a plain word.", QUOTES)
        elif key.text == "<<":
            self._report(
                "Y005",
                key.start,
                "Merge keys are not read.",
                "Write the keys out where they are wanted.",
            )
        else:
            first = entries[key.text][0].start.line + 1
            self._report(
                "Y011",
                key.start,
                f"The key '{key.text}' stands here and on line {first}.",
                "Keep one of the two.",
            )

    def _begin(self, event: DocumentStartEvent) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._report(
                "Y008",
                _start(event),
                "A second document begins here; a story's file holds one.",
                "Is this `---` a pause in prose? Then indent it like the text around it.",
            )
            return False
        if event.version or event.tags:
            self._report(
                "Y015", _start(event), "Directives are not read.", "Take out the line with `%`."
            )
        return True

    def _refuse(self, event: NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            hint = f"Take it out. Is it text? {QUOTES}"
            self._report("Y006", _start(event), f"The tag '{shown}' is not read.", hint)
        if event.anchor:
            self._report(
                "Y005",
                _start(event),
                f"Anchors and aliases are not read: '{event.anchor}'.",
                f"Write it out where it is wanted. Is it text? {QUOTES}",
            )

    def _look(self, scalar: Scalar) -> None:
        if scalar.style == '"':
            hidden = HIDDEN.search(scalar.text)
            if hidden:
                self._report(
                    "Y004",
                    scalar.start,
                    f"An escape makes a hidden character here: {hidden_name(hidden[0])}.",
                    "Take the escape out.",
                )
                self.items[-1] = Void(scalar.start)
        elif not scalar.style and scalar.end.line in self.comments:
            self._look_behind(scalar.end)

    def _look_behind(self, end: Mark) -> None:
        comment = _BEHIND.match(self.source.lines[end.line], end.column)
        if comment:
            self._report(
                "Y012",
                _Spot(end.line, comment.end() - 1),
                "YAML takes what follows this `#` for a comment, and drops it.",
                "Put quotation marks round the text, or move the comment to a line of its own.",
            )

    def _report(self, code: str, mark: Mark, statement: str, hint: str) -> None:
        self.source.report(code, self.source.at(_Place(mark)), statement, hint)


@dataclass(frozen=True, slots=True)
class _Spot:
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Place:
    start: Mark


def _start(event: Event) -> Mark:
    return cast("Mark", event.start_mark)


def _comment_lines(source: Source) -> frozenset[int]:
    text = source.text
    if "#" not in text or not _COMMENT.search(text):
        return frozenset()
    return frozenset(number for number, line in enumerate(source.lines) if _COMMENT.search(line))
