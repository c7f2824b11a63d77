from __future__ import annotations

import pytest

from game.model.prose import Words
from game.reporting import markdown
from game.reporting.document import Document, Heading, Paragraph, Points, Quote, Table


def written(*blocks: Heading | Paragraph | Quote | Points | Table) -> str:
    return markdown.write(Document("A", "en", blocks)).removeprefix("# A\n\n").removesuffix("\n")


def test_headings_quotations_and_lists_are_marked() -> None:
    assert written(Heading(3, "Hall"), Quote("Run.", "Known."), Points(("a", "b"))) == (
        "### Hall\n\n> Run.\n>\n> Known.\n\n- a\n- b"
    )


def test_a_numbered_list_has_numbers() -> None:
    assert written(Points(("a", "b"), numbered=True)) == "1. a\n2. b"


def test_a_table_has_its_caption_above_it() -> None:
    table = Table("Who", ("Account", "Says"), (("Diary", "yes | no"),))
    assert written(table) == (
        "**Who**\n\n| Account | Says |\n| --- | --- |\n| Diary | yes \\| no |"
    )


def test_emphasis_stands_close_around_its_words() -> None:
    line = (Words("She "), Words("ran fast ", emphasis=True), Words("home", strong=True))
    assert written(Paragraph(line)) == "She *ran fast* **home**"


def test_emphasis_on_blanks_alone_is_left_out() -> None:
    assert written(Paragraph((Words("a"), Words(" ", emphasis=True), Words("b")))) == "a b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*so*", r"\*so\*"),
        ("<b>", r"\<b\>"),
        ("[a](b)", r"\[a\](b)"),
        ("1. one", r"1\. one"),
        ("- one", r"\- one"),
        ("# one", r"\# one"),
        ("1938 was it", "1938 was it"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_looks_like_markup_is_escaped(text: str, shown: str) -> None:
    assert markdown.escaped(text) == shown
