"""This is what a writer is told, put into lines: faults with carets, state, closed choices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from game.model.prose import plain
from game.model.story import Story
from game.playing.page import Page
from game.playing.writing.closed import Closed, Ground
from game.playing.writing.snippet import snippet
from game.playing.writing.view import Held, Look, Shut, sought_said, steps_away
from game.problem import Problem, Severity
from game.tui.evidence import you
from game.tui.ink import (
    BRIGHT,
    QUIET,
    STRONG,
    Block,
    between,
    join,
    lay,
    numbered,
    shorten,
    words,
)
from game.tui.screens.sheet import heading
from game.tui.sign import Signs

FAULT = "bold $conflict"


def fault(problem: Problem, line: str, width: int) -> list[Content]:
    """Write a fault: where, what, the line of the file with its caret, and what to try."""
    ink = FAULT if problem.severity is Severity.ERROR else STRONG
    where = join(words(f"{problem.position}: ", BRIGHT), words(problem.code, ink))
    lines = lay([Block(join(where, words(f" {problem.statement}")))], width)
    shown = snippet(line, problem.position, width)
    if shown is not None:
        lines += [words(shown.line, QUIET), words(shown.caret, FAULT)]
    if problem.hint:
        lines += lay([Block(words(problem.hint, QUIET), indent=7)], width)
    return lines


def short_fault(problem: Problem, width: int, signs: Signs) -> Content:
    """Write a fault on one line, as it is found in the scene that is shown."""
    where = words(f"{problem.position.line}:{problem.position.column} ", QUIET)
    line = join(where, words(problem.code, STRONG), words(f" {problem.statement}"))
    return shorten(line, width, signs.cut)


def top(
    look: Look, advice: Sequence[Problem], width: int, room: int, signs: Signs
) -> list[Content]:
    """Write as many faults as there is room for: of the files first, then of the scene."""
    lines: list[Content] = []
    left = 0
    for number, problem in enumerate(look.problems):
        text = look.lines[number] if number < len(look.lines) else ""
        written = fault(problem, text, width)
        if lines and len(lines) + len(written) + 1 > room:
            left = len(look.problems) - number
            break
        lines += written
    for number, problem in enumerate(advice):
        if left or len(lines) + 2 > room:
            left += len(advice) - number
            break
        lines.append(short_fault(problem, width, signs))
    if left:
        lines.append(words(f"{signs.more} {left} more: f", QUIET))
    return lines


def page_blocks(page: Page, told: Iterable[str]) -> list[Block]:
    """Write what is to be read: what the writer is told, the last choice, every beat."""
    blocks = [Block(words(each, "$conflict")) for each in told]
    if page.last is not None:
        blocks.append(Block(you(page.last), hang=5, gap=1))
    for passage in page.passages:
        title = join(words(passage.title, f"bold {BRIGHT}"), words(f"  {passage.scene}", QUIET))
        blocks.append(Block(title, gap=1))
        for number, beat in enumerate(passage.beats):
            if number:
                blocks.append(Block(words("---", QUIET), gap=1))
            blocks += [Block(numbered(line, 1, None)[0], gap=1) for line in beat]
    if page.finish is not None:
        blocks.append(Block(words(f"The end: {page.finish.title}", STRONG), gap=1))
    return blocks


def shut_lines(shut: Iterable[Shut], width: int, signs: Signs) -> list[Content]:
    """Write closed choices, a line each: which, why, how far off."""
    lines = []
    for each in shut:
        name = words(f"{signs.dash} {each.closed.choice.rpartition('/')[2]} ", QUIET)
        why = words(f"closed: {each.closed.short}", QUIET)
        away = words(steps_away(each.sought), BRIGHT)
        apart = words(f" {signs.dot} ", QUIET)
        lines.append(shorten(join(name, between(apart, (why, away))), width, signs.cut))
    return lines


def shut_block(story: Story, each: Shut) -> Content:
    """Write in one paragraph why a choice is closed and what opens it."""
    whole = each.closed.condition
    is_said = whole in (part.source for part in each.closed.failing)
    parts = [f"The condition is `{whole}`."] if whole and not is_said else []
    parts += closed_said(each.closed)
    parts.append(sought_said(story, each.sought))
    return words(" ".join(parts), QUIET)


def closed_said(closed: Closed) -> list[str]:
    """Say each thing that closes a choice in a sentence."""
    said = [f"It can be taken once, and was: {closed.spent}."] if closed.spent else []
    for part in closed.failing:
        grounds = "; ".join(_ground(each) for each in part.grounds)
        said.append(f"`{part.source}` does not hold: {grounds}." if grounds else part.source)
    return said


def margin(held: Sequence[Held], shut: Sequence[Shut], story: Story) -> list[Block]:
    """Write the state and the closed choices, for the margin of a wide page."""
    blocks = [Block(heading("State"))]
    changed = [each for each in held if each.since]
    for each in (*changed, *(each for each in held if not each.since)):
        ink = BRIGHT if each.since else QUIET
        blocks.append(Block(join(words(f"{each.variable} ", QUIET), words(each.value, ink))))
        if each.since:
            blocks.append(Block(words(each.since, QUIET), indent=2))
    if shut:
        at = [Block(heading("Closed"))]
        for closed in shut:
            text = words(plain(closed.text), BRIGHT)
            at += [Block(text, gap=1), Block(shut_block(story, closed), indent=2)]
        blocks = [*at, Block(words(""), gap=1), *blocks]
    return blocks


def state_line(held: Iterable[Held], width: int, signs: Signs) -> Content:
    """Write on one line what is not as it starts."""
    apart = words(f" {signs.dot} ", QUIET)
    parts = (
        join(words(f"{each.variable} ", QUIET), words(each.value, BRIGHT))
        for each in held
        if each.since
    )
    return shorten(between(apart, parts), width, signs.cut)


def _ground(ground: Ground) -> str:
    return f"{ground.says}, {ground.since}" if ground.since else ground.says
