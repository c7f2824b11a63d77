from __future__ import annotations

from game.model.prose import Words
from game.reporting.document import Heading, Paragraph, Quote, Table
from game.reporting.journal import journal, transcript
from tests.reporting.tale import RULES, played


def test_a_journal_has_every_choice_with_its_status() -> None:
    report = journal(RULES, played("read", "open", "run"))
    assert report.title == "The door. Journal"
    table, end = report.blocks
    assert isinstance(table, Table)
    assert table.rows == (
        ("1", "The door", "Read the plate.", "turns a page"),
        ("2", "The door", "Open it.", "disputed"),
        ("3", "The street", "Run.", "not known; inferred"),
    )
    assert end == Paragraph("The end: Home. Disputed.")


def test_a_journal_leaves_out_what_a_line_chose_and_keeps_the_numbers() -> None:
    (table, _) = journal(RULES, played("read", "open", "run"), led=2).blocks
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["3"]


def test_a_journal_of_nothing_says_so() -> None:
    assert journal(RULES, played()).blocks == (Paragraph("No choice was made yet."),)


def test_a_transcript_has_what_was_read_and_chosen() -> None:
    report = transcript(RULES, played("read", "open"))
    assert report.blocks[:3] == (
        Heading(2, "The door"),
        Paragraph((Words("This is hall.door."),)),
        Quote("Read the plate.", ""),
    )
    assert Quote("Open it.", "Disputed.") in report.blocks


def test_a_transcript_ends_with_the_end() -> None:
    assert transcript(RULES, played("open", "run")).blocks[-1] == Paragraph(
        "The end: Home. Disputed."
    )
