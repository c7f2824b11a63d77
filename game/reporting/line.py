"""This is an account's line through the story, laid out; and two of them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from textwrap import wrap
from typing import Any

from game.engine.line import LineWalk, follow
from game.engine.rules import Rules
from game.problem import GameError
from game.reporting.phrase import WIDTH, listing, number, wrapped
from game.reporting.transcript import statuses, taken_text, transcript

COLUMN = (WIDTH - 2) // 2


class NoSuchLine(GameError):
    """A line was asked for that the story does not have."""

    exit_code = 2

    def __init__(self, line: str, known: tuple[str, ...]) -> None:
        """Name the line and those there are."""
        has = f"It has {listing(known)}." if known else "It has none."
        super().__init__(f"The story has no line '{line}'. {has}")


def walk(rules: Rules, line: str) -> LineWalk:
    """Play a line. Raises ``NoSuchLine``."""
    if line not in rules.story.lines:
        raise NoSuchLine(line, tuple(rules.story.lines))
    return follow(rules, line)


def as_text(rules: Rules, line: LineWalk) -> str:
    """Write a line out as a transcript, with the ids of its choices."""
    follows = [
        rules.story.accounts[account].label for account in rules.story.lines[line.line].follows
    ]
    heading = wrapped(f"The line '{line.line}' follows {listing(follows)}.")
    return "\n\n".join([heading, transcript(rules, line.play).rstrip(), *_fault(line)])


def as_json(rules: Rules, line: LineWalk) -> dict[str, Any]:
    """Give a line with the keys that programs rely on."""
    play = line.play
    last = rules.story.scenes[play.state.scene]
    return {
        "line": line.line,
        "follows": list(rules.story.lines[line.line].follows),
        "choices": list(play.choices),
        "statuses": [list(statuses(rules, play, index)) for index in range(len(play.choices))],
        "scenes": list(play.trail),
        "ending": last.scene if last.ending is not None else None,
        "fault": line.fault,
    }


def parting(one: LineWalk, other: LineWalk) -> int | None:
    """Give the first choice, from nought, that two lines take differently; ``None`` if none."""
    pairs = zip_longest(one.play.choices, other.play.choices)
    return next((index for index, (mine, theirs) in enumerate(pairs) if mine != theirs), None)


def two_as_json(rules: Rules, one: LineWalk, other: LineWalk) -> dict[str, Any]:
    """Give two lines, and where they part: ``null`` if they never do."""
    index = parting(one, other)
    parted = None
    if index is not None:
        parted = {
            "after": index,
            "scene": one.play.turns[index].state.scene,
            "choices": [_choice_id(line, index) for line in (one, other)],
        }
    return {"lines": [as_json(rules, line) for line in (one, other)], "parted": parted}


def two_as_text(rules: Rules, one: LineWalk, other: LineWalk) -> str:
    """Write two lines side by side: what they share across the page, the rest in two columns."""
    lines = [f"{one.line:<{COLUMN}}  {other.line}", ""]
    matcher = SequenceMatcher(None, one.play.choices, other.play.choices, autojunk=False)
    for tag, first, last, their_first, their_last in matcher.get_opcodes():
        mine = _steps(rules, one, range(first, last))
        if tag == "equal":
            lines += [line for step in mine for line in _lines(f"Both: {step}", WIDTH)]
        else:
            theirs = _steps(rules, other, range(their_first, their_last))
            lines += _side_by_side(mine, theirs)
        lines.append("")
    lines += _side_by_side([_last(rules, one)], [_last(rules, other)])
    lines += [wrapped(fault) for line in (one, other) for fault in _fault(line)]
    return "\n".join([*lines, "", _parted(one, other)])


def _steps(rules: Rules, line: LineWalk, indices: range) -> list[str]:
    return [
        f"{taken_text(rules, line.play, index)} [{line.play.choices[index]}] "
        f"{_statuses(rules, line, index)}"
        for index in indices
    ]


def _statuses(rules: Rules, line: LineWalk, index: int) -> str:
    found = statuses(rules, line.play, index)
    return f"{', '.join(found).capitalize()}." if found else ""


def _last(rules: Rules, line: LineWalk) -> str:
    scene = rules.story.scenes[line.play.state.scene]
    return f"Ends: {scene.ending.title}" if scene.ending else f"Stops at {scene.scene}."


def _side_by_side(mine: list[str], theirs: list[str]) -> Iterator[str]:
    for left, right in zip_longest(mine, theirs, fillvalue=""):
        pairs = zip_longest(_lines(left, COLUMN), _lines(right, COLUMN), fillvalue="")
        yield from (f"{one:<{COLUMN}}  {other}".rstrip() for one, other in pairs)


def _lines(text: str, width: int) -> list[str]:
    return wrap(text, width, subsequent_indent="  ")


def _choice_id(line: LineWalk, index: int) -> str | None:
    return line.play.choices[index] if index < len(line.play.choices) else None


def _parted(one: LineWalk, other: LineWalk) -> str:
    index = parting(one, other)
    if index is None:
        return "They never part."
    scene = one.play.turns[index].state.scene
    return wrapped(f"They part at '{scene}', after {number(index, 'choice')} together.")


def _fault(line: LineWalk) -> list[str]:
    return [f"The line '{line.line}' stops short. {line.fault}"] if line.fault else []
