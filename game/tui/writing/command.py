"""This is opening the preview: a story's folder in, an exit code out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from game.settings.likings import Likings

_BROKEN = 3
TURN = 0.0005
"""Seconds for which a thread has Python to itself before it lets others.

Whoever asks the disk lets go of Python each time, and waits this long to have it back while a
search is under way; a story of 2,000 scenes is a hundred such questions.
"""


@contextmanager
def taking_turns() -> Iterator[None]:
    """Have threads take short turns."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def write_on_screen(folder: Path, likings: Likings | None = None) -> int:
    """Show the preview until its writer leaves; give the exit code. No file is ever written."""
    gc.disable()
    from game.tui.command import quiet_threads
    from game.tui.writing.app import WritingApp

    app = WritingApp(folder, likings=likings)
    with quiet_threads(), taking_turns():
        app.run()
        app.close_play()
    gc.enable()
    if app.broken:
        from game.playing.mishap import keep_report

        said = f"The preview stopped because of a fault of its own. {keep_report(app.fault)}"
        print(said, file=sys.stderr)
        return _BROKEN
    return app.return_code or 0
