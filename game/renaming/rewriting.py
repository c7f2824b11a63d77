"""This is a renaming worked out: the new bytes of each file that changes, and what they lead to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from game.linting.run import run
from game.loading.cover import STORY
from game.loading.folder import Reading, read_files
from game.loading.name import Family, Names
from game.loading.shelf import in_turn
from game.loading.source import Source, decode
from game.position import Position
from game.problem import Problem, Severity, in_order
from game.renaming.ledger import Edit, entered
from game.renaming.mention import Mention, Use, mentions
from game.renaming.request import Change, NotRenamed, change_of

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What a renaming comes to."""

    change: Change
    before: Mapping[str, bytes]
    """The files that change, as they are."""
    after: Mapping[str, bytes]
    """The same, as they will be."""
    places: int
    """How many names were replaced."""
    entries: tuple[tuple[str, str], ...]
    """What `renames:` says of it, so that saves can follow."""
    comments: tuple[Position, ...]
    """Comments that still have the old name: words are their author's."""
    faults: Mapping[tuple[str, str], int]
    """How many faults of each kind the story has in each file, before and after."""

    def diff(self) -> str:
        """Show the change line by line."""
        return "".join(
            line
            for file in self.after
            for line in unified_diff(
                _lines(self.before[file]), _lines(self.after[file]), f"a/{file}", f"b/{file}"
            )
        )


class NewFaults(NotRenamed):
    """The story would have faults afterwards that it has not now."""

    exit_code = 1

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems, so that they can be listed."""
        self.problems = problems
        count = len(problems)
        super().__init__(
            f"The story would have {count} new fault{'' if count == 1 else 's'}, so nothing was "
            "changed."
        )


def rewrite(files: Mapping[str, bytes], old: str, new: str, kind: Family | None) -> Rewriting:
    """Work out a renaming. Raises ``NotRenamed`` where it cannot be, or would do harm."""
    sources = {file: _source(file, files[file]) for file in in_turn(files)}
    found = [each for source in sources.values() for each in _mentions(source)]
    change = change_of(found, old, new, kind)
    pairs = _pairs(change, found)
    edits = _edits(change, found)
    places = sum(len(each) for each in edits.values())
    ledger = entered(sources[STORY], pairs, edits.get(STORY, [])) if pairs else None
    if ledger is not None:
        edits[STORY] = ledger
    after = {file: _edited(files[file], edits[file]) for file in sources if edits.get(file)}
    faults = Counter(_kind(each) for each in _faults(files))
    problems = new_faults(faults, {**files, **after})
    if problems:
        raise NewFaults(problems)
    return Rewriting(
        change,
        {file: files[file] for file in after},
        after,
        places,
        pairs,
        tuple(_comments(sources.values(), change.old)),
        faults,
    )


def new_faults(
    known: Mapping[tuple[str, str], int], files: Mapping[str, bytes]
) -> tuple[Problem, ...]:
    """Give the faults of a story beyond those that are known, by code and file."""
    left = Counter(known)
    return in_order(each for each in _faults(files) if not _struck(left, _kind(each)))


def _struck(left: Counter[tuple[str, str]], kind: tuple[str, str]) -> bool:
    left[kind] -= 1
    return left[kind] >= 0


def _kind(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.position.file


def _faults(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    reading: Reading = read_files(files)
    found = run(reading.story) if reading.story is not None else ()
    problems = (*reading.problems, *found)
    return tuple(each for each in problems if each.severity is not Severity.ADVICE)


def _source(file: str, data: bytes) -> Source:
    source = decode(file, data, Names())
    if source.problems:
        raise _unread(file, source.problems[0].position)
    return source


def _mentions(source: Source) -> tuple[Mention, ...]:
    found = mentions(source)
    if found is None:
        where = source.problems[0].position if source.problems else Position(source.file, 1, 1)
        raise _unread(source.file, where)
    return found


def _unread(file: str, where: Position) -> NotRenamed:
    return NotRenamed(
        f"'{file}' cannot be read to its end, and a name in it could be missed. "
        f"Mend it first: `otherside check` says what is wrong at line {where.line}."
    )


def _edits(change: Change, found: Sequence[Mention]) -> dict[str, list[Edit]]:
    """Give the edits of each file, in the order of the text."""
    declared: dict[str, set[Family]] = {}
    for each in found:
        if each.use is Use.DECLARED:
            declared.setdefault(each.name, set()).add(each.family)
    edits: dict[str, dict[int, Edit]] = {}
    for each in found:
        name = _now(change, each, declared)
        written = name if each.written == each.name else name.rpartition("/")[2]
        if written == each.written or each.use is Use.FORMER:
            continue
        if each.start is None:
            raise NotRenamed(
                f"'{each.written}' at {each.file}:{each.line} is spelt with escapes or over two "
                "lines, and cannot be replaced where it stands. Write it plainly first."
            )
        end = each.start + len(each.written)
        edits.setdefault(each.file, {})[each.start] = Edit(each.start, end, written)
    return {file: [known[start] for start in sorted(known)] for file, known in edits.items()}


def _now(change: Change, each: Mention, declared: Mapping[str, set[Family]]) -> str:
    if each.family is not Family.ANY:
        return change.now(each.family, each.name)
    names = {change.now(family, each.name) for family in declared.get(each.name, ())}
    return names.pop() if len(names) == 1 else each.name


def _pairs(change: Change, found: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    """Give the scenes and choices that saves know by another name from now on."""
    if change.family in (Family.SCENE, Family.CHOICE):
        return ((change.old, change.new),)
    scenes = [
        each.name for each in found if each.use is Use.DECLARED and each.family is Family.SCENE
    ]
    named = ((name, change.now(Family.SCENE, name)) for name in scenes)
    return tuple((old, new) for old, new in named if old != new)


def _edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Put new words in a file's bytes; line ends and everything between stay as they are."""
    text = data.decode()
    head = len(_MARK) if text.startswith(_MARK) else 0
    ends = [each.start() - head - count for count, each in enumerate(re.finditer("\r\n", text))]
    parts: list[str] = []
    done = 0
    for edit in edits:
        start, end = (head + spot + bisect_left(ends, spot) for spot in (edit.start, edit.end))
        fresh = edit.text.replace("\n", "\r\n") if ends else edit.text
        parts += [text[done:start], fresh]
        done = end
    return "".join((*parts, text[done:])).encode()


def _comments(sources: Iterable[Source], old: str) -> Iterator[Position]:
    whole = re.compile(rf"(?:^|[ ])#.*?(?<![\w./-])({re.escape(old)})(?![\w/-])")
    for source in sources:
        if old in source.text and "#" in source.text:
            for number, line in enumerate(source.lines, start=1):
                match = whole.search(line)
                if match is not None:
                    yield Position(source.file, number, match.start(1) + 1)


def _lines(data: bytes) -> list[str]:
    lines = data.decode(errors="replace").splitlines(keepends=True)
    return [
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    ]
