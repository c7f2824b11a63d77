from __future__ import annotations

from game.model.record import UNKNOWN, Account
from game.record.descent import account_roots, forebears, telling_roots
from tests.builders import account, telling


def book(*accounts: Account) -> dict[str, Account]:
    return {each.account: each for each in accounts}


HIMSELF = account("himself")
PRESS = account("press", rests_on=("himself",))
BOOK = account("book", rests_on=("press", "file"))
FILE = account("file")
RUMOUR = account("rumour", rests_on=UNKNOWN)
ALL = book(HIMSELF, PRESS, BOOK, FILE, RUMOUR)


def test_an_account_at_first_hand_is_its_own_root() -> None:
    assert account_roots(ALL, "himself") == {"himself"}


def test_roots_are_followed_to_the_first_hand() -> None:
    assert account_roots(ALL, "book") == {"himself", "file"}


def test_an_account_of_unknown_descent_has_an_unknown_root() -> None:
    assert account_roots(ALL, "rumour") == {UNKNOWN}


def test_an_account_that_rests_on_rumour_has_an_unknown_root_too() -> None:
    gossip = account("gossip", rests_on=("rumour", "file"))
    assert account_roots(ALL | book(gossip), "gossip") == {UNKNOWN, "file"}


def test_an_account_that_does_not_exist_is_unknown() -> None:
    assert account_roots(ALL, "nobody") == {UNKNOWN}


def test_a_loop_ends_unknown() -> None:
    one, other = account("one", rests_on=("other",)), account("other", rests_on=("one",))
    assert account_roots(book(one, other), "one") == {UNKNOWN}


def test_from_replaces_what_its_account_rests_on() -> None:
    assert telling_roots(ALL, telling("book", source=("file",))) == {"file"}


def test_without_from_a_telling_has_the_roots_of_its_account() -> None:
    assert telling_roots(ALL, telling("press")) == {"himself"}


def test_from_unknown_makes_one_telling_of_a_known_account_unknown() -> None:
    assert telling_roots(ALL, telling("file", source=UNKNOWN)) == {UNKNOWN}


def test_from_nobody_says_that_this_was_told_at_first_hand() -> None:
    assert telling_roots(ALL, telling("press", source=())) == {"press"}


def test_from_itself_says_that_this_was_told_at_first_hand() -> None:
    assert telling_roots(ALL, telling("rumour", source=("rumour",))) == {"rumour"}


def test_forebears_are_every_account_on_the_way_down() -> None:
    assert forebears(ALL, telling("book")) == {"press", "file", "himself"}


def test_nobody_is_known_to_be_a_forebear_of_the_unknown() -> None:
    assert forebears(ALL, telling("rumour")) == frozenset()


def test_forebears_follow_from_where_it_is_given() -> None:
    assert forebears(ALL, telling("book", source=("file",))) == {"file"}


def test_what_was_told_at_first_hand_has_no_forebears() -> None:
    assert forebears(ALL, telling("press", source=("press",))) == frozenset()
    assert forebears(ALL, telling("press", source=())) == frozenset()
