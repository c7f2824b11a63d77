"""This is the one place where words become what Textual draws. Nothing here reads markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content, Span
from textual.style import Style

from game.tui.safety import clean
from game.tui.wrapping import wrap

if TYPE_CHECKING:
    from game.model.prose import Line, Mark
    from game.tui.link import Link

BRIGHT = "$bright"
QUIET = "$quiet"
MARK = "$mark"
RULE = "$rule"
RECORDED = "underline $recorded"
"""Words of the prose that point somewhere: an ink of their own, and a line under them."""
STEPPED = "not underline reverse"
"""The marked words that the reader has stepped to."""
NUMBER = "mark"
"""The name under which marked words carry their number."""
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
    link: Link | None = None
    """Where Enter leads from here, on a sheet that can be stepped through."""


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
        style = " ".join(("italic",) * run.emphasis + ("bold",) * run.strong)
        if style and said:
            spans.append(Span(len(text), len(text) + len(said), style))
        text += said
    marks = () if plain else stretches(line)
    spans += [Span(start, end, RECORDED) for start, end, _ in marks]
    return Content(text, spans)


def stretches(line: Line) -> tuple[tuple[int, int, Mark], ...]:
    """Give where the marked words of a paragraph begin and end, and what they point to."""
    found: list[tuple[int, int, Mark]] = []
    start = 0
    for run in line:
        end = start + len(clean(run.text))
        if run.mark is not None and end > start:
            if found and found[-1][1:] == (start, run.mark):
                start = found.pop()[0]
            found.append((start, end, run.mark))
        start = end
    return tuple(found)


def numbered(line: Line, first: int, stepped: int | None) -> tuple[Content, int]:
    """Write a paragraph whose marked words carry numbers; give it and the next number.

    The stretch with the number ``stepped`` stands out.
    """
    spans: list[Span] = []
    number = first
    for start, end, _ in stretches(line):
        spans.append(Span(start, end, Style.from_meta({NUMBER: number})))
        if number == stepped:
            spans.append(Span(start, end, STEPPED))
        number += 1
    return prose(line).add_spans(spans), number


def carries(line: Content, number: int) -> bool:
    """Tell whether a laid line has words of the stretch with that number."""
    return any(
        isinstance(span.style, Style) and span.style.meta.get(NUMBER) == number
        for span in line.spans
    )


def lay(blocks: Iterable[Block], width: int) -> list[Content]:
    """Break paragraphs into lines of at most that many cells."""
    return lay_stops(blocks, width)[0]


@dataclass(frozen=True, slots=True)
class Stop:
    """A linked block as it was laid out."""

    line: int
    """Its first line."""
    last: int
    """The line after its last."""
    end: int
    """The line where the next stop begins, or the text ends."""
    link: Link


def lay_stops(blocks: Iterable[Block], width: int) -> tuple[list[Content], list[Stop]]:
    """Break paragraphs into lines, and say where those that lead somewhere came to stand."""
    lines: list[Content] = []
    starts: list[tuple[int, int, Link]] = []
    for block in blocks:
        if lines:
            lines += [EMPTY] * block.gap
        laid = _lines(block, width)
        if block.link is not None:
            starts.append((len(lines), len(lines) + len(laid), block.link))
        lines += laid
    ends = [each[0] for each in starts[1:]] + [len(lines)]
    return lines, [
        Stop(*start[:2], end, start[2]) for start, end in zip(starts, ends, strict=False)
    ]


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
