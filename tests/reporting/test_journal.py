from __future__ import annotations

from game.engine.replay import replay
from game.engine.rules import Rules
from game.model.prose import Words
from game.reporting.document import Heading, Paragraph, Quote, Table
from game.reporting.journal import journal, transcript
from tests.builders import choice, end, scene, skippable, story
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


HARD = Rules(
    story(
        scene("a.start", choice("in", to="a.cell")),
        scene(
            "a.cell",
            choice("on", to="a.end"),
            text="What was done.",
            skippable=skippable("torture", summary="A man signed."),
        ),
        end("a.end"),
    )
)


def test_a_transcript_has_the_summaries_of_what_was_passed_over_and_counts_them() -> None:
    play = replay(HARD, 0, ["a.start/in", "a.cell/on"])
    blocks = transcript(HARD, play, passed=frozenset({"a.cell"})).blocks
    assert blocks[0] == Paragraph("Passed over: 1 passage (torture).")
    assert Paragraph("Passed over: torture. In two lines:") in blocks
    assert Paragraph((Words("A man signed."),)) in blocks
    assert Paragraph((Words("What was done."),)) not in blocks


def test_a_transcript_leaves_out_what_a_line_did_and_says_so() -> None:
    blocks = transcript(RULES, played("read", "open", "run"), led=2).blocks
    assert blocks[0] == Paragraph(
        "The first 2 choices followed an account's line; this begins after them."
    )
    assert [each for each in blocks if isinstance(each, Quote)] == [
        Quote("Run.", "Not known; inferred.")
    ]
