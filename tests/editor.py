"""This is a story's file as an editor takes it: YAML 1.2 with its core schema.

An editor makes a number of ``1938`` and a truth of ``true``, where the reader keeps the text.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from game.loading.name import Names
from game.loading.node import Items, Node, Scalar, Table, Void, read_nodes
from game.loading.source import decode

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_PLAIN = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class NotYaml(Exception):
    """The reader refuses the YAML itself, as an editor's own parser mostly does."""


def value(data: bytes) -> Value:
    """Give a file's value. Raises ``NotYaml`` where it is no YAML that the reader takes."""
    source = decode("x.yaml", data, Names())
    node = read_nodes(source)
    if node is None or source.problems:
        raise NotYaml
    return _value(node)


def _value(node: Node) -> Value:
    match node:
        case Scalar():
            return _scalar(node)
        case Items():
            return [_value(each) for each in node.nodes]
        case Table():
            return {key: _value(each) for key, (_, each) in node.entries.items()}
        case Void():
            raise NotYaml


def _scalar(node: Scalar) -> Value:
    text = node.text
    if node.style:
        return text
    if text in _PLAIN:
        return _PLAIN[text]
    if _WHOLE.fullmatch(text):
        return int(
            text.replace("0o", "0"), 8 if text.startswith("0o") else 16 if "x" in text else 10
        )
    return float(text) if _FLOAT.fullmatch(text) else text
