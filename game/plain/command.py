"""This is sitting down at the plain face: an open play in, an exit code out."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from game.plain.lobby import Lobby
from game.plain.loop import TO_TITLE, Sitter, forgive_bytes, play
from game.plain.reading import Streams
from game.plain.script import choices as choices_in
from game.plain.script import read_script
from game.playing.house import House
from game.playing.session import Session
from game.settings.likings import Likings


def play_in_lines(
    session: Session,
    told: tuple[str, ...] = (),
    *,
    choices: Path | None = None,
    likings: Likings | None = None,
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
        sitter = Sitter(likings or Likings())
        return play(
            session, Streams(sys.stdin, sys.stdout, live), told=told, script=script, sitter=sitter
        )
    finally:
        session.close()


def sit_in_lines(house: House, likings: Likings) -> int:
    """Stand before the plays of a house on standard input and output, until the reader leaves."""
    streams = Streams(sys.stdin, sys.stdout, sys.stdin.isatty())
    forgive_bytes(streams)
    lobby = Lobby(house, likings, streams)
    code = TO_TITLE
    with suppress(KeyboardInterrupt):
        lobby.greet()
        while code == TO_TITLE and (opened := lobby.enter()) is not None:
            session, told = opened
            try:
                code = play(session, streams, told=told, sitter=Sitter(likings, greeted=True))
            finally:
                session.close()
    return max(code, 0)


def _script(path: Path) -> tuple[str, ...]:
    return choices_in(sys.stdin.read()) if str(path) == "-" else read_script(path)
