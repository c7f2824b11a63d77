"""This is writing to the terminal, and turning every fault into one line and an exit code."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from game.problem import GameError, Problem

MACHINE_FAILED = 3
INTERRUPTED = 130
"""What shells give for a program that Ctrl+C ended."""


def say(text: str, *, fault: bool = False) -> None:
    """Print a text and end its line, with whatever could drive a terminal made visible."""
    click.echo(safe(text), err=fault)


def say_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value for machines."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say_problems(problems: Iterable[Problem], folder: Path) -> None:
    """Print problems as ``file:line:column: CODE statement``, each with its hint below."""
    for problem in problems:
        place = f"{near(folder, problem.position.file)}:{problem.position.line}"
        where = f"{place}:{problem.position.column}"
        code = _dyed(problem.code, problem.severity.value)
        click.echo(f"{safe(where)}: {code} {safe(problem.statement)}")
        if problem.hint:
            click.echo(f"    {safe(problem.hint)}")


def safe(text: str) -> str:
    r"""Write what is neither printable nor a line's end as an escape: ``\x1b``."""
    return "".join(
        each if each.isprintable() or each == "\n" else ascii(each)[1:-1] for each in text
    )


def guarded(run: Callable[[], int | None]) -> int:
    """Run a command and give the exit code; whatever goes wrong is said in a line or two."""
    try:
        return run() or 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except GameError as fault:
        say(str(fault), fault=True)
        return fault.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _hush()
        return 0
    except Exception as fault:  # noqa: BLE001 - the last net: no traceback ever reaches a player
        say(_unforeseen(fault), fault=True)
        return MACHINE_FAILED


def _unforeseen(fault: BaseException) -> str:
    """Say that the machine failed, and where is kept where it did."""
    from game.playing.mishap import keep_report

    sentence = f"Something went wrong inside the game ({type(fault).__name__})."
    return f"{sentence} {keep_report(fault)}".rstrip()


def near(folder: Path, file: str) -> str:
    """Give a story's file as it is reached from here."""
    path = (folder / file) if file else folder
    with contextlib.suppress(ValueError, OSError):
        return path.resolve().relative_to(Path.cwd()).as_posix()
    return path.as_posix()


def _dyed(text: str, severity: str) -> str:
    if "NO_COLOR" in os.environ:
        return text
    return click.style(text, fg="red" if severity == "error" else "yellow", bold=True)


def _hush() -> None:
    """Let the interpreter end quietly when whoever read our output has gone."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
