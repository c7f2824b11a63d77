"""This is values as JSON and back: events for the journal, a report for its lines, views for pages.

A value comes back equal, or not at all: whatever does not fit its type raises ``Misshapen``.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from game.classroom.event import Event
from game.problem import GameError

T = TypeVar("T")

Json: TypeAlias = Any
"""Whatever JSON can hold."""
Kind: TypeAlias = Any
"""A type, or what stands for one in an annotation."""
Built: TypeAlias = Any
"""A value of some kind."""

_NAMES: Final[Mapping[type, str]] = {kind: kind.__name__ for kind in get_args(Event)}
_KINDS: Final[Mapping[str, type]] = {name: kind for kind, name in _NAMES.items()}
EVENT: Final = "event"
_AS_IT_IS: Final = frozenset({str, int, bool, type(None)})


class Misshapen(GameError):
    """JSON that is no value of the kind that was asked for."""

    def __init__(self, what: str) -> None:
        """Say what was expected."""
        super().__init__(f"This is not {what}.")


def plain(value: object) -> Json:
    """Give a value as dicts, lists, words and numbers."""
    if type(value) in _AS_IT_IS:  # most of what there is, so it is asked first
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {_key(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [plain(each) for each in (sorted(value) if isinstance(value, frozenset) else value)]
    return value


def event_as_json(event: Event) -> Json:
    """Give an event with its name."""
    return {EVENT: _NAMES[type(event)], **plain(event)}


def event_from_json(found: Json) -> Event:
    """Read an event. Raises ``Misshapen``."""
    if not isinstance(found, dict) or found.get(EVENT) not in _KINDS:
        raise Misshapen("an event")
    given = {name: each for name, each in found.items() if name != EVENT}
    event: Event = value(_KINDS[found[EVENT]], given)
    return event


def value(kind: type[T], found: Json) -> T:
    """Read a value of a kind. Raises ``Misshapen``."""
    asked: Kind = kind
    read: T = _reader(asked)(found)
    return read


@cache
def _reader(kind: Kind) -> Callable[[Json], Built]:
    origin: Kind = get_origin(kind)
    inner = get_args(kind)
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if origin is tuple:
        return _tuple_reader(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_reader(*inner)
    if origin is types.UnionType:
        return _optional_reader(inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_reader(kind)
    return _scalar_reader(kind)


def _dataclass_reader(kind: Kind) -> Callable[[Json], Built]:
    hints = get_type_hints(kind)
    readers = {each.name: _reader(hints[each.name]) for each in fields(kind)}

    def read(found: Json) -> Built:
        if not isinstance(found, dict) or found.keys() != readers.keys():
            raise Misshapen(f"a {kind.__name__}")
        return kind(**{name: readers[name](each) for name, each in found.items()})

    return read


def _tuple_reader(inner: tuple[Kind, ...]) -> Callable[[Json], Built]:
    each = _reader(inner[0])

    def read(found: Json) -> Built:
        if not isinstance(found, list):
            raise Misshapen("a list")
        return tuple(each(one) for one in found)

    return read


def _mapping_reader(key: Kind, kind: Kind) -> Callable[[Json], Built]:
    of_key, each = _reader(key), _reader(kind)

    def read(found: Json) -> Built:
        if not isinstance(found, dict):
            raise Misshapen("a table")
        return {of_key(name): each(one) for name, one in found.items()}

    return read


def _optional_reader(inner: tuple[Kind, ...]) -> Callable[[Json], Built]:
    (kind,) = (each for each in inner if each is not type(None))
    each = _reader(kind)
    return lambda found: None if found is None else each(found)


def _enum_reader(kind: type[Enum]) -> Callable[[Json], Built]:
    known = {each.value: each for each in kind}

    def read(found: Json) -> Built:
        if not isinstance(found, str) or found not in known:
            raise Misshapen(f"a {kind.__name__}")
        return known[found]

    return read


def _scalar_reader(kind: Kind) -> Callable[[Json], Built]:
    def read(found: Json) -> Built:
        # a truth is a whole number to Python, and must not pass for one
        if type(found) is not kind:
            raise Misshapen(f"a {kind.__name__}")
        return found

    return read


def _key(key: object) -> str:
    return str(key.value) if isinstance(key, Enum) else str(key)
