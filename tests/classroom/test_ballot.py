from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.classroom.ballot import Ballot, Vote, ballot_key, tally, winner

OPTIONS = ("a", "b", "c")
VOTES = st.dictionaries(st.integers(1, 9), st.sampled_from(OPTIONS))
HANDS = st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 9))


def ballot(votes: dict[int, str], hand: dict[str, int] | None = None, seats: int = 9) -> Ballot:
    return Ballot("1-x", {seat: Vote(option) for seat, option in votes.items()}, hand or {}, seats)


@given(VOTES, HANDS)
def test_every_vote_and_every_hand_is_counted_once(
    votes: dict[int, str], hand: dict[str, int]
) -> None:
    counted = tally(ballot(votes, hand), OPTIONS)
    assert counted.cast == len(votes) + sum(hand.values())
    assert counted.none == 9 - len(votes)


@given(VOTES, HANDS)
def test_the_winner_has_more_than_each_other(votes: dict[int, str], hand: dict[str, int]) -> None:
    found = winner(ballot(votes, hand), OPTIONS)
    counts = dict(zip(OPTIONS, tally(ballot(votes, hand), OPTIONS).counts, strict=True))
    most = max(counts.values())
    leading = [option for option, count in counts.items() if count == most]
    assert found == (leading[0] if most and len(leading) == 1 else "")


def test_nobody_wins_where_nobody_votes() -> None:
    assert winner(ballot({}), OPTIONS) == ""


def test_fewer_than_half_is_few() -> None:
    assert tally(ballot({1: "a", 2: "a"}, seats=5), OPTIONS).few
    assert not tally(ballot({1: "a", 2: "a", 3: "b"}, seats=6), OPTIONS).few
    assert not tally(ballot({1: "a"}, {"b": 8}, seats=2), OPTIONS).few


def test_each_ballot_of_each_lesson_has_a_key_of_its_own() -> None:
    keys = {ballot_key(seed, number) for seed in range(30) for number in range(30)}
    assert len(keys) == 900
