"""This is `otherside check`: every fault that can be seen without playing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.console import near, safe, say, say_json, say_problems
from game.cli.tale import story_argument

if TYPE_CHECKING:
    from game.problem import Problem


@click.command(epilog="Example: otherside check story --format json")
@story_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="Lines to read; a list for machines; notes on the lines of a pull request; SARIF 2.1.0.",
)
@click.option("--strict", is_flag=True, help="Give advice too: what may well stay as it is.")
def check(story: Path | None, form: str, strict: bool) -> int:
    """Say everything that is wrong with a story and can be seen without playing it.

    One line for each fault, file:line:column: CODE statement, and a hint below. Prints nothing and
    exits 0 when all is well, else 1. A fault that is meant is waived in story.yaml with `waive:`.
    """
    from game.loading.cover import shipped_story

    folder = story or shipped_story()
    problems = faults(folder, advice=strict)
    _FORMS[form](problems, folder)
    return 1 if problems else 0


def faults(folder: Path, *, advice: bool = False) -> tuple[Problem, ...]:
    """Read a story and, if it can be read, ask every rule about it."""
    from game.linting.run import run
    from game.loading.folder import read_story
    from game.problem import in_order

    reading = read_story(folder)
    found = run(reading.story, advice=advice) if reading.story is not None else ()
    return in_order((*reading.problems, *found))


def _row(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
        "code": problem.code,
        "severity": problem.severity.value,
        "statement": problem.statement,
        "hint": problem.hint,
    }


def _annotate(problems: tuple[Problem, ...], folder: Path) -> None:
    for problem in problems:
        say(_annotation(problem, folder))


def _annotation(problem: Problem, folder: Path) -> str:
    """Give a workflow command: it becomes a note beside the line it is about."""
    level = {"error": "error", "warning": "warning"}.get(problem.severity.value, "notice")
    where = problem.position
    place = {"file": near(folder, where.file), "line": where.line, "col": where.column}
    said = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in place.items())
    text = f"{problem.statement} {problem.hint}".rstrip()
    return f"::{level} {said},title={problem.code}::{_escaped(text)}"


def _escaped(value: object, also: str = "") -> str:
    return "".join(
        f"%{ord(each):02X}" if each in f"%\r\n{also}" else each for each in safe(str(value))
    )


def _sarif(problems: tuple[Problem, ...], folder: Path) -> None:
    from game.cli.sarif import log

    # Plain letters only: a line of a story may hold what could drive a terminal.
    say(json.dumps(log(problems, folder), indent=1))


_FORMS: Mapping[str, Callable[[tuple[Problem, ...], Path], None]] = {
    "text": say_problems,
    "json": lambda problems, _: say_json([_row(problem) for problem in problems]),
    "github": _annotate,
    "sarif": _sarif,
}
