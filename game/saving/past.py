"""This is what was met across plays: scenes by story, in one small file beside the saves.

It holds nothing but the ids of stories and of scenes. What is in it is only ever added to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from game.saving import store
from game.saving.fault import Damaged, NoSave

NAME = "already_met.json"
"""No slot can be called so: a slot's name has no low line."""
MAGIC = "otherside-met"
SCHEMA = 1

_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,99}\Z")
_Stories: TypeAlias = Mapping[str, frozenset[str]]


class Past:
    """The scenes of one story that were met in any play whose save lies in a folder."""

    def __init__(self, folder: Path, story: str) -> None:
        """Look in this folder for what was met of this story; nothing is read yet."""
        self._path = folder / NAME
        self._story = story

    def scenes(self) -> frozenset[str]:
        """Give what was met; nothing where the file is not there, or cannot be read."""
        try:
            return self._read().get(self._story, frozenset())
        except (NoSave, Damaged):
            return frozenset()

    def add(self, scenes: Iterable[str]) -> frozenset[str]:
        """Add what was met since and give all of it, on disk for good.

        A damaged file is set aside, one of a later form is left alone. Raises ``SaveFault``.
        """
        stories = self._to_add_to()
        if stories is None:
            return frozenset(scenes)
        met = stories.get(self._story, frozenset())
        more = met.union(scenes)
        if more != met:
            store.write(self._path, _written({**stories, self._story: more}))
        return more

    def _to_add_to(self) -> _Stories | None:
        try:
            return self._read()
        except NoSave:
            return {}
        except _Later:
            return None
        except Damaged:
            store.set_aside(self._path)
            return {}

    def _read(self) -> _Stories:
        return _parsed(store.read(self._path), self._path.name)


class _Later(Damaged):
    """A later game wrote it in a form of its own."""


def _written(stories: _Stories) -> bytes:
    whole = {
        "magic": MAGIC,
        "schema": SCHEMA,
        "stories": {story: sorted(scenes) for story, scenes in sorted(stories.items())},
    }
    return (json.dumps(whole, indent=1) + "\n").encode()


def _parsed(data: bytes, file: str) -> _Stories:
    try:
        whole = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Damaged(file, "it is no JSON") from None
    if not isinstance(whole, dict) or whole.get("magic") != MAGIC:
        raise Damaged(file, "it is not of this game")
    if whole.get("schema") != SCHEMA:
        raise _Later(file, "it is of another form")
    stories = whole.get("stories")
    if not isinstance(stories, dict) or not all(_fits(*each) for each in stories.items()):
        raise Damaged(file, "it holds what it could not hold")
    return {story: frozenset(scenes) for story, scenes in stories.items()}


def _fits(story: str, scenes: object) -> bool:
    named = [story, *scenes] if isinstance(scenes, list) else [None]
    return all(isinstance(name, str) and _ID.match(name) for name in named)
