"""This is how long and how hard prose is: words, the longest reading, LIX.

Every count of words in the game is made here, so that all of them agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.model.prose import Paragraph, Piece, Prose, Stretch, Value, Words
from game.model.story import Story

LONG = 6
"""A word of more letters than this is a long one to LIX."""

_ENDS = re.compile(r"[.!?:…]+[\"'”’)\]]*(?:\s|$)")
_EDGES = "\"'“”‘’()[]*.,;:!?…–—-"
_VALUE = "0"
"""What a value of the state counts as: one short word."""


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text: whatever stands between blanks and has a letter or a digit."""
    return tuple(word for word in text.split() if word[0].isalnum() or any(map(str.isalnum, word)))


def paragraphs(prose: Prose) -> tuple[str, ...]:
    """Give each paragraph as written, marks stripped, with every way a stretch can read."""
    return tuple(_written(paragraph) for beat in prose.beats for paragraph in beat)


def written(prose: Prose) -> int:
    """Count the words that were written: every way a conditional stretch can read."""
    return sum(len(words(text)) for text in paragraphs(prose))


def longest(beat: Iterable[Paragraph]) -> int:
    """Count the words of a beat in its longest reading."""
    return sum(_longest(paragraph) for paragraph in beat)


def longest_reading(prose: Prose) -> int:
    """Count the words of prose in its longest reading."""
    return sum(longest(beat) for beat in prose.beats)


def lix(texts: Iterable[str], names: frozenset[str] = frozenset()) -> float:
    """Give the LIX of some texts: words per sentence plus long words per hundred words.

    C. H. Björnsson, *Läsbarhet* (1968). Each text ends a sentence. Names are not long words,
    because a reader learns them once. No words at all give 0.
    """
    total = sentences = long = 0
    for text in texts:
        found = words(text)
        total += len(found)
        sentences += sum(1 for part in _ENDS.split(text) if words(part))
        long += sum(1 for word in found if _is_long(word, names))
    return total / sentences + 100 * long / total if total else 0.0


def names(story: Story) -> frozenset[str]:
    """Give the words, in small letters, of all names of people, places and the glossary."""
    named = [name for each in story.people.values() for name in (each.name, *each.also)]
    named += [name for each in story.places.values() for name in (each.name, *each.also)]
    named += [word.name for word in story.words.values()]
    return frozenset(_bare(word) for name in named for word in words(name))


def _is_long(word: str, names: frozenset[str]) -> bool:
    bare = _bare(word)
    return bare not in names and sum(sign.isalpha() for sign in bare) > LONG


def _bare(word: str) -> str:
    lower = word.strip(_EDGES).lower()
    return lower.removesuffix("'s").removesuffix("’s")


def _written(paragraph: Paragraph) -> str:
    return "".join(
        " ".join(_text(arm.pieces) for arm in piece.arms)
        if isinstance(piece, Stretch)
        else _text((piece,))
        for piece in paragraph.pieces
    )


def _longest(paragraph: Paragraph) -> int:
    return len(words("".join(_longest_text(piece) for piece in paragraph.pieces)))


def _longest_text(piece: Words | Value | Stretch) -> str:
    if not isinstance(piece, Stretch):
        return _text((piece,))
    arms = [_text(arm.pieces) for arm in piece.arms]
    return max(arms, key=lambda text: len(words(text)), default="")


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(_VALUE if isinstance(piece, Value) else piece.text for piece in pieces)
