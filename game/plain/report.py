"""This is a report in sentences: a table is said row by row, each cell behind its column's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from game.model.prose import plain
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Quote, Table


def report(document: Document) -> Iterator[str]:
    """Say a report, block after block."""
    yield document.title
    for block in document.blocks:
        yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph(words):
            yield words if isinstance(words, str) else plain(words)
        case Quote():
            yield block.words
            yield from (each for each in (block.below,) if each)
        case Points():
            for number, item in enumerate(block.items, start=1):
                yield f"{f'{number}.' if block.numbered else '-'} {item}"
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def _table(table: Table) -> Iterator[str]:
    yield table.caption
    for head, *cells in table.rows:
        yield f"- {head}"
        for column, cell in zip(table.columns[1:], cells, strict=True):
            if cell:
                yield f"{column}: {cell}"
