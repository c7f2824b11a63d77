"""This is the rest of the story around a rule's sample, and both read together."""

from __future__ import annotations

from pathlib import Path

from game.loading.folder import Reading, read_story

STORY = {
    "format": "format: 1\n",
    "id": "id: sample\n",
    "title": "title: A sample\n",
    "language": "language: en\n",
    "authors": "authors: [Somebody]\n",
    "licence": "licence: CC0-1.0\n",
    "advisory": "advisory: Nothing hard happens here.\n",
    "opening": "opening: |\n  A door, and somebody in front of it.\n",
    "reviewed": "reviewed: not yet\n",
    "parts": "parts:\n  - {part: hall, title: The hall, first: hall.door}\n",
}
ACCOUNTS = """\
- account: diary
  label: Diary
  kind: diary
  read: whole
  interest: none known
  made: freely
  rests_on: []
  cite: {type: book, title: A diary}
"""
RECORD = """\
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{account: diary, at: page 1}]
"""
SCENES = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def read_sample(sample: str, folder: Path) -> Reading:
    """Write a sample into a folder with the rest of its story, and read it."""
    for name, text in files(sample).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_story(folder)


def files(sample: str) -> dict[str, str]:
    """Give the whole story of a sample: what it does not say is as in every other."""
    given = _parted(sample)
    story = {**STORY, **_keys(given.pop("story.yaml", ""))}
    whole = {
        "story.yaml": "".join(story.values()),
        "record/accounts.yaml": ACCOUNTS + given.pop("record/accounts.yaml", ""),
        "record/01-way.yaml": RECORD,
        "scenes/01-hall/hall.yaml": SCENES,
    }
    return whole | given


def _parted(sample: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    file = "scenes/01-hall/hall.yaml"
    for line in sample.splitlines(keepends=True):
        if line.startswith("# "):
            file = line[2:].strip()
        else:
            parts[file] = parts.get(file, "") + line
    return parts


def _keys(text: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        key = key if line.startswith(" ") else line.partition(":")[0]
        keys[key] = keys.get(key, "") + line
    return keys
