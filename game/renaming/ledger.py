"""This is `renames:` in story.yaml, by which saves of an older story find today's names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.loading.cover import STORY
from game.loading.node import Scalar, Table, read_nodes
from game.loading.source import Mark, Source
from game.loading.story import StoryForm
from game.position import Position
from game.renaming.request import NotRenamed
from game.renaming.spelling import Sheet

_KEY = StoryForm.renames.name


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file's text, and what takes its place."""

    start: int
    end: int
    text: str


def entered(source: Source, pairs: Sequence[tuple[str, str]], edits: Sequence[Edit]) -> list[Edit]:
    """Give the edits of story.yaml with those that enter old and new names in `renames:`.

    A name that goes back to an older one turns that one's entry round. Raises ``NotRenamed`` where
    a new name is an old name of something else: a save may still mean that.
    """
    whole = read_nodes(source)
    if not isinstance(whole, Table):
        raise _by_hand(pairs)
    sheet = Sheet(source)
    table = whole.entries.get(_KEY, (None, None))[1]
    known = _known(table)
    turned: dict[int, Edit] = {each.start: each for each in edits}
    fresh: list[tuple[str, str]] = []
    for old, new in pairs:
        if new not in known:
            fresh.append((old, new))
            continue
        if _leads_to(known, new) != old:
            raise NotRenamed(
                f"'{new}' is an old name of '{_leads_to(known, new)}' in `renames:`, and a save "
                "may still say it. Choose another name."
            )
        for scalar, text in zip(known[new], (old, new), strict=True):
            edit = _over(sheet, scalar, text)
            turned[edit.start] = edit
        fresh += _inside(known, old, new)
    if fresh:
        added = _added(sheet, whole, table if isinstance(table, Table) else None, fresh)
        there = turned.get(added.start)
        turned[added.start] = replace(added, text=added.text + (there.text if there else ""))
    return [turned[start] for start in sorted(turned)]


def _known(table: object) -> Mapping[str, tuple[Scalar, Scalar]]:
    if not isinstance(table, Table):
        return {}
    return {
        key.text: (key, value) for key, value in table.entries.values() if isinstance(value, Scalar)
    }


def _inside(
    known: Mapping[str, tuple[Scalar, Scalar]], old: str, new: str
) -> list[tuple[str, str]]:
    """Give entries for choices of a scene that goes back to an older name.

    A save from before knew them by that name, and by the scene's entry until now.
    """
    held = [name for name in known if name.startswith(f"{old}/")]
    pairs = ((new + name.removeprefix(old), known[name][1].text) for name in held)
    return [
        (former, new + today.removeprefix(old) if today.startswith(f"{old}/") else today)
        for former, today in pairs
        if former not in known
    ]


def _leads_to(known: Mapping[str, tuple[Scalar, Scalar]], name: str) -> str:
    for _ in known:
        if name in known:
            name = known[name][1].text
    return name


def _over(sheet: Sheet, scalar: Scalar, text: str) -> Edit:
    start = _offset(sheet, scalar.start)
    return Edit(start, _offset(sheet, scalar.end), text)


def _added(
    sheet: Sheet, whole: Table, table: Table | None, pairs: Sequence[tuple[str, str]]
) -> Edit:
    """Give the edit that adds entries: behind the last, or as a new key at the file's end."""
    text = sheet.source.text
    if table is None:
        if _KEY in whole.entries or text[_offset(sheet, whole.start)] == "{":
            raise _by_hand(pairs)
        lines = "".join(f"  {old}: {new}\n" for old, new in pairs)
        begin = "" if text.endswith("\n") else "\n"
        return Edit(len(text), len(text), f"{begin}{_KEY}:\n{lines}")
    at = _offset(sheet, table.start)
    if text[at] == "{":
        listed = ", ".join(f"{old}: {new}" for old, new in pairs)
        behind = _last(sheet, table)
        if behind is None:
            return Edit(at + 1, at + 1, listed)
        return Edit(behind, behind, f", {listed}")
    indent = " " * table.start.column
    end = text.find("\n", _last(sheet, table) or at)
    lines = "".join(f"{indent}{old}: {new}\n" for old, new in pairs)
    if end < 0:
        return Edit(len(text), len(text), f"\n{lines}")
    return Edit(end + 1, end + 1, lines)


def _last(sheet: Sheet, table: Table) -> int | None:
    """Give where the last entry ends."""
    ends = [value.end for _, value in table.entries.values() if isinstance(value, Scalar)]
    return _offset(sheet, ends[-1]) if ends else None


def _offset(sheet: Sheet, mark: Mark) -> int:
    return sheet.offset(Position(sheet.source.file, mark.line + 1, mark.column + 1))


def _by_hand(pairs: Sequence[tuple[str, str]]) -> NotRenamed:
    old, new = pairs[0]
    return NotRenamed(
        f"`{_KEY}:` cannot be added to {STORY} as it is written. "
        f"Write `{_KEY}:` with an entry `{old}: {new}` into it first."
    )
