from __future__ import annotations

from game.model.prose import Words
from game.plain.report import report
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Quote, Table


def said(*blocks: Block) -> list[str]:
    return list(report(Document("A report", "en", blocks)))


def test_a_report_begins_with_its_title() -> None:
    assert said() == ["A report"]


def test_headings_and_paragraphs_are_said_without_lines_or_marks() -> None:
    line = (Words("It was "), Words("fog", emphasis=True), Words("."))
    assert said(Heading(2, "Fog"), Paragraph(line), Paragraph("So."))[1:] == [
        "",
        "Fog",
        "",
        "It was fog.",
        "",
        "So.",
    ]


def test_a_quotation_is_said_with_what_is_known_of_it() -> None:
    assert said(Quote("Go.", "disputed"), Quote("Stay."))[2:] == ["Go.", "disputed", "", "Stay."]


def test_a_list_is_said_with_its_numbers_if_it_has_an_order() -> None:
    assert said(Points(("a", "b"), numbered=True), Points(("c",)))[2:] == [
        "1. a",
        "2. b",
        "",
        "- c",
    ]


def test_a_table_is_said_row_by_row_with_the_names_of_its_columns() -> None:
    table = Table("Days", ("Account", "Day", "Place"), (("Letter", "12", ""), ("Book", "13", "9")))
    assert said(table)[2:] == [
        "Days",
        "- Letter",
        "Day: 12",
        "- Book",
        "Day: 13",
        "Place: 9",
    ]
