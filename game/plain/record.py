"""This is the record in sentences: a comparison, a tree, a source, the log, a page's marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from game.model.prose import MarkKind, plain
from game.plain.phrasing import sentence
from game.playing.evidence import (
    Branch,
    Cell,
    Comparison,
    Departure,
    Entry,
    Marked,
    Met,
    Named,
    Row,
    Source,
    Tree,
)
from game.record.status import Status

_APART = (Cell.SILENT, Cell.NOT_CONSULTED)


def comparison(laid_out: Comparison) -> Iterator[str]:
    """Say the claims by number, then account after account what each has on them."""
    yield f"Asked: {laid_out.asks}"
    if not laid_out.columns:
        yield "Nobody answers this."
        return
    for number, column in enumerate(laid_out.columns, start=1):
        counts = f"{column.witnesses_for} for, {column.witnesses_against} against"
        yield f"{number}. {sentence(column.says)} {_status(column.status)}. {counts}."
        if column.within:
            yield f"Number {number} stands within: {sentence(column.within)}"
    if laid_out.several:
        yield "Several of these can be true at once."
    yield ""
    yield from _rows(laid_out.rows)


def _rows(rows: tuple[Row, ...]) -> Iterator[str]:
    quiet = [row.label for row in rows if _is(row, Cell.SILENT)]
    apart = [row for row in rows if _is(row, Cell.NOT_CONSULTED)]
    for row in rows:
        if not any(_is(row, cell) for cell in _APART):
            yield f"{row.label}, {row.read}: {'; '.join(_said(row))}."
    if quiet:
        yield f"Silent: {'. '.join(quiet)}."
    if apart:
        yield f"Not consulted on this, being read in part only: {_number(len(apart), 'account')}."


def tree(told: Tree) -> Iterator[str]:
    """Say who took a claim from whom, each account after the one it has it from."""
    yield f"Asked: {told.asks}"
    yield f"Who took it from whom: {sentence(told.says)}"
    if not told.roots:
        yield "No account tells this."
        return
    differ = "" if told.witnesses == 1 else " that can be shown to differ"
    yield f"{_number(told.witnesses, 'witness', 'witnesses')}{differ}."
    for root in told.roots:
        yield from _branch(root, "")


def source(found: Source) -> Iterator[str]:
    """Say everything that is known of an account."""
    yield found.label
    yield f"{found.kind.capitalize()}, {found.read}; {sentence(found.made)}"
    yield from _given("Who gains if it is believed", found.interest)
    yield from _given("Where it has it from", found.descent)
    yield from _given("It rests on", ". ".join(found.rests_on))
    yield from _given("Method", found.method)
    yield from _given("Citation", found.citation)
    for state, where in found.states:
        yield f"The {state} state: {sentence(where)}"
    asked = ""
    for asks, says, where in found.tells:
        if asks != asked:
            asked = asks
            yield ""
            yield asks
        yield f"{where[:1].upper()}{where[1:]}: {sentence(says)}"


def log(met: Iterable[tuple[int, Met]]) -> Iterator[str]:
    """Say what was met, by number."""
    for number, each in met:
        where = f"{each.scene_title}: " if each.scene_title else ""
        asks = f"{each.asks} " if each.asks else ""
        how = "You played it." if each.enacted else "You read it."
        yield f"{number}. {where}{asks}{sentence(each.says)} {_status(each.status)}. {how}"


def marks(found: Iterable[Marked]) -> Iterator[str]:
    """Say the marked words of a page by number."""
    for each in found:
        yield f"{each.number}. {each.words} ({each.kind.value})"


def entry(found: Entry, *, bare: bool = False) -> Iterator[str]:
    """Say a person, a place or a word; ``bare`` leaves the claims out."""
    yield found.name
    if found.also:
        yield f"Also: {'; '.join(found.also)}."
    for line in found.text:
        yield plain(line)
    for _, says, status in () if bare else found.claims:
        yield f"- {sentence(says)} {_status(status)}."


def names(found: Iterable[Named]) -> Iterator[str]:
    """Say all that can be looked up, one kind after the other."""
    heads = {MarkKind.PERSON: "People", MarkKind.PLACE: "Places", MarkKind.WORD: "Words"}
    for kind, named in groupby(found, key=lambda each: each.kind):
        yield f"{heads.get(kind, 'Claims')}: {'; '.join(each.name for each in named)}."


def departures(found: Iterable[Departure]) -> Iterator[str]:
    """Say what is not told by any account, scene by scene, with the reasons."""
    nothing = True
    for part, in_part in groupby(found, key=lambda each: each.part):
        if nothing:
            yield "This names ways and endings that you may not have met."
        nothing = False
        yield ""
        yield f"{part}: what no account tells"
        for title, in_scene in groupby(in_part, key=lambda each: (each.scene_title, each.scene)):
            yield ""
            yield title[0] or title[1]
            for each in in_scene:
                told = "Told; around it " if each.texture else ""
                status = f"{told}{_status(each.status)}"
                yield f"- {sentence(each.act)} {status}. {sentence(each.reason)}"
                for premise in each.premises:
                    yield f"It rests on: {sentence(premise)}"
    if nothing:
        yield "Nothing here is invented or inferred."


def _given(head: str, words: str) -> Iterator[str]:
    if words:
        yield f"{head}: {sentence(words)}"


def _branch(branch: Branch, source: str) -> Iterator[str]:
    where = f", {branch.place}" if branch.place else ""
    yield f"{branch.label}{where}. {' '.join(_descent(branch, source))}"
    for taker in branch.takers:
        yield from _branch(taker, branch.label)


def _descent(branch: Branch, source: str) -> Iterator[str]:
    if source:
        yield f"From: {source}."
    if branch.first_hand:
        yield "At first hand."
    if branch.unknown:
        yield "Nobody can say from whom."
    if not branch.tells:
        yield "It is known here only through those who took it from there."


def _said(row: Row) -> Iterator[str]:
    """Say what an account has on each claim, the claims by their numbers."""
    otherwise = []
    for number, (cell, place) in enumerate(row.cells, start=1):
        where = f", {place}" if place else ""
        match cell:
            case Cell.RIVAL:
                otherwise.append(str(number))
            case Cell.NARROWER:
                yield f"tells {number} more narrowly{where}"
            case Cell.NOTHING:
                pass
            case _:
                yield f"{cell.value} {number}{where}"
    if otherwise:
        yield f"tells otherwise than {' and '.join(otherwise)}"


def _is(row: Row, cell: Cell) -> bool:
    return all(each is cell for each, _ in row.cells)


def _status(status: Status | None) -> str:
    return f"{status.value.upper()} {status.letter}" if status else "NO STATUS"


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}"
