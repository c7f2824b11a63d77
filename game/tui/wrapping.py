"""This is how a paragraph is broken into lines that fit a width in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

# A line may end after blanks, after a hyphen inside a word, and after a dash. The no-break forms
# (U+00A0, U+202F, U+2011, U+2060) are in none of these, so they hold.
_GAP = re.compile(
    r" +"
    r"|(?<=[^\W\d_]['’\"”)\]])-(?=\w)|(?<=\w)-(?=[^\W\d_])"
    r"|[–—]+(?=[\w“‘\"'(\[])"
)
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")
_CLINGS = frozenset("、。，．！？：；）］｝」』】〉》…ー々,.!?:;)]}")


@lru_cache(maxsize=1024)
def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Give the start and end of each line of a text, blanks at the ends of lines left out.

    Widths are counted in cells. A word that is wider than a line is cut. An empty text is one
    empty line. Nothing but blanks is ever lost between two lines.
    """
    width = max(width, 2)
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    for left, word_end, right in _pieces(text, width):
        wide = cell_len(text[left:word_end])
        if used and used + wide > width:
            lines.append((start, end))
            start, used = left, 0
        used += wide + (right - word_end)
        end = word_end
    lines.append((start, end))
    return tuple(lines)


def _pieces(text: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Cut a text where it may break: start, end without blanks, end with blanks."""
    start = 0
    for gap in _GAP.finditer(text):
        blank = gap.group()[0] == " "
        word_end = gap.start() if blank else gap.end()
        yield from _fitting(text, start, word_end, width, gap.end())
        start = gap.end()
    if start < len(text) or not text:
        yield from _fitting(text, start, len(text), width, len(text))


def _fitting(
    text: str, start: int, end: int, width: int, with_blanks: int
) -> Iterator[tuple[int, int, int]]:
    """Cut a piece further where it has wide characters or is wider than a line."""
    word = text[start:end]
    cuts = [start, *(start + cut for cut in _wide_cuts(word)), end]
    for index in range(len(cuts) - 1):
        left, right = cuts[index], cuts[index + 1]
        while cell_len(text[left:right]) > width:
            cut = _cut(text, left, right, width)
            yield left, cut, cut
            left = cut
        yield left, right, (with_blanks if right == end else right)


def _wide_cuts(word: str) -> tuple[int, ...]:
    """Give where a word may break because it is written without blanks."""
    if word.isascii() or not _WIDE.search(word):
        return ()
    return tuple(
        index
        for index in range(1, len(word))
        if (_WIDE.match(word[index]) or _WIDE.match(word[index - 1]))
        and word[index] not in _CLINGS
        and get_character_cell_size(word[index]) > 0
        and word[index - 1] not in "（［｛「『【〈《("
    )


def _cut(text: str, left: int, right: int, width: int) -> int:
    """Give how far a piece may go so that it fits, one character at least."""
    used = 0
    for index in range(left, right):
        used += get_character_cell_size(text[index])
        if used > width:
            return max(index, left + 1)
    return right
