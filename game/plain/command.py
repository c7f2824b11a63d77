"""This is sitting down at the plain face: an open play in, an exit code out."""

from __future__ import annotations

import sys
from pathlib import Path

from game.plain.loop import play
from game.plain.reading import Streams
from game.plain.script import choices as choices_in
from game.plain.script import read_script
from game.playing.session import Session


def play_in_lines(
    session: Session, told: tuple[str, ...] = (), *, choices: Path | None = None
) -> int:
    """Play on standard input and output until it ends, and let go of the slot.

    ``choices`` is a file of choices to take before stopping, or ``-`` for standard input. Raises
    ``NoScript``.
    """
    try:
        script = None if choices is None else _script(choices)
        live = script is None and sys.stdin.isatty()
        if live and session.slot is None:
            told = (*told, "This play is not kept. Begin with --slot 1 to keep it.")
        return play(session, Streams(sys.stdin, sys.stdout, live), told=told, script=script)
    finally:
        session.close()


def _script(path: Path) -> tuple[str, ...]:
    return choices_in(sys.stdin.read()) if str(path) == "-" else read_script(path)
