"""This is a story in which every kind of name stands in every kind of place, and reads well."""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.loading.folder import read_files
from game.model.story import Story

STORY = """\
# What the story is; hall.door is the first scene.
format: 1
id: sample
title: A sample
language: en
authors: [Somebody]
licence: CC0-1.0
advisory: Nothing hard happens to [her](person:anna).
opening: |
  A door, and [somebody](person:anna) in front of it.
reviewed: not yet
state:
  knocks: {whole: [0, 3], start: 0}
  asked: {yes_no: false}
  way_out: {one_of: [by_door, by_window], start: by_door, labels: {by_door: the door}}
roles:
  - {role: anna-herself, label: Anna, kind: person}
  - {role: sceptic, label: Sceptic, kind: reader}
parts:
  - {part: hall, title: The hall, first: hall.door}
  - {part: yard, title: The yard, first: yard.gate}
lines:
  - {line: diary, follows: [diary, letter]}
lessons:
  - {lesson: short, minutes: 45, from: hall.door, line: diary, decisions: [hall.door, yard.gate]}
renames:
  # before the first spring
  hall.old: hall.door
  hall.door/rap: hall.door/knock
waive:
  - {code: A103, at: hall.door, why: "A sample needs no prompt."}
  - {code: A103, at: yard.gate, why: "A sample needs no prompt."}
prove:
  - {never: "knocks > 2 and visited('yard.gate')"}
  - {always: "asked before visited('yard.end')"}
"""
SCENES = """\
- scene: hall.door
  place: hall-place
  role: anna-herself
  text: |
    [The door](claim:way/door) of [the hall](place:hall-place), she wrote to
    [Anna](person:anna); a \\{knocks\\} is a [rap](word:rap). She knocked {knocks} times and
    {if knocks >= 2 and not visited('yard.gate'): went [on](claim:way/door) | elif asked:
    asked | else: waited}.
  do: [knocks = knocks % 3]
  briefs:
    sceptic: |
      Why [the door](claim:way/door)?
  choices:
    - choice: knock
      text: Knock.
      if: knocks < 3 and
        times('hall.door') < 4
      do: [knocks += 1, asked = true]
      to: hall.door
      record: {question: way, claim: none, note: knocks and hall.door}
    - {choice: open, text: Open it., to: yard.gate, if: "knocks > 0 or visited('yard.gate')",
       record: {question: way, claim: door}}
    - choice: look
      once: true
      text: Look.
      detour: hall.look
      record: {reading: true}
    - choice: climb
      text: Climb.
      to: yard.gate
      if: 'way_out == by_window and not visited(''hall.look'')'
      leaves: {within: 3, rejoins: yard.gate}
      record: {question: way, claim: none}
- scene: hall.look
  text: She looks.
  return: true
"""
YARD = """\
- scene: yard.gate
  text: The gate.
  chance: [{to: yard.end, weight: 1}, {to: yard.walk, weight: 2}]
- scene: yard.walk
  text: She walks.
  then: yard.end
- scene: yard.end
  text: She is gone.
  ending:
    title: Gone
    record: {question: way, inferred_from: [way/door, way/gate], why: It follows.}
"""
RECORD = """\
- question: way
  asks: Which way did she leave?
  holds: several
  claims:
    - claim: door
      says: She left by the door.
      told_by:
        - {account: diary, state: early, at: page 1}
        - {account: letter, at: line 2, from: [diary]}
    - claim: gate
      within: door
      says: She left by the door and the gate.
      told_by: [{account: letter, at: line 3}]
      denied_by: [{account: diary, at: page 2}]
"""
ACCOUNTS = """\
- account: diary
  label: Diary
  kind: diary
  read: whole
  interest: none known
  made: freely
  rests_on: []
  states: {early: pages 1 to 4, late: pages 5 to 9}
  cite: {type: book, title: A diary}
- account: letter
  label: Letter
  kind: letter
  read: whole
  interest: none known
  made: freely
  rests_on: [diary]
  cite: {type: book, title: A letter}
"""
PEOPLE = """\
- {person: anna, name: Anna, text: "She wrote [a rap](word:rap) down.", claims: [way/door]}
"""
PLACES = """\
- {place: hall-place, name: The hall, text: Where the door is., road_to: [yard-place]}
- {place: yard-place, name: The yard, text: Where the gate is., put_here: [way/gate]}
"""
WORDS = """\
- {word: rap, name: rap, text: A knock., claims: [way/door]}
"""
FILES: Mapping[str, bytes] = {
    "story.yaml": STORY.encode(),
    "scenes/01-hall/hall.yaml": SCENES.encode(),
    "scenes/02-yard/yard.yaml": YARD.replace("\n", "\r\n").encode(),
    "record/accounts.yaml": ACCOUNTS.encode(),
    "record/01-way.yaml": b"\xef\xbb\xbf" + RECORD.encode(),
    "people.yaml": PEOPLE.encode(),
    "places.yaml": PLACES.encode(),
    "glossary.yaml": WORDS.encode(),
}


def with_(**changed: str) -> dict[str, bytes]:
    """Give the files with some written otherwise; ``story`` stands for ``story.yaml``."""
    names = {"story": "story.yaml", "hall": "scenes/01-hall/hall.yaml"}
    return {**FILES, **{names[key]: text.encode() for key, text in changed.items()}}


def read(files: Mapping[str, bytes]) -> Story:
    """Read a story that must be readable."""
    reading = read_files(files)
    assert reading.story is not None, reading.problems
    return reading.story


def said(story: Story) -> str:
    """Give all that a story says, without places in files, and without its ledger of old names."""
    names = (each for each in story.__slots__ if each not in ("fingerprint", "renames"))
    whole = "\n".join(f"{name} {getattr(story, name)!r}" for name in names)
    return re.sub(r"Position\(file='[^']*', line=\d+, column=\d+\)", "here", whole)
