"""This is a reader's log as a file: Markdown to read on, CSV for a spreadsheet.

A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from game.model.story import Story
from game.playing.evidence import Met
from game.playing.matter import cited
from game.problem import GameError
from game.record.finding import claim_finding
from game.reporting import markdown
from game.reporting.document import Document, Table

Row: TypeAlias = tuple[str, ...]

_HEADS = (
    "Choice",
    "Scene",
    "Question",
    "Claim",
    "How well known",
    "Met",
    "Told by",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell must not begin with; spreadsheets of the east take the wide signs too."""


class NotExported(GameError):
    """A log, or a passage, could not be written out."""

    exit_code = 2

    def __init__(self, why: str, what: str = "log") -> None:
        """Say why, and what to try."""
        super().__init__(f"The {what} was not written: {why}")


def export(path: Path, log: Iterable[Met], story: Story) -> int:
    """Write a log to a new file, ``.md`` or ``.csv``; give how many entries it has.

    Raises ``NotExported``, and then no file was there or the one that was is untouched.
    """
    rows = [_row(each, story) for each in log]
    if path.suffix.lower() == ".csv":
        # spreadsheets take a file without the mark for another alphabet
        text = "\ufeff" + as_csv(rows)
    elif path.suffix.lower() == ".md":
        text = as_markdown(rows, story)
    else:
        raise NotExported(f"'{path}' ends neither in .md nor in .csv. Try `log.md`.")
    write_new(path, text)
    return len(rows)


def as_markdown(rows: Iterable[Row], story: Story) -> str:
    """Give rows as a table of Markdown; nothing in them is taken for markup."""
    table = Table("Everything met, in the order of the play", _HEADS, tuple(rows))
    return markdown.write(Document(f"{story.title}. The log", story.language, (table,)))


def as_csv(rows: Iterable[Row]) -> str:
    """Give rows as comma-separated values with one row of heads."""
    return comma_separated(_HEADS, rows)


def comma_separated(heads: Row, rows: Iterable[Row]) -> str:
    """Give rows under heads as comma-separated values; no cell is taken for a formula."""
    words = io.StringIO()
    writer = csv.writer(words)
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return words.getvalue()


def write_new(path: Path, text: str, what: str = "log") -> None:
    """Write a text to a file that is not there yet. Raises ``NotExported``."""
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise NotExported(f"'{path}' is there already. Try another name.", what) from None
    except (OSError, ValueError) as fault:
        said = (getattr(fault, "strerror", None) or "it is no name for a file").lower()
        raise NotExported(f"'{path}': {said}. Try another place.", what) from fault


def _row(each: Met, story: Story) -> Row:
    return (
        str(each.turn),
        each.scene_title,
        each.asks,
        each.says,
        each.status.value,
        "played" if each.enacted else "read",
        "; ".join(_tellers(each, story)),
    )


def _tellers(each: Met, story: Story) -> list[str]:
    if not each.claim:
        return []
    finding = claim_finding(story, story.questions[each.question], each.claim)
    return [cited(voice.account, voice.telling) for voice in finding.voices.told]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
