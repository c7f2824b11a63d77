"""This is the one place where words become what Textual draws. Nothing here reads markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.cells import cell_len, set_cell_size
from textual.content import Content, Span

from game.model.prose import Line
from game.tui.safety import clean
from game.tui.wrapping import wrap

BRIGHT = "$bright"
QUIET = "$quiet"
MARK = "$mark"
RULE = "$rule"
RECORDED = "$recorded"
STRONG = "bold $bright"

EMPTY = Content("")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph to be laid out."""

    text: Content
    indent: int = 0
    """Cells before every line."""
    hang: int = 0
    """Cells more before every line but the first; the first has ``first`` in their place."""
    gap: int = 0
    """Empty lines before it, unless it is the first."""
    first: Content = field(default=EMPTY)
    """A number, a caret, a sign; nothing where the first line begins further left."""


def words(text: str, style: str = "") -> Content:
    """Write plain words in one style."""
    said = clean(text)
    return Content(said, [Span(0, len(said), style)] if style and said else [])


def join(*parts: Content) -> Content:
    """Write pieces one after another."""
    written = [part for part in parts if part.plain]
    whole = written[0] if written else EMPTY
    for part in written[1:]:
        whole = whole + part
    return whole


def between(separator: Content, parts: Iterable[Content]) -> Content:
    """Write the pieces that have words, with a separator between any two."""
    written = [part for part in parts if part.plain]
    pieces: list[Content] = []
    for part in written:
        pieces += [separator, part] if pieces else [part]
    return join(*pieces)


def prose(line: Line, *, plain: bool = False) -> Content:
    """Write a rendered paragraph: emphasis, and what rests on the record in its own ink.

    ``plain`` leaves the ink of the record out, for choices and for what is quoted.
    """
    text = ""
    spans: list[Span] = []
    for run in line:
        said = clean(run.text)
        style = _style(run.emphasis, run.strong, run.mark is not None and not plain)
        if style and said:
            spans.append(Span(len(text), len(text) + len(said), style))
        text += said
    return Content(text, spans)


def _style(emphasis: bool, strong: bool, recorded: bool) -> str:  # noqa: FBT001 - three marks of a run
    parts = ("italic" if emphasis else "", "bold" if strong else "", RECORDED if recorded else "")
    return " ".join(part for part in parts if part)


def lay(blocks: Iterable[Block], width: int) -> list[Content]:
    """Break paragraphs into lines of at most that many cells."""
    lines: list[Content] = []
    for block in blocks:
        if lines:
            lines += [EMPTY] * block.gap
        lines += _lines(block, width)
    return lines


def _lines(block: Block, width: int) -> list[Content]:
    text = block.text
    room = width - block.indent - block.hang
    laid: list[Content] = []
    for start, end in wrap(text.plain, room):
        head = EMPTY if laid else block.first
        hang = block.hang if laid or head.plain else 0
        gutter = " " * (hang - cell_len(head.plain))
        piece = join(head, Content(gutter), text[start:end])
        laid.append(Content(" " * block.indent) + piece if block.indent else piece)
    return laid


def shorten(text: Content, width: int, cut: str) -> Content:
    """Give the text, or as much of it as fits before the sign that says it was cut."""
    if cell_len(text.plain) <= width:
        return text
    room = width - cell_len(cut)
    if room <= 0:
        cut, room = "", max(width, 0)
    kept = len(set_cell_size(text.plain, room).rstrip())
    while cell_len(text.plain[:kept]) > room:
        kept -= 1
    return text[:kept].rstrip() + cut


def spread(left: Content, right: Content, width: int, cut: str) -> Content:
    """Write one line with something at either end; the left is cut where both do not fit."""
    right_wide = cell_len(right.plain)
    if right_wide + 8 > width:
        return shorten(left, width, cut)
    left = shorten(left, width - right_wide - (2 if right_wide else 0), cut)
    gap = width - right_wide - cell_len(left.plain)
    return join(left, Content(" " * gap), right)


def fitting(parts: Iterable[Content], separator: Content, width: int) -> Content:
    """Write as many of the pieces, from the first, as fit into a width."""
    written = EMPTY
    for part in parts:
        longer = between(separator, (written, part))
        if cell_len(longer.plain) > width:
            break
        written = longer
    return written
