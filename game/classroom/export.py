"""This is a lesson's report in files: HTML to print, Markdown, CSV for spreadsheets, JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.classroom import lines, paper, spreadsheet
from game.classroom.report import Report
from game.problem import GameError
from game.reporting import html, markdown


class NotWrittenOut(GameError):
    """A file of a report could not be written."""

    def __init__(self, path: Path, why: str) -> None:
        """Name the file and what the system said."""
        super().__init__(f"'{path}' was not written: {why}. Try another folder.")


def files(report: Report) -> Mapping[str, str]:
    """Give every file of a report by its name."""
    document = paper.document(report)
    return {
        "lesson.html": html.write(document),
        "lesson.md": markdown.write(document),
        "lesson.csv": spreadsheet.write(report),
        "lesson.jsonl": lines.write(report),
    }


def write(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write a report out into a folder; no file that is there is written over.

    Raises ``NotWrittenOut``.
    """
    written = []
    for name, text in files(report).items():
        path = _free(folder, name)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
        except OSError as fault:
            raise NotWrittenOut(path, (fault.strerror or "it cannot be").lower()) from fault
        written.append(path)
    return tuple(written)


def _free(folder: Path, name: str) -> Path:
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path
