"""This is how a value of the model becomes JSON, and a value again: by its types and nothing else.

A value of a class is a list of its fields, those that nobody left out first; what only repeats the
class's own defaults at the end is not written. One of several classes has its number before it. A
position in the file that is being written is a line and a column.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Protocol, TypeAlias

from game.position import Position

Json: TypeAlias = Any
"""What the module ``json`` writes and reads."""
Value: TypeAlias = Any
"""A value of the model."""
Kind: TypeAlias = Any
"""A type as it is annotated: a class, or one with what it holds, or several."""


class Code(Protocol):
    """How values of one type are written and read; ``home`` is the file they mostly stand in."""

    def write(self, value: Value, home: str) -> Json:
        """Give the JSON of a value."""
        ...

    def read(self, written: Json, home: str) -> Value:
        """Give the value again."""
        ...

    def fits(self, value: Value) -> bool:
        """Tell whether a value is of the type."""
        ...


class _Same:
    """A text, a number, a truth: JSON has it too."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def write(self, value: Value, _home: str) -> Json:
        return value

    def read(self, written: Json, _home: str) -> Value:
        return written

    def fits(self, value: Value) -> bool:
        return type(value) is self._kind


class _Where:
    """A position; the file is left out where it is the usual one."""

    def write(self, value: Position, home: str) -> Json:
        spot = [value.line, value.column]
        return spot if value.file == home else [*spot, value.file]

    def read(self, written: Json, home: str) -> Position:
        line, column, *file = written
        return Position(file[0] if file else home, line, column)

    def fits(self, value: Value) -> bool:
        return type(value) is Position


class _Member:
    """One of an enumeration's values."""

    def __init__(self, kind: type[Enum]) -> None:
        self._kind = kind
        self._members = {each.value: each for each in kind}

    def write(self, value: Enum, _home: str) -> Json:
        return value.value

    def read(self, written: Json, _home: str) -> Enum:
        return self._members[written]

    def fits(self, value: Value) -> bool:
        return type(value) is self._kind


class _Row:
    """A tuple of any length."""

    def __init__(self, each: Code) -> None:
        self._each = each

    def write(self, value: tuple[Value, ...], home: str) -> Json:
        write = self._each.write
        return [write(each, home) for each in value]

    def read(self, written: Json, home: str) -> tuple[Value, ...]:
        read = self._each.read
        return tuple([read(each, home) for each in written])

    def fits(self, value: Value) -> bool:
        return type(value) is tuple and all(map(self._each.fits, value))


class _Table:
    """Values by name, in their order."""

    def __init__(self, each: Code) -> None:
        self._each = each

    def write(self, value: Mapping[str, Value], home: str) -> Json:
        return {name: self._each.write(each, home) for name, each in value.items()}

    def read(self, written: Json, home: str) -> Mapping[str, Value]:
        read = self._each.read
        return MappingProxyType({name: read(each, home) for name, each in written.items()})

    def fits(self, value: Value) -> bool:
        return isinstance(value, Mapping) and all(map(self._each.fits, value.values()))


class _Perhaps:
    """A value or ``None``."""

    def __init__(self, code: Code) -> None:
        self._code = code

    def write(self, value: Value, home: str) -> Json:
        return None if value is None else self._code.write(value, home)

    def read(self, written: Json, home: str) -> Value:
        return None if written is None else self._code.read(written, home)

    def fits(self, value: Value) -> bool:
        return value is None or self._code.fits(value)


class _Either:
    """A value of one of several types: the type's number, then the value."""

    def __init__(self, codes: tuple[Code, ...]) -> None:
        self._codes = codes

    def write(self, value: Value, home: str) -> Json:
        number = next(n for n, code in enumerate(self._codes) if code.fits(value))
        return [number, self._codes[number].write(value, home)]

    def read(self, written: Json, home: str) -> Value:
        number, value = written
        return self._codes[number].read(value, home)

    def fits(self, value: Value) -> bool:
        return any(code.fits(value) for code in self._codes)


class _Made:
    """A value of a class; its fields are looked up when the first one is written or read."""

    def __init__(self, kind: type) -> None:
        self._kind = kind
        self._fields: tuple[_Field, ...] = ()

    def write(self, value: Value, home: str) -> Json:
        written: list[Json] = []
        needed = 0
        for field in self._known():
            given = getattr(value, field.name)
            written.append(field.code.write(given, home))
            if field.default is _NOTHING or given != field.default:
                needed = len(written)
        return written[:needed]

    def read(self, written: Json, home: str) -> Value:
        fields = self._fields or self._known()
        return self._kind(
            **{
                field.name: field.read(each, home)
                for field, each in zip(fields, written, strict=False)
            }
        )

    def fits(self, value: Value) -> bool:
        return type(value) is self._kind

    def _known(self) -> tuple[_Field, ...]:
        if not self._fields:
            self._fields = tuple(_fields(self._kind))
        return self._fields


_NOTHING: Final = object()


class _Field:
    __slots__ = ("code", "default", "name", "read")

    def __init__(self, name: str, code: Code, default: Value) -> None:
        self.name = name
        self.code = code
        self.default = default
        self.read: Callable[[Json, str], Value] = code.read


def _fields(kind: type) -> list[_Field]:
    hints = typing.get_type_hints(kind)
    found = [
        _Field(each.name, code_of(hints[each.name]), _default(each))
        for each in dataclasses.fields(kind)
    ]
    return sorted(found, key=_is_left_out)


def _is_left_out(field: _Field) -> bool:
    # where something stands is always known, so it goes with what is always given
    return field.default is not _NOTHING and not isinstance(field.default, Position)


def _default(field: dataclasses.Field[Any]) -> Value:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return _NOTHING


@cache
def code_of(kind: Kind) -> Code:
    """Give how values of a type are written: of a class of values, or what its fields may hold."""
    origin: Kind = typing.get_origin(kind)
    inner = typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _union(inner)
    if origin is tuple:
        return _Row(code_of(inner[0]))
    if origin is Mapping:
        return _Table(code_of(inner[1]))
    if origin is typing.Literal:
        return _Same(str)
    return _plain(kind)


def _union(kinds: tuple[Kind, ...]) -> Code:
    some = tuple(each for each in kinds if each is not types.NoneType)
    code = code_of(some[0]) if len(some) == 1 else _Either(tuple(map(code_of, some)))
    return code if len(some) == len(kinds) else _Perhaps(code)


def _plain(kind: Kind) -> Code:
    if kind is Position:
        return _Where()
    if issubclass(kind, Enum):
        return _Member(kind)
    is_value: bool = dataclasses.is_dataclass(kind)
    return _Made(kind) if is_value else _Same(kind)


def shape(modules: Iterable[types.ModuleType]) -> str:
    """Say what the classes of some modules are made of: what is written of one hangs on that."""
    return "\n".join(
        f"{name}: {_said(each)}"
        for module in modules
        for name, each in vars(module).items()
        if isinstance(each, type) and each.__module__ == module.__name__
    )


def _said(kind: type) -> str:
    if issubclass(kind, Enum):
        return repr([each.value for each in kind])
    if not dataclasses.is_dataclass(kind):
        return ""
    fields = dataclasses.fields(kind)
    return ", ".join(f"{each.name} {each.type} {_default_said(each)}" for each in fields)


def _default_said(field: dataclasses.Field[Any]) -> str:
    default = _default(field)
    return "" if default is _NOTHING else repr(default)
