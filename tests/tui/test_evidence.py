from __future__ import annotations

import pytest

from game.model.prose import Words
from game.model.scene import Entry
from game.playing.page import Taken
from game.record.finding import findings
from game.tui.evidence import finding_blocks, record_line
from game.tui.sign import FINE
from tests.builders import account, claim, enacts, invents, question, story, telling

TOLD = story(
    questions=(
        question(
            "when",
            claim("dawn", "diary"),
            claim("noon", "letter"),
            asks="When, to the hour or as near to it as anybody can say, was it that he went?",
        ),
    )
)


def line(entry: Entry, *, off_record: str = "", width: int = 78) -> str:
    taken = Taken(
        turn=1,
        scene="a.one",
        scene_title="",
        choice="a.one/go",
        text=(Words("Go."),),
        findings=findings(TOLD, (entry,)),
        off_record=off_record,
    )
    return record_line(taken, FINE, width).plain


def test_what_has_no_room_on_the_line_is_left_out_whole() -> None:
    assert line(enacts("when/dawn")) == "⇄ DISPUTED · 1 for, 1 against, 0 silent"
    assert line(enacts("when/dawn"), width=160).endswith("was it that he went?")


def test_against_the_record_the_remark_fits() -> None:
    said = line(enacts("when/none"))
    assert said.startswith("⊘ AGAINST THE RECORD · 2 against, 0 silent")
    assert said.endswith("the record is itself disputed")


def test_a_long_reason_is_left_to_the_card() -> None:
    assert line(invents("Nobody says.")) == "✎ INVENTED · Nobody says."
    assert line(invents("Nobody says so. " * 9)) == "✎ INVENTED · the card says why"


@pytest.mark.parametrize("width", [38, 78])
def test_no_line_stands_over_the_edge(width: int) -> None:
    for entry in (enacts("when/dawn"), enacts("when/none"), invents("Nobody says.")):
        assert len(line(entry, off_record="Stay.", width=width)) <= width


def test_accounts_are_counted_apart_from_witnesses_and_each_is_listed_once() -> None:
    told = story(
        questions=(
            question(
                "when",
                claim(
                    "dawn",
                    telling("diary", "line 1"),
                    telling("diary", "line 9"),
                    telling("copy", "page 2"),
                ),
            ),
        ),
        accounts=(
            account("diary", label="Diary"),
            account("copy", label="Copy", rests_on=("diary",)),
        ),
    )
    (finding,) = findings(told, (enacts("when/dawn"),))
    said = [block.text.plain for block in finding_blocks(finding, told, FINE)]
    assert any("1 witness for (2 accounts), 0 against" in each for each in said)
    assert [each for each in said if each.startswith("Diary")] == ["Diary, line 1; line 9"]
    assert not any("one witness" in each for each in said if "ONE TELLER" in each)
