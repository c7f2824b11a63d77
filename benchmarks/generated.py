"""This is a story of any length, always the same: what readers, engines and searches are timed on.

Each scene has about sixty words, three choices with a condition each, one of which holds wherever
one comes from, and one change on entry to one of twenty whole numbers. The same numbers give the
same story in ink.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VARIABLES = 20
PER_FILE = 50
_LINE = (
    "the path ends where the reeds begin and somebody has cut them down to the water so that a man "
    "who walks there can be seen from the other bank by anyone who cares to look up from his work "
    "in the field or from the window of the post that was built in the spring of that year and has "
    "been painted since"
)
_WORDS = tuple(_LINE.split(" "))
_STORY = """\
format: 1
id: generated
title: A generated story
language: en
authors: [Nobody]
licence: CC0-1.0
advisory: Nothing happens.
opening: |
  Nothing happens, at some length.
reviewed: not yet
state:
{state}
roles:
  - {{role: reader, label: A reader, kind: person}}
parts:
{parts}
lines:
  - {{line: diary, follows: [diary]}}
"""
_ACCOUNTS = """\
- account: diary
  label: A diary
  kind: memoir
  read: whole
  interest: none
  made: freely
  rests_on: []
  cite: {type: book, title: A diary}
"""
_QUESTION = """\
- question: way
  asks: Which way was taken?
  holds: several
  claims:
    - claim: any
      says: Every way was taken.
      told_by: [{account: diary, at: page 1}]
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One scene in numbers."""

    number: int
    changed: int
    """The variable that entry changes."""
    by: int
    ways: tuple[tuple[str, int], ...]
    """The condition of each choice, and the scene it leads to."""


def steps(scenes: int) -> Iterator[Step]:
    """Give the scenes; a fixed linear congruential generator picks what varies."""
    seed = 20_180_613
    for number in range(scenes):
        drawn = []
        for _ in range(6):
            seed = (seed * 1_103_515_245 + 12_345) % 2**31
            drawn.append(seed >> 8)
        first, second, third, low, high, far = drawn
        here, there = second % VARIABLES, third % VARIABLES
        least = 1 + low % 9
        yield Step(
            number,
            first % VARIABLES,
            1 + first // VARIABLES % 9,
            (
                (f"v{here} >= {least}", (number + 1) % scenes),
                (f"v{here} < {least}", (number + 2) % scenes),
                (f"v{there} >= {1 + high % 9}", (number + 3 + far % max(scenes - 3, 1)) % scenes),
            ),
        )


def text(number: int) -> str:
    """Give about sixty words that no other scene has in this order."""
    turn = number % len(_WORDS)
    words = [*_WORDS[turn:], *_WORDS[:turn], str(number)]
    return " ".join(words).capitalize() + "."


def write(folder: Path, scenes: int) -> None:
    """Write the story into an empty folder."""
    parts = range(0, scenes, PER_FILE)
    state = "\n".join(f"  v{each}: {{whole: [0, 9], start: 0}}" for each in range(VARIABLES))
    listed = "\n".join(
        f"  - {{part: p{at // PER_FILE}, title: Part {at // PER_FILE}, first: {_name(at)}}}"
        for at in parts
    )
    (folder / "record").mkdir(parents=True)
    (folder / "story.yaml").write_text(_STORY.format(state=state, parts=listed), encoding="utf-8")
    (folder / "record" / "accounts.yaml").write_text(_ACCOUNTS, encoding="utf-8")
    (folder / "record" / "01-way.yaml").write_text(_QUESTION, encoding="utf-8")
    found = list(steps(scenes))
    for at in parts:
        home = folder / "scenes" / f"{at // PER_FILE:05}-p{at // PER_FILE}"
        home.mkdir(parents=True)
        written = "\n".join(_scene(step, scenes - 1) for step in found[at : at + PER_FILE])
        (home / "scenes.yaml").write_text(written, encoding="utf-8")


def _name(number: int) -> str:
    return f"p{number // PER_FILE}.s{number}"


def _end(number: int) -> str:
    return (
        f"- scene: {_name(number)}\n  title: The end\n  role: reader\n"
        f"  text: |\n    {text(number)}\n"
        "  ending: {title: The end, record: {question: way, claim: any}}\n"
    )


def _scene(step: Step, last: int) -> str:
    if step.number == last:
        return _end(last)
    choices = "\n".join(
        f"    - choice: c{index}\n"
        f"      text: Take way {index} from here.\n"
        f"      if: {condition}\n"
        f"      to: {_name(target)}\n"
        f"      record: {{question: way, claim: any}}"
        for index, (condition, target) in enumerate(step.ways)
    )
    change = f"v{step.changed} = (v{step.changed} + {step.by}) % 10"
    return (
        f"- scene: {_name(step.number)}\n  title: Scene {step.number}\n  role: reader\n"
        f"  text: |\n    {text(step.number)}\n  do: [{change}]\n  choices:\n{choices}\n"
    )


def ink(scenes: int) -> str:
    """Give the same story as ink, one knot a scene."""
    lines = [f"VAR v{each} = 0" for each in range(VARIABLES)]
    lines.append("-> s0")
    for step in list(steps(scenes))[:-1]:
        lines += [f"=== s{step.number} ===", text(step.number)]
        lines.append(f"~ v{step.changed} = (v{step.changed} + {step.by}) % 10")
        lines += [
            f"+ {{{condition}}} Take way {index} from here. -> s{target}"
            for index, (condition, target) in enumerate(step.ways)
        ]
    lines += [f"=== s{scenes - 1} ===", text(scenes - 1), "-> END"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write a story to a folder, or to a file of ink."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("place", type=Path)
    parser.add_argument("--scenes", type=int, default=1000)
    parser.add_argument("--ink", action="store_true", help="one file of ink")
    asked = parser.parse_args()
    if asked.ink:
        asked.place.write_text(ink(asked.scenes), encoding="utf-8")
    else:
        write(asked.place, asked.scenes)


if __name__ == "__main__":
    main()
