"""This is the command as a user types it: arguments in, exit code and what was printed out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli.command import main
from game.cli.play import Faces, Wish
from game.model.story import Story
from tests.linting.sample import files


@dataclass(frozen=True, slots=True)
class Told:
    """What a command left behind."""

    code: int
    out: str
    err: str
    played: tuple[tuple[str, Story, Wish], ...] = ()
    """The faces that were asked to play, with what they were handed."""


Run = Callable[..., Told]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `otherside` with faces that only note what they were asked."""

    def told(*arguments: str | Path) -> Told:
        played: list[tuple[str, Story, Wish]] = []

        def face(name: str) -> Callable[[Story, Wish], int]:
            def play(story: Story, wish: Wish) -> int:
                played.append((name, story, wish))
                return 0

            return play

        code = main(Faces(face("screen"), face("plain")), [str(each) for each in arguments])
        out, err = capsys.readouterr()
        return Told(code, out, err, tuple(played))

    return told


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a rule's sample, with the rest of its story, into a folder."""

    def folder(sample: str = "") -> Path:
        for name, text in files(sample).items():
            path = tmp_path / "story" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "story"

    return folder


Write = Callable[..., Path]
