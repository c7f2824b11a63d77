from __future__ import annotations

from game.reporting.decision import decisions
from tests.reporting.tale import RULES, played


def test_a_choice_that_only_turns_a_page_is_no_decision() -> None:
    found = decisions(RULES, played("read", "open"))
    assert [(each.name, each.words, each.index) for each in found] == [
        ("1. The door", "Open it.", 1)
    ]


def test_what_a_line_chose_at_the_front_is_left_out() -> None:
    found = decisions(RULES, played("open", "run"), led=1)
    assert [each.name for each in found] == ["1. The street"]


def test_a_decision_gives_how_well_each_of_its_answers_is_known() -> None:
    (_, run) = decisions(RULES, played("open", "run"))
    assert run.known == "not known; inferred"
    assert [each.claim for each in run.answers] == [None, None]
