"""This is what the preview's threads tell its app."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from game.playing.writing.view import Answer, Judged, Look


@dataclass
class Looked(Message):
    """The folder was read."""

    look: Look


@dataclass
class Heard(Message):
    """The rules of check were asked about the story that was read."""

    judged: Judged


@dataclass
class Answered(Message):
    """A search for ways to open closed choices came to an end."""

    answer: Answer


@dataclass
class Acted(Message):
    """The writer did something in the play that is tried out."""
