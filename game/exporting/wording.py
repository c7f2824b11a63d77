"""This is prose as one plain line, for labels and remarks, whatever the state."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.prose import Arm, Piece, Prose, Stretch, Value


def in_words(prose: Prose) -> str:
    """Give all words of prose in one line; a value by its name, a stretch with all its arms."""
    paragraphs = ("".join(_words(paragraph.pieces)) for beat in prose.beats for paragraph in beat)
    return " ".join(" ".join(paragraphs).split())


def shortened(words: str, most: int) -> str:
    """Give words, cut before the last that has no room, with dots where something was cut."""
    if len(words) <= most:
        return words
    kept = words[: most - 1].rstrip()
    head, blank, _ = kept.rpartition(" ")
    whole_words = words[len(kept)] == " "
    return f"{head if blank and not whole_words else kept}…"


def _words(pieces: tuple[Piece | Stretch, ...]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Stretch):
            yield " / ".join(_arm(arm) for arm in piece.arms)
        elif isinstance(piece, Value):
            yield f"({piece.variable})"
        else:
            yield piece.text


def _arm(arm: Arm) -> str:
    return "".join(_words(arm.pieces))
