from __future__ import annotations

from game.model.record import Extent, Question
from game.playing.comparison import comparison
from game.playing.evidence import Cell, Comparison
from game.record.status import Status
from tests.builders import account, choice, claim, end, question, scene, story, telling

DAY = question(
    "day",
    claim("june", telling("letter", "page 1"), says="In June."),
    claim("twelve", telling("file", "sheet 2"), says="On the twelfth.", within="june"),
    claim(
        "may",
        telling("press"),
        reported_by=[telling("gossip", "line 4")],
        denied_by=[telling("letter", "page 3")],
        doubted_by=[telling("sceptic", "note 5")],
    ),
    asks="Which day?",
)
ACCOUNTS = (
    account("quiet"),
    account("part", read=Extent.EXCERPT),
    account("moon", kind="computed"),
)


def laid_out(asked: Question = DAY) -> Comparison:
    tale = story(
        scene("a.b", choice("go", to="a.c")), end("a.c"), questions=[asked], accounts=ACCOUNTS
    )
    return comparison(tale, asked)


def cells(name: str) -> list[tuple[Cell, str]]:
    return next(list(row.cells) for row in laid_out().rows if row.account == name)


def test_claims_stand_across_with_their_status_and_witnesses() -> None:
    june, twelve, _ = laid_out().columns
    assert (june.status, june.witnesses_for, june.witnesses_against) == (Status.DISPUTED, 2, 1)
    assert twelve.within == "In June."


def test_those_who_speak_come_first_then_the_silent_then_those_not_consulted() -> None:
    names = [row.account for row in laid_out().rows]
    assert names == ["letter", "file", "press", "gossip", "sceptic", "quiet", "part"]


def test_who_tells_the_narrower_claim_tells_the_wider_more_narrowly() -> None:
    assert cells("file")[:2] == [(Cell.NARROWER, "sheet 2"), (Cell.TELLS, "sheet 2")]


def test_who_tells_the_wider_claim_has_nothing_on_the_narrower() -> None:
    assert cells("letter")[:2] == [(Cell.TELLS, "page 1"), (Cell.NOTHING, "")]


def test_a_denial_goes_before_a_rival_told() -> None:
    assert cells("letter")[2] == (Cell.DENIES, "page 3")


def test_who_tells_a_rival_tells_otherwise() -> None:
    assert cells("press")[:2] == [(Cell.RIVAL, ""), (Cell.RIVAL, "")]


def test_reports_and_doubts_stand_with_their_places() -> None:
    assert cells("gossip")[2] == (Cell.REPORTS, "line 4")
    assert cells("sceptic")[2] == (Cell.DOUBTS, "note 5")


def test_a_doubt_of_the_wider_claim_is_one_of_the_narrower() -> None:
    asked = question(
        "day", claim("june", doubted_by=["letter"]), claim("twelve", "file", within="june")
    )
    row = next(row for row in laid_out(asked).rows if row.account == "letter")
    assert [cell for cell, _ in row.cells] == [Cell.DOUBTS, Cell.DOUBTS]


def test_an_account_read_whole_that_does_not_answer_is_silent() -> None:
    assert {cell for cell, _ in cells("quiet")} == {Cell.SILENT}


def test_an_account_read_in_part_that_does_not_answer_is_not_consulted() -> None:
    assert {cell for cell, _ in cells("part")} == {Cell.NOT_CONSULTED}


def test_a_computation_that_does_not_answer_is_left_out() -> None:
    assert "moon" not in {row.account for row in laid_out().rows}


def test_claims_that_hold_together_have_no_rivals() -> None:
    asked = question("things", claim("cap", "letter"), claim("coat", "file"), several=True)
    row = laid_out(asked).rows[0]
    assert [cell for cell, _ in row.cells] == [Cell.TELLS, Cell.NOTHING]
