"""This is prose as it reads in a state: conditions and values are gone, words remain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from game.engine.evaluate import Meaning, Numbers, Places, meaning
from game.model.prose import Beats, Line, Paragraph, Piece, Prose, Run, Stretch, Value, Words
from game.model.story import Variable, VariableKind

Reading: TypeAlias = Callable[[Numbers, Numbers], Beats]


@dataclass(frozen=True, slots=True)
class _Arms:
    """A conditional stretch made ready: conditions with what to show, in order."""

    arms: tuple[tuple[Meaning | None, tuple[Piece, ...]], ...]

    def pieces(self, values: Numbers, visits: Numbers) -> tuple[Piece, ...]:
        for condition, pieces in self.arms:
            if condition is None or condition(values, visits):
                return pieces
        return ()


def reading(prose: Prose, variables: Mapping[str, Variable], places: Places) -> Reading:
    """Turn prose into a function of a state; prose that never changes is rendered once."""
    beats = tuple(tuple(_ready(each, places) for each in beat) for beat in prose.beats)

    def render(values: Numbers, visits: Numbers) -> Beats:
        shown = (
            tuple(
                line
                for line in (_line(each, variables, places, values, visits) for each in beat)
                if line
            )
            for beat in beats
        )
        return tuple(beat for beat in shown if beat)

    if all(_is_fixed(each) for beat in prose.beats for each in beat):
        fixed = render((), ())
        return lambda _values, _visits: fixed
    return render


_Ready: TypeAlias = tuple[Words | Value | _Arms, ...]


def _ready(paragraph: Paragraph, places: Places) -> _Ready:
    return tuple(
        _Arms(
            tuple(
                (None if arm.condition is None else meaning(arm.condition.test, places), arm.pieces)
                for arm in piece.arms
            )
        )
        if isinstance(piece, Stretch)
        else piece
        for piece in paragraph.pieces
    )


def _is_fixed(paragraph: Paragraph) -> bool:
    return all(isinstance(piece, Words) for piece in paragraph.pieces)


def _line(
    ready: _Ready,
    variables: Mapping[str, Variable],
    places: Places,
    values: Numbers,
    visits: Numbers,
) -> Line:
    runs: list[Run] = []
    for part in ready:
        pieces = part.pieces(values, visits) if isinstance(part, _Arms) else (part,)
        runs.extend(
            piece
            if isinstance(piece, Words)
            else _shown(piece, variables[piece.variable], values[places.variables[piece.variable]])
            for piece in pieces
        )
    return _tidy(runs)


def _shown(piece: Value, variable: Variable, value: int) -> Run:
    return Words(label(variable, value), piece.emphasis, piece.strong, piece.mark)


def label(variable: Variable, value: int) -> str:
    """Give what a reader sees for a value: its number, or its label."""
    match variable.kind:
        case VariableKind.WHOLE:
            return str(value)
        case VariableKind.YES_NO:
            return "yes" if value else "no"
        case VariableKind.ONE_OF:
            name = variable.values[value]
            return variable.labels.get(name, name)


def _tidy(runs: Iterable[Run]) -> Line:
    """Drop empty runs, and the second of two spaces where a stretch between them was empty."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if not kept or kept[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            kept.append(run if text is run.text else replace(run, text=text))
    if kept and kept[-1].text.endswith(" "):
        last = kept.pop()
        if last.text.strip(" "):
            kept.append(replace(last, text=last.text.rstrip(" ")))
    return tuple(kept)
