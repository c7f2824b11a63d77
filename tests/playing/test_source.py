from __future__ import annotations

from dataclasses import replace

from game.model.record import UNKNOWN, Account, CiteValue, Extent, Making
from game.playing.evidence import Source
from game.playing.source import citation, source
from tests.builders import account, choice, claim, end, question, scene, story, telling

ASKED = question(
    "day",
    claim(
        "twelve",
        telling("book", "page 2", state="late"),
        says="On the twelfth.",
        doubted_by=[telling("book", "note 9")],
    ),
    asks="Which day?",
)


def found(given: Account) -> Source:
    tale = story(
        scene("a.b", choice("go", to="a.c")),
        end("a.c"),
        questions=[ASKED],
        accounts=[given, account("letter", label="A letter")],
    )
    return source(tale, given)


def test_an_account_says_how_far_it_was_read_and_how_it_was_made() -> None:
    given = replace(account("book", read=Extent.CITED), made=Making.UNDER_ARREST)
    assert (found(given).read, found(given).made) == (
        "known only through others",
        "made under arrest",
    )


def test_where_it_has_things_from_is_named_or_said_not_to_be_known() -> None:
    assert found(account("book")).descent == "at first hand"
    assert found(account("book", rests_on=UNKNOWN)).descent == "nobody can say from whom"
    rests = found(account("book", rests_on=("letter",)))
    assert (rests.descent, rests.rests_on) == ("", ("A letter",))


def test_a_computation_has_a_method_and_no_descent() -> None:
    given = replace(account("moon", kind="computed"), method="By formulae")
    assert (found(given).descent, found(given).method, found(given).read) == (
        "",
        "By formulae",
        "worked out",
    )


def test_who_gains_is_empty_where_nobody_can_be_named() -> None:
    assert found(account("book")).interest == ""
    assert found(replace(account("book"), interest="himself")).interest == "himself"


def test_everything_it_says_is_listed_with_voice_and_place() -> None:
    assert found(account("book")).tells == (
        ("Which day?", "On the twelfth.", "tells, late, page 2"),
        ("Which day?", "On the twelfth.", "doubts, note 9"),
    )


def test_a_citation_says_who_what_where_and_when() -> None:
    cite: dict[str, CiteValue] = {
        "type": "article-journal",
        "title": "Two Hells",
        "author": ({"family": "Coox", "given": "A. D."}, {"literal": "Memorial"}),
        "container-title": "A Journal",
        "volume": "11",
        "issue": "3-4",
        "publisher-place": "Moscow",
        "publisher": "Veche",
        "issued": "1998",
        "genre": "study",
        "note": "Known through others",
    }
    assert citation(cite) == (
        "Coox, A. D.; Memorial. Two Hells. A Journal, volume 11, issue 3-4. Moscow: Veche, 1998. "
        "genre: study. Known through others."
    )


def test_an_address_gets_no_full_stop_behind_it() -> None:
    assert citation({"title": "Page", "URL": "https://a.example/b"}) == "Page. https://a.example/b"


def test_nothing_is_cited_where_nothing_is_given() -> None:
    assert citation({}) == ""
