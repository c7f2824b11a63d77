from __future__ import annotations

from dataclasses import replace

import pytest

from game.classroom.decision import Decision
from game.classroom.outcome import ended, in_short, outcome, poll, recorded, said
from game.classroom.phase import Phase
from tests.classroom.sample import at, current, decision, held


def told(*tellers: str, witnesses: int = 1, his: bool = True) -> Decision:
    """A decision whose option A is told by these."""
    first, *rest = decision(1).options
    known = replace(first, held=(held("agree", told=tellers, witnesses=witnesses),))
    return replace(decision(1), options=(known, *rest), his=his)


def test_it_says_what_is_recorded_and_by_whom() -> None:
    assert recorded(told("Himself, page 3")) == (
        "He is recorded as doing A: Wait. We know this from one teller: Himself, page 3.",
    )


def test_many_places_of_one_teller_are_said_to_be_one() -> None:
    (line,) = recorded(told("One", "Two", "Three"))
    assert "from 3 places, and it may all come from one teller: One, Two and Three." in line


def test_more_than_three_places_are_numbered_only() -> None:
    (line,) = recorded(told("One", "Two", "Three", "Four"))
    assert line.endswith("We know this from 4 places, and it may all come from one teller.")


def test_witnesses_who_differ_are_counted() -> None:
    (line,) = recorded(told("One", "Two", witnesses=2))
    assert line.endswith("We know this from 2 who can be shown to differ: One and Two.")


def test_what_is_not_his_act_is_not_said_to_be_his() -> None:
    assert recorded(told("One", his=False))[0].startswith("It is recorded as A")


def test_where_accounts_part_it_says_so_and_not_who_is_right() -> None:
    first, second, third = decision(1).options
    both = replace(second, held=first.held)
    parted = replace(decision(1), options=(first, both, third))
    assert recorded(parted)[-1] == "The accounts part here."
    assert in_short(parted) == "He is recorded as doing A and B; the accounts part here."


def test_where_nobody_tells_anything_it_says_so() -> None:
    untold = replace(decision(1), options=decision(1).options[1:])
    assert (
        recorded(untold) == (in_short(untold),) == ("No account that was read tells any of these.",)
    )


def test_a_poll_says_who_did_not_vote() -> None:
    there = current(at(Phase.CLOSE))
    ballot = replace(there.second, votes={}, hand={}) if there.second else None
    counted = poll(there.decision, ballot)
    assert counted is not None
    assert counted.words == "A 0, B 0, C 0, no vote 4"
    assert poll(there.decision, None) is None


@pytest.mark.parametrize("part", [0, -1])
def test_there_is_no_outcome_before_the_reveal(part: int) -> None:
    assert outcome(current(at(Phase.CLOSE)), {}, part=part) is None


def test_without_answers_to_the_second_question_all_counts_are_nought() -> None:
    assert [count.count for count in said(current(at(Phase.CLOSE)))] == [0, 0, 0, 0]


def test_a_quotation_ends_its_sentence() -> None:
    assert ended('"Wait."') == '"Wait."'
    assert ended("Wait") == "Wait."
