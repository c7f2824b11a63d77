"""This is a lesson's report as JSON Lines, from which the very same report can be made again.

The first line is the lesson, then a line for each decision, each account's way and each thing that
was done; the last has the checksum of all before it. No story is needed to read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from game.classroom.form import Json, Misshapen, plain, value
from game.classroom.report import FORMAT, Report
from game.problem import GameError

KIND: Final = "kind"
"""What a line is. No report has a key of this name at its top."""
_LISTS: Final = {"decision": "decisions", "way": "ways", "act": "log"}


class NoLesson(GameError):
    """A file is no lesson that was written out, or not all of it."""

    exit_code = 4

    def __init__(self, why: str) -> None:
        """Say what is the matter."""
        super().__init__(f"This is not a lesson as it was written out: {why}.")


class NewerLesson(NoLesson):
    """A lesson was written by a newer version of the game."""

    exit_code = 5


def write(report: Report) -> str:
    """Write a report out, one JSON value a line."""
    text = "".join(f"{_dumped(each)}\n" for each in _lines(report))
    return f"{text}{_dumped({KIND: 'end', 'sha256': _checksum(text)})}\n"


def read(text: str) -> Report:
    """Make the report again. Raises ``NoLesson`` where a line is missing or was changed."""
    # only this sign ends a line: a reason may hold others that Python takes for ends
    *body, last = text.removesuffix("\n").split("\n")
    end = _loaded(last)
    if end.get(KIND) != "end":
        raise NoLesson("its last line is missing")
    if end.get("sha256") != _checksum("".join(f"{each}\n" for each in body)):
        raise NoLesson("it was changed after it was written")
    lines = [_loaded(each) for each in body]
    if not lines or lines[0].get(KIND) != "lesson":
        raise NoLesson("its first line is missing")
    if lines[0].get("format", FORMAT) > FORMAT:
        raise NewerLesson("a newer version of the game wrote it")
    head = {key: each for key, each in lines[0].items() if key != KIND}
    for kind, name in _LISTS.items():
        head[name] = [
            {key: each for key, each in line.items() if key != KIND}
            for line in lines
            if line.get(KIND) == kind
        ]
    try:
        return value(Report, head)
    except Misshapen as fault:
        raise NoLesson("it has other things in it") from fault


def _lines(report: Report) -> Iterator[Json]:
    whole = plain(report)
    lists = {kind: whole.pop(name) for kind, name in _LISTS.items()}
    yield {KIND: "lesson", **whole}
    for kind, found in lists.items():
        yield from ({KIND: kind, **each} for each in found)


def _loaded(line: str) -> dict[str, Json]:
    try:
        found = json.loads(line)
    except ValueError as fault:
        raise NoLesson("a line of it cannot be read") from fault
    if not isinstance(found, dict):
        raise NoLesson("a line of it is no table")
    return found


def _dumped(found: Json) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()
