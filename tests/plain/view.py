"""This is the corpus of questions asked in plain lines: what is typed, and all that is said to it.

``views/<name>/input.txt`` holds lines as they are typed, below remarks that say what is played, as
in ``tests/plays``. ``python -m tests.plain.view`` writes the transcripts that are missing.
"""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from pathlib import Path

from game.plain.loop import play
from game.plain.reading import Streams
from game.playing.opening import Beginning, begin_session
from game.playing.session import Manner, Marks
from tests.drivers import STORIES, told

VIEWS = Path(__file__).resolve().parent / "views"


def names() -> list[str]:
    """Give the name of each."""
    return sorted(path.parent.name for path in VIEWS.glob("*/input.txt"))


def transcript(name: str) -> Path:
    """Give the file of what is said."""
    return VIEWS / name / "transcript.txt"


def heard(name: str) -> str:
    """Type it all, and give what is said."""
    text = (VIEWS / name / "input.txt").read_text("utf-8")
    said = dict(re.findall(r"^# (\w+): (\S+)$", text, re.MULTILINE))
    typed = [line for line in text.splitlines() if not line.startswith("#")]
    session = begin_session(
        told(STORIES / said["story"]),
        Beginning(int(said.get("seed", "0"))),
        manner=Manner(Marks(said.get("marks", "story"))),
    )
    words = io.StringIO()
    lines = io.StringIO("".join(f"{line}\n" for line in typed))
    assert play(session, Streams(lines, words)) == 0
    return words.getvalue()


def main() -> None:
    """Write the transcripts that are missing."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in names():
            if not transcript(name).exists():
                transcript(name).write_text(heard(name), "utf-8")


if __name__ == "__main__":
    main()
