"""This is a report as plain lines, 78 characters wide: for terminals, mail and listening.

A table is written row by row, each cell behind its column's name, because columns cannot be heard.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from game.model.prose import plain
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Quote, Table, runs
from game.reporting.phrase import WIDTH, wrapped

_UNDERLINES = {2: "-"}


def write(document: Document) -> str:
    """Write a report out; it ends with the end of a line."""
    head = f"{wrapped(document.title)}\n{'=' * min(len(document.title), WIDTH)}"
    return "\n\n".join([head, *("\n".join(_block(each)) for each in document.blocks)]) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block)
        case Paragraph(words):
            yield wrapped(plain(runs(words)))
        case Quote(words, below):
            yield wrapped(words, "> ")
            yield from (wrapped(each, "  ") for each in (below,) if each)
        case Points(items, numbered):
            for number, item in enumerate(items, start=1):
                yield wrapped(item, f"{number}. " if numbered else "- ")
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def _heading(heading: Heading) -> Iterator[str]:
    yield wrapped(heading.text)
    if heading.level in _UNDERLINES:
        yield _UNDERLINES[heading.level] * min(len(heading.text), WIDTH)


def _table(table: Table) -> Iterator[str]:
    yield wrapped(table.caption)
    for head, *cells in table.rows:
        yield ""
        yield wrapped(head, "- ")
        for column, cell in zip(table.columns[1:], cells, strict=True):
            if cell:
                yield wrapped(f"{column}: {cell}", "  ", "    ")
