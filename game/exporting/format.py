"""This is what every module of ``formats`` offers, and what it raises where it cannot serve."""

from __future__ import annotations

from typing import Protocol

from game.model.story import Story
from game.problem import GameError


class Format(Protocol):
    """A module of ``formats``: its docstring says what it keeps of a story and what it cannot."""

    __doc__: str | None

    @property
    def NAME(self) -> str:  # noqa: N802 - a constant of the module
        """What the command calls it, one word."""

    @property
    def ENDING(self) -> str:  # noqa: N802 - a constant of the module
        """How its files' names end, with the dot."""

    @property
    def SAYS(self) -> str:  # noqa: N802 - a constant of the module
        """What it is, in one line for help."""

    def write(self, story: Story, /) -> str:
        """Give the story as the text of one file. Raises ``CannotSay``."""


class CannotSay(GameError):
    """A story has something that a format has no words for."""

    exit_code = 2

    def __init__(self, form: str, where: str, why: str) -> None:
        """Name the format, the scene or the variable, and what it cannot say of it."""
        super().__init__(f"{where} cannot be said in {form}: {why}")
