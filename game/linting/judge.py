"""This is the record's findings for rules: what was judged once is not judged again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from game.model.scene import Enacts, Entry, Infers, Invents
from game.model.story import Story
from game.record.finding import Finding, find

Judge: TypeAlias = Callable[[tuple[Entry, ...]], tuple[Finding, ...]]


@lru_cache(maxsize=1)
def judge(story: Story) -> Judge:
    """Give a function that judges every entry of a record that has a status."""
    known: dict[object, Finding] = {}

    def judged(entry: Entry) -> Finding:
        key = _key(entry)
        if key not in known:
            known[key] = find(story, entry)
        return known[key]

    def findings(record: tuple[Entry, ...]) -> tuple[Finding, ...]:
        return tuple(each for each in map(judged, record) if each.status is not None)

    return findings


def _key(entry: Entry) -> object:
    """Give what a finding's status depends on; notes, reasons and places are left out."""
    match entry:
        case Enacts():
            return (entry.question, entry.claim)
        case Infers() | Invents():
            return (type(entry), entry.question)
        case _:
            return None
