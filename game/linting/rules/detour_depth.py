"""A detour leads into itself, or detours lie more than four deep.

A detour is a look aside that comes back. If a detour can be taken again from inside it, nobody can
say how far the way back is; beyond four a reader has forgotten where the way began. Use `to:` where
no return is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.linting.graph import detours, visits
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "S104"
NAME = "detour-depth"
SEVERITY = Severity.ERROR

MOST = 4

BAD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: look, text: Look at the map., detour: hall.map, record: {reading: true}}
- scene: hall.map
  text: A coast of paper.
  choices:
    - {choice: turn, text: Turn it round., detour: hall.map, record: {reading: true}}
    - {choice: back, text: Put it away., to: hall.away, record: {reading: true}}
- scene: hall.away
  text: It goes back into the drawer.
  return: true
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - {choice: look, text: Look at the map., detour: hall.map, record: {reading: true}}
- scene: hall.map
  text: A coast of paper.
  again: The other coast.
  choices:
    - {choice: turn, text: Turn it round., to: hall.map, record: {reading: true}}
    - {choice: back, text: Put it away., to: hall.away, record: {reading: true}}
- scene: hall.away
  text: It goes back into the drawer.
  return: true
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each detour that can lie too deep, or inside itself."""
    inside = {
        entry: {each for name in region for each in detours(story.scenes[name])}
        for entry, region in visits(story).items()
    }
    for entry in inside:
        if entry not in story.scenes:
            continue
        if entry in _below(inside, entry):
            statement = f"The detour to '{entry}' can be taken again from inside it."
        elif (depth := _depth(inside, entry)) > MOST:
            statement = f"From the detour to '{entry}' detours lie {depth} deep, {MOST} at most."
        else:
            continue
        yield Problem(
            story.scenes[entry].position,
            CODE,
            SEVERITY,
            statement,
            "Is no return meant? Then write `to:` in place of `detour:`.",
        )


def _below(inside: Mapping[str, set[str]], entry: str) -> set[str]:
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        fresh = inside.get(waiting.pop(), set()) - found
        found |= fresh
        waiting.extend(sorted(fresh))
    return found


def _depth(inside: Mapping[str, set[str]], entry: str) -> int:
    """Count how deep detours lie from one; a ring below it is that ring's problem, so it is cut."""
    level, deep = {entry}, 0
    while level and deep <= len(inside):
        deep += 1
        level = {
            each
            for name in level
            for each in inside.get(name, set())
            if each not in _below(inside, each)
        }
    return deep
