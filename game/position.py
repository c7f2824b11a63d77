"""This is where in a story's files something was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A file, a line and a column; lines and columns are counted from one."""

    file: str
    """The path relative to the story's folder, with forward slashes."""
    line: int
    column: int

    def __str__(self) -> str:
        """Give the form that editors follow: ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Position("", 1, 1)
"""For values that no file declared, such as those that tests build."""
