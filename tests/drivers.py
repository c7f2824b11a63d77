"""This is the corpus of plays, and one driver a face: what each says of the same play.

``tests/plays/<name>/input.txt`` holds choices, one a line, and above them remarks that say what to
play: ``# story: crossing`` for a folder in ``tests/stories`` (the shipped story if not given),
``# seed: 2``, ``# marks: clean``. ``transcript.txt`` beside it is what the plain face says of it;
``python -m tests.drivers`` writes those that are missing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.model.story import Story
from game.plain.loop import play
from game.plain.reading import Streams
from game.plain.script import choices
from game.playing.opening import Beginning, begin_session, open_story
from game.playing.page import Page
from game.playing.session import Manner, Marks, Session

TESTS = Path(__file__).resolve().parent
PLAYS = TESTS / "plays"
STORIES = TESTS / "stories"


@dataclass(frozen=True, slots=True)
class Sample:
    """A play of the corpus."""

    name: str
    story: Path | None
    seed: int
    marks: Marks
    choices: tuple[str, ...]

    @property
    def input(self) -> Path:
        """The file of its choices."""
        return PLAYS / self.name / "input.txt"

    @property
    def transcript(self) -> Path:
        """What the plain face says of it."""
        return PLAYS / self.name / "transcript.txt"

    def session(self) -> Session:
        """Begin it."""
        return begin_session(told(self.story), Beginning(self.seed), manner=Manner(self.marks))


def samples() -> tuple[Sample, ...]:
    """Give every play of the corpus, by name."""
    return tuple(sample(path.parent.name) for path in sorted(PLAYS.glob("*/input.txt")))


def sample(name: str) -> Sample:
    """Read one play of the corpus."""
    text = (PLAYS / name / "input.txt").read_text("utf-8")
    said = dict(re.findall(r"^# (\w+): (\S+)$", text, re.MULTILINE))
    story = STORIES / said["story"] if "story" in said else None
    marks = Marks(said.get("marks", "story"))
    return Sample(name, story, int(said.get("seed", "0")), marks, choices(text))


@cache
def told(folder: Path | None) -> Story:
    """Read a story once."""
    return open_story(folder)


def plain(sample: Sample) -> str:
    """Give all that the plain face says when the choices come from a file."""
    words = io.StringIO()
    session = sample.session()
    assert play(session, Streams(io.StringIO(), words), script=sample.choices) == 0
    return words.getvalue()


def pages(sample: Sample, after: Callable[[Session], Session] | None = None) -> list[Page]:
    """Give every page of a play; ``after`` may put another session in the place of each."""
    session = sample.session()
    seen = [session.page]
    for choice in sample.choices:
        if after is not None:
            session = after(session)
        seen.append(session.choose(choice))
    return seen


def main() -> None:
    """Write the transcripts that are missing."""
    for each in samples():
        if not each.transcript.exists():
            each.transcript.write_text(plain(each), "utf-8")


if __name__ == "__main__":
    main()
