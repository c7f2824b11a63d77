"""This is prose as plain values: beats of paragraphs of pieces, plain words being plain texts."""

from __future__ import annotations

from typing import Any

from game.exporting.expression import condition
from game.model.prose import Piece, Prose, Stretch, Words


def prose(written: Prose) -> list[list[list[Any]]]:
    """Give prose; adjacent blanks and empty paragraphs are as the author left them."""
    return [[[_any(piece) for piece in line.pieces] for line in beat] for beat in written.beats]


def _any(piece: Piece | Stretch) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if not isinstance(piece, Stretch):
        return _piece(piece)
    arms: list[dict[str, Any]] = []
    for arm in piece.arms:
        inside = [_piece(each) for each in arm.pieces]
        opened = {} if arm.condition is None else {"if": condition(arm.condition)}
        arms.append({**opened, "pieces": inside})
    return {"arms": arms}


def _piece(piece: Piece) -> str | dict[str, Any]:
    if isinstance(piece, Words) and not (piece.emphasis or piece.strong or piece.mark):
        return piece.text
    said = {"text": piece.text} if isinstance(piece, Words) else {"value": piece.variable}
    looks = {"emphasis": piece.emphasis, "strong": piece.strong}
    mark = {piece.mark.kind.value: piece.mark.target} if piece.mark else {}
    return {**said, **{name: True for name, wished in looks.items() if wished}, **mark}
