"""This is what libyaml says of a file that is not YAML, in plain words and with the likely cure."""

from __future__ import annotations

from yaml.error import MarkedYAMLError, YAMLError

from game.loading.source import Source
from game.position import Position

QUOTES = "Put quotation marks round the text, or write `text: |` and the text indented below."

_PLAIN = (
    (
        "mapping values are not allowed",
        "A colon and a space make a second key on this line.",
        QUOTES,
    ),
    (
        "tab",
        "There is a tab where spaces are expected.",
        "Indent with spaces only.",
    ),
    (
        "cannot start any token",
        "Text cannot begin with this character.",
        QUOTES,
    ),
    (
        "expected alphabetic or numeric character",
        "Text cannot begin with an asterisk or an ampersand.",
        QUOTES,
    ),
    (
        "could not find expected ':'",
        "This line is neither a key with a colon nor part of a text.",
        "Is a colon missing, or should the line be indented like the text above it?",
    ),
    (
        "found unexpected end of stream",
        "A text in quotation marks is never closed.",
        "Close it, or write `text: |` and the text indented below.",
    ),
    (
        "unknown escape character",
        "A backslash in double quotation marks frees no such character.",
        "Use single quotation marks, or write `text: |` and the text indented below.",
    ),
    (
        "escape code",
        "This escape in double quotation marks stands for no character.",
        "Type the character itself.",
    ),
    (
        "expected hexdecimal",
        "This escape in double quotation marks is not complete.",
        "Type the character itself.",
    ),
    (
        "expected '-' indicator",
        "This line is neither the next entry of the list nor part of the one above.",
        "Begin it with `- `, and indent it like the other entries.",
    ),
    (
        "block sequence entries are not allowed",
        "A list entry cannot begin here.",
        "Write each entry on its own line below the key, beginning with `- `.",
    ),
    (
        "expected ',' or ']'",
        "A list in square brackets is not closed, or a comma is missing.",
        "Close it with `]`; put quotation marks round a text that holds brackets or commas.",
    ),
    (
        "expected ',' or '}'",
        "A `{` is not closed, or a comma is missing.",
        "Close it with `}`; put quotation marks round a text that holds braces or commas.",
    ),
    (
        "did not find expected key",
        "This line does not fit under the one above.",
        "Is it indented like its neighbours? Does a text end before its line does?",
    ),
    (
        "expected <document start>",
        "The file goes on after its list or its keys have ended.",
        "Is this line indented like its neighbours?",
    ),
    (
        "expected comment or line break",
        "Only the text itself may follow `|`, on the lines below.",
        "Begin the text on the next line, indented.",
    ),
    (
        "did not find expected node content",
        "Something is missing here.",
        "Is there a comma too many, or a bracket that nothing follows?",
    ),
    (
        "leading space",
        "The text after `|` begins with a line that is indented further than the rest.",
        "Indent all lines alike.",
    ),
)


_BEGUN = ("end of stream", "expected ',' or ']'", "expected ',' or '}'", "find expected ':'")
"""Faults that are better looked for where something began than where it was missed."""


def restate(source: Source, error: YAMLError) -> None:
    """Report a syntax fault, unless it follows from a tab, which has been reported."""
    if source.tabbed:
        return
    said = str(getattr(error, "problem", None) or error)
    where = _where(source, error)
    if _PLAIN[0][0] in said and _is_first_colon(source, where):
        source.report(
            "Y010",
            where,
            "This line is indented as if it went on with the text above, and has a key.",
            "Indent it like its neighbours; if it is text, put quotation marks round the whole.",
        )
        return
    for phrase, statement, hint in _PLAIN:
        if phrase in said:
            source.report("Y010", where, statement, hint)
            return
    source.report("Y010", where, f"This is not YAML: {said}.", QUOTES)


def _is_first_colon(source: Source, where: Position) -> bool:
    line = source.lines[where.line - 1]
    return (line + " ").find(": ") == where.column - 1


def _where(source: Source, error: YAMLError) -> Position:
    if isinstance(error, MarkedYAMLError):
        begun = any(phrase in str(error.problem) for phrase in _BEGUN)
        mark = (error.context_mark if begun else None) or error.problem_mark
        if mark is not None:
            return Position(source.file, mark.line + 1, mark.column + 1)
    return Position(source.file, 1, 1)
