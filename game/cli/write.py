"""This is `otherside write`: a live preview of a story beside the editor it is written in."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import click

from game.cli.console import say, say_problems
from game.cli.tale import story_argument
from game.cli.terminal import wants_screen

if TYPE_CHECKING:
    from game.cli.play import Faces
    from game.playing.writing.view import Look
    from game.position import Position
    from game.problem import Problem


@click.command(epilog="Example: otherside write story")
@story_argument
@click.option("--plain", is_flag=True, help="Print what is wrong after each save; Ctrl+C ends it.")
@click.pass_obj
def write(faces: Faces, story: Path | None, plain: bool) -> int:
    """Show a story while it is written: each save is read at once, and your place is kept.

    Faults stand at the top with the line of the file. The last story that could be read stays
    playable: go to any scene, see why a choice is closed and what opens it, set state, go back.
    Nothing is ever written to the folder.
    """
    from game.loading.cover import shipped_story

    folder = story or shipped_story()
    if plain or faces.preview is None or not wants_screen(os.environ):
        return follow(folder, Event())
    return faces.preview(folder)


def follow(folder: Path, stop: Event) -> int:
    """Print what is wrong now, and what is new after each save, until Ctrl+C or ``stop``."""
    from game.playing.writing.bench import Bench
    from game.playing.writing.watching import saves

    bench = Bench(folder)
    known: frozenset[Problem] | None = None
    try:
        for _ in saves(folder, stop):
            look = bench.look()
            judged = bench.judge(look)
            _say_faults(look, folder)
            if judged is None:
                say(f"-- {_count(look.problems)}.")
                continue
            found = frozenset(replace(each, position=_line_less(each)) for each in judged.problems)
            fresh = judged.problems if known is None else _without(judged.problems, known)
            say_problems(fresh, folder)
            gone = 0 if known is None else len(known - found)
            known = found
            say(f"-- {_count(judged.problems)}{_news(len(fresh), gone, len(judged.problems))}.")
    except KeyboardInterrupt:
        stop.set()
    return 0


def _say_faults(look: Look, folder: Path) -> None:
    """Print what reading found, each with its line and a caret."""
    from game.playing.writing.snippet import snippet

    for number, problem in enumerate(look.problems):
        say_problems([replace(problem, hint="")], folder)
        line = look.lines[number] if number < len(look.lines) else ""
        shown = snippet(line, problem.position)
        if shown is not None:
            say("\n".join(shown.lines))
        if problem.hint:
            say(f"    {problem.hint}")


def _without(problems: tuple[Problem, ...], known: frozenset[Problem]) -> tuple[Problem, ...]:
    """Leave out what was printed before; lines that only moved are the same."""
    return tuple(p for p in problems if replace(p, position=_line_less(p)) not in known)


def _line_less(problem: Problem) -> Position:
    return replace(problem.position, line=1, column=1)


def _count(problems: tuple[Problem, ...]) -> str:
    count = len(problems)
    return f"{count} fault{'' if count == 1 else 's'}" if count else "No faults"


def _news(fresh: int, gone: int, whole: int) -> str:
    if fresh == whole and not gone:
        return ""
    parts = [f"{fresh} new" if fresh else "", f"{gone} mended" if gone else ""]
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else " (none new)"
