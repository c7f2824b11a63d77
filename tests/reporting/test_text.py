from __future__ import annotations

from game.model.prose import Words
from game.reporting import text
from game.reporting.document import Document, Heading, Paragraph, Points, Quote, Table

REPORT = Document(
    "The door",
    "en",
    (
        Heading(2, "Decisions"),
        Heading(3, "1. The hall"),
        Paragraph((Words("She "), Words("ran", emphasis=True), Words("."))),
        Quote("Run.", "Not known."),
        Points(("one", "two"), numbered=True),
        Points(("three",)),
        Table("Who says what", ("Account", "Says", "Where"), (("Diary", "yes", ""),)),
    ),
)


def test_a_report_is_lines_and_a_table_is_told_row_by_row() -> None:
    assert text.write(REPORT) == (
        "The door\n========\n\n"
        "Decisions\n---------\n\n"
        "1. The hall\n\n"
        "She ran.\n\n"
        "> Run.\n  Not known.\n\n"
        "1. one\n2. two\n\n"
        "- three\n\n"
        "Who says what\n\n- Diary\n  Says: yes\n"
    )


def test_no_line_is_longer_than_a_terminal_is_wide() -> None:
    long = "word " * 60
    report = Document(long, "en", (Paragraph(long), Quote(long, long), Table(long, ("a", "b"), ())))
    assert max(len(line) for line in text.write(report).splitlines()) <= 78
