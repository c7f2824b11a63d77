"""The report as a document."""

from __future__ import annotations

from game.classroom.event import Advance, Approve, Close, Decide, Explain, Finish, Skip, Ticket
from game.classroom.paper import document
from game.classroom.phase import Phase
from game.classroom.report import report
from game.classroom.room import Room
from game.reporting import html, markdown, text
from game.reporting.document import Heading, Table
from tests.classroom.sample import at, played, room, vote


def lesson() -> Room:
    """A lesson with a reason, an override and answers at the door."""
    there = vote(at(Phase.AGAIN, seats=6), dict.fromkeys(range(1, 7), 0))
    assert there.ballot is not None
    there = played(
        there,
        Explain(0, 1, there.ballot.key, "=<b>Because</b> | it is *told*.", "book"),
        Approve(0, 1),
        Close(0),
        Decide(0, "line.scene-1/c", "For the lesson's sake"),
        *(Advance(0) for _ in range(5)),
        Finish(0),
        Advance(0),
        Advance(0),
    )
    return played(there, Ticket(0, 1, ("yes", "no", "partly")))


def test_it_begins_with_the_class_path_beside_each_accounts() -> None:
    blocks = document(report(lesson())).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    assert tables[0].columns == ("Way of", "1. Scene 1", "2. Scene 2")
    assert tables[0].rows[0] == ("The class", "C: Ask.", "not decided")
    assert tables[0].rows[1][0] == "A line"


def test_every_section_has_its_heading() -> None:
    blocks = document(report(lesson())).blocks
    sections = [each.text for each in blocks if isinstance(each, Heading) and each.level == 2]
    assert sections == [
        "The class's path beside each account's",
        "1. Scene 1",
        "2. Scene 2",
        "What was made up on the class's way",
        "What the reasons rest on",
        "At the door",
        "Those he harmed",
        "A branch feels likelier than it was",
        "How the lesson went",
        "About this report",
    ]


def test_every_row_has_a_cell_for_every_column() -> None:
    for block in document(report(lesson())).blocks:
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} == {len(block.columns)}


def test_markup_in_a_reason_stays_words() -> None:
    made = document(report(lesson()))
    assert "&lt;b&gt;Because&lt;/b&gt;" in html.write(made)
    assert "\\*told\\*" in markdown.write(made)
    assert "Rests on: The book." in text.write(made)


def test_the_reason_of_an_override_stands_with_the_decision() -> None:
    told = text.write(document(report(lesson())))
    assert "The teacher decided otherwise than the vote. For the lesson's sake." in told
    assert "Decided otherwise than the vote" in told


def test_it_scores_nobody() -> None:
    told = text.write(document(report(lesson()))).lower()
    assert not {"correct", "score:", "points", "wrong"} & set(told.split())


def test_a_lesson_without_decisions_has_a_report_too() -> None:
    told = text.write(document(report(played(room(), Finish(0)))))
    assert "0 decisions" in told


def test_a_skipped_decision_has_no_votes() -> None:
    told = text.write(document(report(played(at(Phase.READ), Skip(0), Finish(0)))))
    assert "The class left this to the line." in told
    assert "First vote" not in told
