"""This is a report as Markdown, with tables as GitHub and most editors read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from game.model.prose import Line, Words
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Quote, Table, runs

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AT_THE_START = re.compile(r"(?:\d+(?=[.)])|[-+=](?=\s|$|[-=]))")


def write(document: Document) -> str:
    """Write a report out; whatever could be taken for markup is escaped."""
    head = f"# {escaped(document.title)}"
    return "\n\n".join([head, *("\n".join(_block(each)) for each in document.blocks)]) + "\n"


def escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    return _begun(_marked(" ".join(text.split())))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {escaped(text)}"
        case Paragraph(words):
            yield _line(runs(words))
        case Quote(words, below):
            yield f"> {escaped(words)}"
            if below:
                yield ">"
                yield f"> {escaped(below)}"
        case Points(items, numbered):
            for number, item in enumerate(items, start=1):
                yield f"{number}. {escaped(item)}" if numbered else f"- {escaped(item)}"
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def _line(line: Line) -> str:
    return _begun("".join(_run(run) for run in line))


def _run(run: Words) -> str:
    text = _marked(run.text)
    core = text.strip()
    if not core:
        return text
    # blanks stand outside the marks, or Markdown does not take them for marks
    lead, _, trail = text.partition(core)
    marks = ("**" if run.strong else "") + ("*" if run.emphasis else "")
    return f"{lead}{marks}{core}{marks[::-1]}{trail}"


def _marked(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _begun(text: str) -> str:
    """Keep the first signs of a line from making it a list or a rule."""
    start = _AT_THE_START.match(text)
    if start is None:
        return text
    at = start.end() if text[0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"


def _table(table: Table) -> Iterator[str]:
    yield f"**{escaped(table.caption)}**"
    yield ""
    yield _row(table.columns)
    yield _row("---" for _ in table.columns)
    for row in table.rows:
        yield _row(escaped(cell) for cell in row)


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
