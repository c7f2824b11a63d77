"""This is a story as data for other programs: everything, under keys that stay.

Nothing is lost but the places in the files. What the record derives stands beside what the story
says. ``docs/writing/exporting.md`` describes the keys.
"""

from __future__ import annotations

import json

from game.exporting.data import data
from game.model.story import Story

NAME = "json"
ENDING = ".json"
SAYS = "the whole story as data, with derived statuses"


def write(story: Story) -> str:
    """Give the whole story as JSON."""
    lines = (f"{_compact(key)}: {_entries(value)}" for key, value in data(story).items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _entries(value: object) -> str:
    """Give what a key holds, with a line for each of many things, so that versions compare."""
    if isinstance(value, dict) and value:
        lines = (f" {_compact(key)}: {_compact(each)}" for key, each in value.items())
        return "{\n" + ",\n".join(lines) + "\n}"
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return "[\n" + ",\n".join(f" {_compact(each)}" for each in value) + "\n]"
    return _compact(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
