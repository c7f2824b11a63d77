from __future__ import annotations

from game.classroom.event import Blank, Expect, HandCount, Lost
from game.classroom.phase import Phase
from game.classroom.projector import projector
from tests.classroom.sample import at, played, vote


def test_it_counts_who_is_here_and_who_has_voted() -> None:
    there = played(vote(at(Phase.VOTE), {1: 0, 2: 1}), Expect(0, 6), Lost(0, 4))
    counts = projector(there, 0).attendance
    assert (counts.joined, counts.expected, counts.lost) == (4, 6, 1)
    assert (counts.voted, counts.waiting) == (2, 2)


def test_hands_count_as_voted() -> None:
    there = at(Phase.VOTE)
    assert there.ballot is not None
    there = played(there, HandCount(0, there.ballot.key, {"line.scene-1/a": 3}))
    assert projector(there, 0).attendance.voted == 3


def test_while_no_vote_is_open_none_is_counted() -> None:
    assert projector(at(Phase.TALK), 0).attendance.voted == 0


def test_a_dark_wall_shows_nothing_of_the_lesson() -> None:
    dark = projector(played(at(Phase.REVEAL, part=3), Blank(0, on=True)), 0)
    assert dark.dark
    assert dark.common is None


def test_the_debrief_leads_out_of_the_roles_then_to_the_record_then_on() -> None:
    steps = [projector(at(Phase.DEBRIEF, part=part), 0).common for part in (1, 2, 3)]
    first, second, third = (each.debrief for each in steps if each is not None)
    assert first is not None
    assert second is not None
    assert third is not None
    assert "Put the card down" in first.lines[1]
    assert (first.path, first.names) == ((), ())
    assert [step.title for step in second.path] == ["Scene 1", "Scene 2"]
    assert second.path[0].recorded == "He is recorded as doing A."
    assert third.numbers == ("How many? Many. One teller.",)
    assert third.names == ("Somebody. A person.",)
    assert third.likelier
    assert len(third.questions) == 3
